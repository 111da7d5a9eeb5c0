/** What a text that cannot be a HAR file is instead, as a clause; null where it may be one. */
export function recogniseOther(text: string): string | null {
  const archive = archives.find(({ begins }) => begins.some((bytes) => text.startsWith(bytes)));
  return archive?.says ?? documents.find(({ looks }) => looks.test(text))?.says ?? null;
}

/** Archives are binary, but their first bytes survive being read as text, those above 127 as U+FFFD. */
const archives = [
  { begins: ["PK\u0003\u0004"], says: "The file is a ZIP archive, from which the .har file has to be taken first" },
  { begins: ["\u001f\uFFFD\b", "\u001f\u008b\b"], says: "The file is gzip-compressed and has to be unpacked first" },
] as const;

const documents = [
  { looks: /^\s*<(?:!doctype html|html|head|body)\b/i, says: "The file is an HTML page" },
  { looks: /^\s*<\?xml/i, says: "The file is XML" },
] as const;
