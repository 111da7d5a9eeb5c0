import { useState } from "preact/hooks";
import { copyText } from "./copy-text.ts";
import { Icon } from "./Icon.tsx";
import "./button.css";
import "./copy-button.css";
import "./tool.css";

const outcomes = { copied: "Copied", failed: "Not allowed" } as const;

/** How long the outcome is shown, in milliseconds. */
const outcomeTime = 1500;

interface Props {
  readonly text: string | (() => Promise<string>);
  /** What is copied, for those who do not see what the button stands beside. */
  readonly what: string;
  readonly label?: string;
  /** Shows only an icon, until it outcomes. */
  readonly bare?: boolean;
}

async function copied(text: Props["text"]): Promise<keyof typeof outcomes> {
  try {
    return (await copyText(typeof text === "string" ? text : await text())) ? "copied" : "failed";
  } catch {
    return "failed";
  }
}

/** Copies `text` and says whether it worked. */
export function CopyButton({ text, what, label = "Copy", bare = false }: Props) {
  const [state, setState] = useState<"idle" | keyof typeof outcomes>("idle");
  const copy = async () => {
    setState(await copied(text));
    setTimeout(() => setState("idle"), outcomeTime);
  };
  return (
    <button type="button" class={bare ? "tool" : "button copy-button"} title={`Copy ${what}`} onClick={copy}>
      <Icon name={state === "copied" ? "tick" : "copy"} />
      <span class={bare && state === "idle" ? "page-offscreen" : ""} aria-live="polite">
        {state === "idle" ? label : outcomes[state]}
      </span>
      <span class="page-offscreen"> {what}</span>
    </button>
  );
}
