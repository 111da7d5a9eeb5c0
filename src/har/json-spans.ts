/** A value inside a JSON text; `end` is null where the text ends before the value does. */
export interface Span {
  readonly start: number;
  readonly end: number | null;
}

export interface MemberSpan extends Span {
  readonly key: string;
}

/** The members of the object that opens at `open`, as far as the text goes. Tolerates flaws inside the values. */
export function* membersAt(text: string, open: number): Generator<MemberSpan> {
  let at = open + 1;
  for (;;) {
    at = skipBetween(text, at);
    if (text[at] !== '"') return;
    const keyEnd = endOfString(text, at);
    if (keyEnd === null) return;
    const key = text.slice(at + 1, keyEnd - 1);
    const colon = skipSpace(text, keyEnd);
    if (text[colon] !== ":") return;
    const start = skipSpace(text, colon + 1);
    if (start >= text.length) return;
    const end = endOfValue(text, start);
    yield { key, start, end };
    if (end === null) return;
    at = end;
  }
}

/** The elements of the list that opens at `open`, as far as the text goes. Tolerates flaws inside the elements. */
export function* elementsAt(text: string, open: number): Generator<Span> {
  let at = open + 1;
  for (;;) {
    const start = skipBetween(text, at);
    if (start >= text.length || text[start] === "]" || text[start] === "}") return;
    const end = endOfValue(text, start);
    yield { start, end };
    if (end === null) return;
    at = end;
  }
}

/** The first place at or after `at` that is not white space. */
export function skipSpace(text: string, at: number): number {
  return skip(text, at, /[ \t\n\r]*/y);
}

function skipBetween(text: string, at: number): number {
  return skip(text, at, /[ \t\n\r,]*/y);
}

function skip(text: string, at: number, pattern: RegExp): number {
  pattern.lastIndex = at;
  pattern.test(text);
  return pattern.lastIndex;
}

function endOfValue(text: string, start: number): number | null {
  const first = text[start];
  if (first === '"') return endOfString(text, start);
  if (first === "{" || first === "[") return endOfNesting(text, start);
  const plain = /[^,\]} \t\n\r]+/y;
  plain.lastIndex = start;
  if (!plain.test(text)) return start;
  return plain.lastIndex < text.length ? plain.lastIndex : null;
}

function endOfString(text: string, start: number): number | null {
  let at = text.indexOf('"', start + 1);
  while (at !== -1 && isEscaped(text, at)) at = text.indexOf('"', at + 1);
  return at === -1 ? null : at + 1;
}

/** A quote is part of the text where an odd number of backslashes stands before it. */
function isEscaped(text: string, quote: number): boolean {
  let at = quote - 1;
  while (text[at] === "\\") at--;
  return (quote - 1 - at) % 2 === 1;
}

function endOfNesting(text: string, start: number): number | null {
  const bracket = /["{}[\]]/g;
  bracket.lastIndex = start;
  let depth = 0;
  for (let found = bracket.exec(text); found !== null; found = bracket.exec(text)) {
    depth += depthChange(found[0]);
    if (depth === 0) return bracket.lastIndex;
    if (found[0] !== '"') continue;
    const end = endOfString(text, found.index);
    if (end === null) return null;
    bracket.lastIndex = end;
  }
  return null;
}

function depthChange(character: string): number {
  if (character === '"') return 0;
  return character === "{" || character === "[" ? 1 : -1;
}
