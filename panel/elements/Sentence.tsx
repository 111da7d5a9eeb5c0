import { lineText, stretchesOf } from "./display-text.ts";

/** A sentence of a rule: what it quotes between backticks is set as code. Everything becomes text nodes. */
export function Sentence({ text }: { readonly text: string }) {
  const stretches = stretchesOf(lineText(text));
  return (
    <>{stretches.map((stretch, index) => (stretch.code ? <code key={index}>{stretch.text}</code> : stretch.text))}</>
  );
}
