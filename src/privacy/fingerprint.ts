import { hmac } from "@noble/hashes/hmac.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { utf8ToBytes } from "@noble/hashes/utils.js";

/**
 * The key lives as long as the program and is never written. A plain hash of a short password or of a four-digit code
 * would be found by hashing guesses; without the key nobody can hash any.
 */
const key = crypto.getRandomValues(new Uint8Array(32));

/** 32 bytes, equal for equal texts, that reveal nothing about the text without the key. */
export function fingerprint(text: string): Uint8Array {
  return hmac(sha256, key, utf8ToBytes(text));
}
