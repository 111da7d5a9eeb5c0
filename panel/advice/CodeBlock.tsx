import { CopyButton } from "../elements/CopyButton.tsx";
import { blockText } from "../elements/display-text.ts";
import "./code-block.css";

interface Props {
  readonly text: string;
  /** What the button copies, in words. */
  readonly what: string;
}

/** Text to paste elsewhere. The button copies exactly the text that is shown, hidden characters named. */
export function CodeBlock({ text, what }: Props) {
  const shown = blockText(text, 20_000);
  return (
    <div class="code-block">
      <pre>{shown}</pre>
      <CopyButton text={shown} what={what} />
    </div>
  );
}
