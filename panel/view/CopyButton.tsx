import { useState } from "preact/hooks";
import { copyText } from "../copy.ts";
import { Icon } from "./Icon.tsx";

const labels = { idle: "Copy", copied: "Copied", failed: "Not allowed" } as const;

/** How long the answer of the button stays, in milliseconds. */
const answerTime = 1500;

interface Props {
  readonly text: string;
  /** What is copied, for those who do not see what the button stands beside. */
  readonly what: string;
}

/** Copies `text` and says whether it worked. */
export function CopyButton({ text, what }: Props) {
  const [state, setState] = useState<keyof typeof labels>("idle");
  const copy = async () => {
    setState((await copyText(text)) ? "copied" : "failed");
    setTimeout(() => setState("idle"), answerTime);
  };
  return (
    <button type="button" class="button copy" title={`Copy ${what}`} onClick={copy}>
      <Icon name={state === "copied" ? "passed" : "copy"} />
      <span aria-live="polite">{labels[state]}</span>
      <span class="offscreen"> {what}</span>
    </button>
  );
}
