/** Whether a text matches, without regard to case. */
export type Pattern = (text: string) => boolean;

/** Matches a whole text. `*` stands for any characters, or none. */
export function wholePattern(pattern: string): Pattern {
  const [first = "", ...others] = pattern.toLowerCase().split("*");
  const last = others.pop();
  if (last === undefined) return (text) => text.toLowerCase() === first;
  return (text) => fits(text.toLowerCase(), first, others, last);
}

/** Matches a text that contains the pattern. */
export function partPattern(pattern: string): Pattern {
  return wholePattern(`*${pattern}*`);
}

/** Looks for each piece once, from the left: the time grows with the text and not with the number of stars. */
function fits(text: string, first: string, between: readonly string[], last: string): boolean {
  if (!text.startsWith(first) || !text.endsWith(last)) return false;
  let at = first.length;
  for (const piece of between) {
    const found = text.indexOf(piece, at);
    if (found < 0) return false;
    at = found + piece.length;
  }
  return at <= text.length - last.length;
}
