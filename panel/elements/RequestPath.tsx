import { lineText } from "./display-text.ts";
import { pathPartsOf } from "./path-parts.ts";
import "./path.css";

/** A path in one line. Its query is cut first, then its beginning: the end tells similar paths apart. */
export function RequestPath({ url, stage }: { readonly url: string; readonly stage: string | null }) {
  const parts = pathPartsOf(url, stage);
  return (
    <span class="path">
      {parts.stage !== "" && (
        <span class="path-stage">
          /<span class="path-stage-name">{lineText(parts.stage)}</span>
        </span>
      )}
      <span class="path-rest">
        <bdi dir="ltr">{lineText(parts.rest)}</bdi>
      </span>
      <span class="path-query">{lineText(parts.query, 300)}</span>
    </span>
  );
}
