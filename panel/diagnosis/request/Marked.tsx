import { blockText } from "../../elements/display-text.ts";
import type { Spot } from "../reasons/evidence-spot.ts";

interface Props {
  /** Already escaped for display. */
  readonly text: string;
  readonly spot: Spot | null;
}

/** A text with the quoted place marked; all of it where the place is not found. */
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
