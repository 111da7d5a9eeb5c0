import type { Link } from "../../src/diagnosis/diagnosis.ts";
import { CopyButton } from "../elements/CopyButton.tsx";
import { lineText, linkTarget } from "../elements/display-text.ts";
import { Icon } from "../elements/Icon.tsx";
import "./links.css";

/** Links to read on. An address that is not https stays text. */
export function Links({ links }: { readonly links: readonly Link[] }) {
  return (
    <ul class="links">
      {links.map(({ label, url }) => (
        <li key={url} class="links-link">
          <LinkTo label={label} url={url} />
          <CopyButton text={url} what="the address" bare />
        </li>
      ))}
    </ul>
  );
}

function LinkTo({ label, url }: Link) {
  const target = linkTarget(url);
  if (target === null) return <span>{lineText(label)}</span>;
  return (
    <a href={target} target="_blank" rel="noreferrer" title={lineText(url, 300)}>
      {lineText(label)}
      <Icon name="external" />
    </a>
  );
}
