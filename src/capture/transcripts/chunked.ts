/**
 * The content of a body in chunks (RFC 9112, 7.1); null where the text is not in chunks, since newer curl has joined them
 * already. Sizes count bytes; the text is what they decode to.
 */
export function chunksJoined(text: string): string | null {
  const bytes = new TextEncoder().encode(text);
  const decoder = new TextDecoder();
  let content = "";
  for (let at = 0; at < bytes.length; ) {
    const line = /^([\da-f]{1,8})(?:;.{0,200})?\r\n/i.exec(new TextDecoder().decode(bytes.subarray(at, at + 256)));
    if (line === null) return null;
    const size = Number.parseInt(line[1] ?? "", 16);
    const start = at + line[0].length;
    if (size === 0) return content + decoder.decode();
    content += decoder.decode(bytes.subarray(start, start + size), { stream: true });
    at = start + size + 2;
  }
  return null;
}
