/**
 * Shell commands made from hostile text. Each interpolated value becomes exactly one word of a POSIX shell
 * (IEEE Std 1003.1, 2.2.2: nothing is special inside single quotes but the quote itself).
 */
export function command(literals: TemplateStringsArray, ...values: readonly string[]): string {
  return literals.reduce((text, literal, index) => text + literal + shellWord(values[index] ?? null), "");
}

/** Harmless characters stay unquoted, so that commands stay readable; zsh would replace a word that begins with `=`. */
function shellWord(value: string | null): string {
  if (value === null) return "";
  const visible = value.replace(controls, (character) => encodeURIComponent(character));
  return /^(?!=)[\w@%+=:,./-]+$/.test(visible) ? visible : `'${visible.replaceAll("'", `'\\''`)}'`;
}

/** Control and bidirectional characters would act on the terminal that a command is pasted into. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must be found
const controls = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;
