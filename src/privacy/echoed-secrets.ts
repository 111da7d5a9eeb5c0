import type { Request } from "../exchange/exchange.ts";
import { encoded } from "../exchange/target.ts";
import { placeholder } from "./placeholder.ts";
import { redactionBy } from "./redaction.ts";

/** Characters from which on a secret is looked for in texts that do not name it; shorter ones stand in many words. */
export const isRecognisable = 8;

/** The ways in which a secret is written elsewhere: as it is, in a URL, inside of JSON, in base64 and its URL form. */
export const spellingsOf: readonly ((text: string) => string)[] = [
  (text) => text,
  encoded,
  (text) => JSON.stringify(text).slice(1, -1),
  base64Of,
  (text) => base64Of(text).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", ""),
];

/** Base64 of the UTF-8 bytes of a text. */
export function base64Of(text: string): string {
  return btoa(Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join(""));
}

/** The secrets in a request's headers and URL, without those too short to search for elsewhere. */
export function secretsOf({ headers, url }: Request): readonly string[] {
  const secrets = new Set<string>();
  const hide = (secret: string) => {
    if (secret.length >= isRecognisable) secrets.add(secret);
    return "";
  };
  const collecting = redactionBy({ hide, encode: (text) => text });
  collecting.url(url);
  for (const { name, value } of headers.all) collecting.header(name, value);
  return [...secrets].toSorted((a, b) => b.length - a.length);
}

/** A text in which these secrets have placeholders, however they are written. */
export function withoutEchoes(text: string, secrets: readonly string[]): string {
  return secrets.reduce(
    (left, secret) => spellingsOf.reduce((rest, write) => rest.replaceAll(write(secret), placeholder(secret)), left),
    text,
  );
}
