import { escapeControls } from "./escape-controls.ts";

/**
 * Writes text of a capture as inline Markdown (CommonMark 0.31, with GitHub's tables and links). The only markup is code
 * spans, which our sentences quote with: no HTML, link, image or mention can come out of the text.
 */
export function inline(text: string): string {
  const parts = oneLine(text).split("`");
  const isPaired = parts.length % 2 === 1;
  if (!isPaired) return escaped(parts.join("'"));
  return parts.map((part, at) => (at % 2 === 0 ? escaped(part) : code(part))).join("");
}

/** Writes text as a code span. Fits into a table: GitHub wants a pipe escaped even in code. */
export function code(text: string): string {
  const shown = oneLine(text).replaceAll("`", "'").replaceAll("|", "\\|").trim();
  return shown === "" ? "" : `\`${shown}\``;
}

/** Puts lines of code into a fence that no line can end. */
export function fenced(language: string, lines: readonly string[]): readonly string[] {
  const longest = Math.max(2, ...lines.flatMap((line) => (line.match(/`+/g) ?? []).map(({ length }) => length)));
  const fence = "`".repeat(longest + 1);
  return [`${fence}${language}`, ...lines.map(escapeControls), fence];
}

/** Writes a link to a web page (https); any other address becomes text. */
export function link(label: string, url: string): string {
  return /^https:\/\/[\w.-]+\/[\w./#?=&%~+-]*$/.test(url) ? `[${escaped(oneLine(label))}](${url})` : inline(label);
}

function oneLine(text: string): string {
  return escapeControls(text.replace(/\s+/g, " "));
}

/** Escapes the characters that mark something up, and the colon and the dot that turn an address into a link. */
function escaped(text: string): string {
  return text
    .replace(/[\\`*_[\]<>&|~#$@!]/g, "\\$&")
    .replace(/(https?|ftp|mailto|xmpp):/gi, "$1\\:")
    .replace(/www\./gi, "www\\.")
    .replace(/^(\s*)([-+=]|\d+(?=[.)]))/, (_, space: string, mark: string) =>
      /\d/.test(mark) ? `${space}${mark}\\` : `${space}\\${mark}`,
    );
}
