/** What stands behind the first occurrence of a mark; empty where the text has none. */
export function textAfter(text: string, mark: string): string {
  const at = text.indexOf(mark);
  return at < 0 ? "" : text.slice(at + mark.length);
}
