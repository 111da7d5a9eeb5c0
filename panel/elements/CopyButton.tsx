import { useState } from "preact/hooks";
import { copyText } from "./copy-text.ts";
import { Icon } from "./Icon.tsx";
import "./button.css";
import "./copy-button.css";
import "./tool.css";

const answers = { copied: "Copied", failed: "Not allowed" } as const;

/** How long the answer of the button stays, in milliseconds. */
const answerTime = 1500;

interface Props {
  readonly text: string | (() => Promise<string>);
  /** What is copied, for those who do not see what the button stands beside. */
  readonly what: string;
  readonly label?: string;
  /** Shows only an icon, until it answers. */
  readonly bare?: boolean;
}

async function copied(text: Props["text"]): Promise<keyof typeof answers> {
  try {
    return (await copyText(typeof text === "string" ? text : await text())) ? "copied" : "failed";
  } catch {
    return "failed";
  }
}

/** Copies `text` and says whether it worked. */
export function CopyButton({ text, what, label = "Copy", bare = false }: Props) {
  const [state, setState] = useState<"idle" | keyof typeof answers>("idle");
  const copy = async () => {
    setState(await copied(text));
    setTimeout(() => setState("idle"), answerTime);
  };
  return (
    <button type="button" class={bare ? "tool" : "button copy-button"} title={`Copy ${what}`} onClick={copy}>
      <Icon name={state === "copied" ? "passed" : "copy"} />
      <span class={bare && state === "idle" ? "page-offscreen" : ""} aria-live="polite">
        {state === "idle" ? label : answers[state]}
      </span>
      <span class="page-offscreen"> {what}</span>
    </button>
  );
}
