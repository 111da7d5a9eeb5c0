import { commandFor } from "../../src/commands/shells.ts";
import type { Advice } from "../../src/diagnosis/diagnosis.ts";
import { Sentence } from "../elements/Sentence.tsx";
import { usePanel } from "../store/panel-context.ts";
import { CodeBlock } from "./CodeBlock.tsx";
import "./advice.css";

/** A piece of advice and its command. */
export function AdviceItem({ advice }: { readonly advice: Advice }) {
  const { store } = usePanel();
  const command = commandFor(advice, store.shell.value);
  return (
    <>
      <p class="advice">
        <Sentence text={advice.says} />
      </p>
      {command !== null && <CodeBlock text={command} what="the command" />}
    </>
  );
}
