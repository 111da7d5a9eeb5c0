/** One term of a filter, and where it stands in the text. */
export interface Term {
  readonly from: number;
  readonly until: number;
  readonly negative: boolean;
  /** What stands before the colon, in small letters; null for plain text. */
  readonly key: string | null;
  /** Without the quotes. */
  readonly value: string;
}

// Inside double quotes a space belongs to the term. An unclosed quote extends to the end.
const termForm = /(?:[^\s"]|"[^"]*(?:"|$))+/g;
const keyForm = /^([a-z][a-z-]*):/i;

/** Splits a filter into its terms, written as in DevTools' Network panel: `-key:"a value" text`. */
export function termsOf(text: string): readonly Term[] {
  return [...text.matchAll(termForm)].map(({ 0: raw, index }) => termFrom(raw, index));
}

function termFrom(raw: string, from: number): Term {
  const negative = raw.startsWith("-");
  const body = negative ? raw.slice(1) : raw;
  const key = keyForm.exec(body)?.[1] ?? null;
  const value = key === null ? body : body.slice(key.length + 1);
  return {
    from,
    until: from + raw.length,
    negative,
    key: key?.toLowerCase() ?? null,
    value: value.replaceAll('"', ""),
  };
}
