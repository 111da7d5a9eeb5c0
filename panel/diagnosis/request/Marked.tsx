import { blockText } from "../../elements/display-text.ts";
import type { Spot } from "../reasons/evidence-spot.ts";

interface Props {
  /** Ready to be shown. */
  readonly text: string;
  readonly spot: Spot | null;
}

/** A text with the place in it that evidence points to; the whole text where the place is written otherwise there. */
export function Marked({ text, spot }: Props) {
  if (spot === null) return <>{text}</>;
  const wanted = blockText(spot.text, Number.POSITIVE_INFINITY);
  const at = text.indexOf(wanted);
  const [start, end] = at < 0 ? [0, text.length] : [at, at + wanted.length];
  return (
    <>
      {text.slice(0, start)}
      <mark tabIndex={-1}>{text.slice(start, end)}</mark>
      {text.slice(end)}
    </>
  );
}
