import type { Advice } from "../../src/diagnosis/diagnosis.ts";
import { commandFor } from "../../src/diagnosis/shells.ts";
import { blockText } from "../display-text.ts";
import { CopyButton } from "./CopyButton.tsx";
import { usePanel } from "./panel-context.ts";
import { Sentence } from "./Sentence.tsx";

/** A piece of advice and its command. What the button copies is exactly what is shown, hidden characters named. */
export function AdviceItem({ advice }: { readonly advice: Advice }) {
  const { store } = usePanel();
  const text = commandFor(advice, store.shell.value);
  const command = text === null ? null : blockText(text, 20_000);
  return (
    <>
      <p class="advice">
        <Sentence text={advice.says} />
      </p>
      {command !== null && (
        <div class="command">
          <pre>{command}</pre>
          <CopyButton text={command} what="the command" />
        </div>
      )}
    </>
  );
}
