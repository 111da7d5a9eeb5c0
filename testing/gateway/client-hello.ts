/**
 * The server name in a TLS ClientHello. Node decides whether to ask for a client certificate before it knows the name,
 * so the name has to be read first.
 * https://www.rfc-editor.org/rfc/rfc8446#section-4.1.2
 * @returns undefined while the record isn't complete; an empty string where no name is given.
 */
export function readServerName(bytes: Buffer): string | undefined {
  const recordHead = 5;
  if (bytes.length < recordHead || bytes.length < recordHead + bytes.readUInt16BE(3)) return undefined;
  try {
    return findServerName(bytes);
  } catch {
    // Not TLS, or cut short: Node's own TLS will say so.
    return "";
  }
}

function findServerName(bytes: Buffer): string {
  const afterRandom = 5 + 4 + 2 + 32;
  const afterSession = afterRandom + 1 + bytes.readUInt8(afterRandom);
  const afterCiphers = afterSession + 2 + bytes.readUInt16BE(afterSession);
  const afterCompression = afterCiphers + 1 + bytes.readUInt8(afterCiphers);
  const end = afterCompression + 2 + bytes.readUInt16BE(afterCompression);
  let at = afterCompression + 2;
  while (at < end) {
    const type = bytes.readUInt16BE(at);
    const length = bytes.readUInt16BE(at + 2);
    // server_name: a list length (2), a type (1) and the name's length (2) precede the name.
    if (type === 0) return bytes.toString("latin1", at + 9, at + 9 + bytes.readUInt16BE(at + 7)).toLowerCase();
    at += 4 + length;
  }
  return "";
}
