/** A place in a text as editors count it: line and column from 1. */
export function placeIn(text: string, offset: number): string {
  const before = text.slice(0, offset);
  const lineStart = before.lastIndexOf("\n") + 1;
  const line = before.split("\n").length;
  return `line ${line}, column ${offset - lineStart + 1}`;
}
