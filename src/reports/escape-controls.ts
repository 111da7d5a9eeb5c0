/**
 * Everything in a captured request may have been chosen by an attacker. Control characters could steer a terminal
 * (C0, C1, escape), bidi and invisible ones could make it show another text than there is (CVE-2021-42574).
 */
const treacherous = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;

/** Makes one line of text safe to print: shows each treacherous character by its code, as `<U+202E>`. */
export function escapeControls(text: string): string {
  return text.replace(treacherous, (character) => {
    const code = character.codePointAt(0) ?? 0;
    return `<U+${code.toString(16).toUpperCase().padStart(4, "0")}>`;
  });
}

/** Like `escapeControls`, for a text of several lines; returns the lines. */
export function escapeControlLines(text: string): string[] {
  return text.split(/\r?\n/).map(escapeControls);
}

/**
 * Writes a value as JSON that is safe to print: escapes what `escapeControls` shows by its code. JSON readers see the same
 * value (RFC 8259, 7).
 * @param indent number of blanks for each level; 0 writes one line
 */
export function escapedJson(value: unknown, indent = 0): string {
  // JSON.stringify escapes every line break but those between members.
  return JSON.stringify(value, null, indent).replace(treacherous, (each) => (each === "\n" ? each : escaped(each)));
}

function escaped(character: string): string {
  const units = Array.from({ length: character.length }, (_, index) => character.charCodeAt(index));
  return units.map((unit) => `\\u${unit.toString(16).padStart(4, "0")}`).join("");
}
