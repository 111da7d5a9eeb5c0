import type { Fact } from "../../src/worker/protocol.ts";
import { lineText } from "./display-text.ts";
import "./fact-list.css";

/** Names and values, one below the other. */
export function FactList({ facts }: { readonly facts: readonly Fact[] }) {
  if (facts.length === 0) return null;
  return (
    <dl class="fact-list">
      {facts.map(({ name, value }, index) => (
        <div key={index}>
          <dt>{lineText(name, 200)}</dt>
          <dd>{lineText(value)}</dd>
        </div>
      ))}
    </dl>
  );
}
