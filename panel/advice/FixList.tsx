import type { Advice } from "../../src/diagnosis/diagnosis.ts";
import { AdviceItem } from "./AdviceItem.tsx";
import "./fix-list.css";

/** Ways to fix something; numbered only where there is more than one. */
export function FixList({ fixes }: { readonly fixes: readonly Advice[] }) {
  return (
    <ol class={`fix-list ${fixes.length === 1 ? "fix-list-single" : ""}`}>
      {fixes.map((advice, index) => (
        <li key={index}>
          <AdviceItem advice={advice} />
        </li>
      ))}
    </ol>
  );
}
