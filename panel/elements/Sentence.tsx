import { lineText, stretchesOf } from "./display-text.ts";

interface Props {
  readonly text: string;
  /** The element for what the sentence quotes between backticks. */
  readonly code?: "code" | "kbd";
}

/** A sentence for people, with what it quotes set apart. Everything becomes text nodes. */
export function Sentence({ text, code: Code = "code" }: Props) {
  const stretches = stretchesOf(lineText(text));
  return (
    <>{stretches.map((stretch, index) => (stretch.code ? <Code key={index}>{stretch.text}</Code> : stretch.text))}</>
  );
}
