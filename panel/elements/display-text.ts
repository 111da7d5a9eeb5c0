/** How much of a string is put on the screen at most; a page can send megabytes. */
const displayLimit = 4000;

// Controls, bidi controls, zero-width and other unseen characters, line separators, lone surrogates: all can make a text
// read as something that it is not.
const deceptive = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;

const allowedInBlocks: ReadonlySet<string> = new Set(["\n", "\t"]);

/** One line of text from a page or a file, with characters that would hide or reorder it made visible. */
export function lineText(text: string, limit = displayLimit): string {
  return cut(text, limit).replace(deceptive, named);
}

/** Like `lineText`, but keeps line breaks and tabs: for bodies and commands. */
export function blockText(text: string, limit = displayLimit): string {
  const unixLines = cut(text, limit).replaceAll("\r\n", "\n");
  return unixLines.replace(deceptive, (character) => (allowedInBlocks.has(character) ? character : named(character)));
}

/** A stretch of a sentence; `code` where the sentence quotes it between backticks. */
export interface Stretch {
  readonly text: string;
  readonly code: boolean;
}

/** Splits a sentence at its backticks. A backtick without a partner stays a backtick. */
export function stretchesOf(sentence: string): readonly Stretch[] {
  const parts = sentence.split("`");
  const lonely = parts.length % 2 === 0 ? parts.pop() : undefined;
  const stretches = parts.map((text, index) => ({ text, code: index % 2 === 1 }));
  if (lonely !== undefined) stretches.push({ text: `\`${lonely}`, code: false });
  return stretches.filter(({ text }) => text !== "");
}

/** The address if it may be a link (https and nothing else), otherwise null. */
export function linkTarget(url: string): string | null {
  return URL.canParse(url) && new URL(url).protocol === "https:" ? url : null;
}

function cut(text: string, limit: number): string {
  if (text.length <= limit) return text;
  return `${text.slice(0, limit)}… (${(text.length - limit).toLocaleString("en")} more characters)`;
}

function named(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x20) return String.fromCodePoint(0x2400 + code);
  return `⟨U+${code.toString(16).toUpperCase().padStart(4, "0")}⟩`;
}
