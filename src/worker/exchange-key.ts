/** The key of an exchange or of its diagnosis: the same for both, and stable while a recording grows. */
export function keyOf({ file, entry }: { readonly file: string; readonly entry: number }): string {
  return `${entry} ${file}`;
}
