import { escapeControls } from "./escape-controls.ts";

/**
 * Text from a capture as inline Markdown (CommonMark 0.31, with GitHub's tables and links): no markup but code spans,
 * which our sentences quote with. No HTML, no link, no image, no mention of anything else can come out of it.
 */
export function inline(text: string): string {
  const parts = oneLine(text).split("`");
  const isPaired = parts.length % 2 === 1;
  if (!isPaired) return escaped(parts.join("'"));
  return parts.map((part, at) => (at % 2 === 0 ? escaped(part) : code(part))).join("");
}

/** Text as a code span, in a table as well: GitHub wants a pipe escaped even there. */
export function code(text: string): string {
  const shown = oneLine(text).replaceAll("`", "'").replaceAll("|", "\\|").trim();
  return shown === "" ? "" : `\`${shown}\``;
}

/** Lines of code in a fence that nothing inside of them can end. */
export function fenced(language: string, lines: readonly string[]): readonly string[] {
  const longest = Math.max(2, ...lines.flatMap((line) => (line.match(/`+/g) ?? []).map(({ length }) => length)));
  const fence = "`".repeat(longest + 1);
  return [`${fence}${language}`, ...lines.map(escapeControls), fence];
}

/** A link to a page of ours or of AWS's; what is no such address is text. */
export function link(label: string, url: string): string {
  return /^https:\/\/[\w.-]+\/[\w./#?=&%~+-]*$/.test(url) ? `[${escaped(oneLine(label))}](${url})` : inline(label);
}

function oneLine(text: string): string {
  return escapeControls(text.replace(/\s+/g, " "));
}

/** Characters that mark something up, and the colon and the dot that make a link of an address. */
function escaped(text: string): string {
  return text
    .replace(/[\\`*_[\]<>&|~#$@!]/g, "\\$&")
    .replace(/(https?|ftp|mailto|xmpp):/gi, "$1\\:")
    .replace(/www\./gi, "www\\.")
    .replace(/^(\s*)([-+=]|\d+(?=[.)]))/, (_, space: string, mark: string) =>
      /\d/.test(mark) ? `${space}${mark}\\` : `${space}\\${mark}`,
    );
}
