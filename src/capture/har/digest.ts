/**
 * A short text that is the same for equal texts and, but by a chance of one in 10^19, another for others. Not safe
 * against somebody who wants two texts to have the same one; the author of a capture could as well write equal texts.
 */
export function digestOf(text: string): string {
  let one = 0xdeadbeef ^ text.length;
  let two = 0x41c6ce57 ^ text.length;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    one = Math.imul(one ^ code, 0x9e3779b1);
    two = Math.imul(two ^ code, 0x5f356495);
  }
  return `${text.length}:${mixed(one, two)}:${mixed(two, one)}`;
}

/** The last step of MurmurHash3, which spreads every bit over all. */
function mixed(value: number, other: number): string {
  let bits = Math.imul(value ^ (value >>> 16), 0x85ebca6b) ^ other;
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return ((bits ^ (bits >>> 16)) >>> 0).toString(36);
}
