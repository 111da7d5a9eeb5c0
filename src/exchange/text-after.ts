/** The text after the first occurrence of a mark; empty if there is none. */
export function textAfter(text: string, mark: string): string {
  const at = text.indexOf(mark);
  return at < 0 ? "" : text.slice(at + mark.length);
}
