import { bytesToHex } from "@noble/hashes/utils.js";
import { fingerprint } from "./fingerprint.ts";

const form = /^\[redacted [0-9a-f]+\]$/;

/**
 * The text shown instead of a secret. Equal secrets get equal placeholders while the program runs, so that "the same
 * key as before" stays visible; another run gives others. A placeholder stays as it is.
 */
export function placeholder(secret: string): string {
  return form.test(secret) ? secret : `[redacted ${bytesToHex(fingerprint(secret).slice(0, 4))}]`;
}

/**
 * Numbers the placeholders of a text in the order in which they appear, so that the same capture gives the same text in
 * every run. The function returned remembers the numbers: texts given to the same one belong together.
 */
export function placeholderNumbers(): (text: string) => string {
  const numbers = new Map<string, number>();
  return (text) =>
    text.replace(/\[redacted ([0-9a-f]{8})\]/g, (_, print: string) => {
      const number = numbers.get(print) ?? numbers.size + 1;
      numbers.set(print, number);
      return `[redacted ${number}]`;
    });
}
