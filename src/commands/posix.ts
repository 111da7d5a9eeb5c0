import type { Part } from "./command-words.ts";

/**
 * A word as POSIX shells read it (IEEE Std 1003.1, 2.2.2: nothing is special inside single quotes but the quote itself).
 */
export function posixWord(parts: readonly Part[]): string {
  return parts.map((part) => ("text" in part ? quoted(part.text) : `"${part.withVariables}"`)).join("");
}

/** The text with what would act on a terminal written out: controls, line breaks, bidirectional characters. */
export function shownControls(text: string): string {
  return text.replace(controls, (character) => encodeURIComponent(character));
}

/** Harmless characters stay unquoted, so that commands stay readable; zsh would replace a word that begins with `=`. */
function quoted(text: string): string {
  return /^(?!=)[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must be found
const controls = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;
