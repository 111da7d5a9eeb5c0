import { sha256Hex } from "./sha256.ts";
import { decoded } from "./target.ts";

/**
 * Hides credentials in whatever is shown or exported. Equal secrets get equal placeholders, so that "the same key as
 * before" stays visible.
 */
export function placeholder(secret: string): string {
  return `[redacted ${sha256Hex(secret).slice(0, 6)}]`;
}

const secretHeaders = new Set([
  "authorization",
  "proxy-authorization",
  "cookie",
  "set-cookie",
  "x-api-key",
  "x-amz-security-token",
  "x-auth-token",
  "x-access-token",
  "x-csrf-token",
  "x-xsrf-token",
]);

const secretName =
  /^(?:x-amz-(?:signature|security-token|credential)|signature|sig|(?:.*[-_.])?(?:api[-_]?key|token|secret|password|passwd|pwd|jwt|session|credential|code|assertion)|access[-_]?key(?:[-_]?id)?|key|auth|authorization|client[-_]?secret|(?:access|id|refresh)[-_]?token|accesstoken|idtoken|refreshtoken|sessiontoken|secretkey|secretaccesskey)$/i;

/** A header's value as it may be shown. The authentication scheme stays, since it decides many a diagnosis. */
export function redactHeader(name: string, value: string): string {
  const lower = name.toLowerCase();
  if (lower === ":path" || lower === "referer" || lower === "location") return redactUrl(value);
  if (!secretHeaders.has(lower) && !secretName.test(lower)) return redactText(value);
  const scheme = /^(Bearer|Basic|Digest|Negotiate|AWS4-HMAC-SHA256)\s+/i.exec(value);
  return scheme ? `${scheme[1]} ${placeholder(value.slice(scheme[0].length))}` : placeholder(value);
}

/** A URL without user information and without the values of secret query parameters. */
export function redactUrl(url: string): string {
  const withoutUser = url.replace(/^([a-z][a-z0-9+.-]*:\/\/)[^/?#@]*@/i, "$1");
  const [beforeFragment = "", fragment] = splitOnce(withoutUser, "#");
  const [path = "", query] = splitOnce(beforeFragment, "?");
  const parts = [redactText(path)];
  if (query !== undefined) parts.push("?", query.split("&").map(redactPair).join("&"));
  if (fragment !== undefined) parts.push("#", redactText(fragment.split("&").map(redactPair).join("&")));
  return parts.join("");
}

function redactPair(pair: string): string {
  const [name = "", value] = splitOnce(pair, "=");
  if (value === undefined || value === "") return redactText(pair);
  return secretName.test(decoded(name)) ? `${name}=${placeholder(value)}` : `${name}=${redactText(value)}`;
}

function splitOnce(text: string, separator: string): [string, string | undefined] {
  const at = text.indexOf(separator);
  return at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)];
}

const secretsInText: readonly (readonly [form: RegExp, hide: (...groups: string[]) => string])[] = [
  // JSON Web Tokens
  [/\beyJ[\w-]{5,}\.[\w-]{4,}\.[\w-]*/g, (all) => placeholder(all)],
  // Lines of a canonical request that an answer echoes, and headers in transcripts
  [
    /\b(authorization|cookie|x-api-key|x-amz-security-token)(\s*:\s*)(?!\[redacted)([^\r\n'"\\]+)/gi,
    (_, name, colon, value) => `${name}${colon}${placeholder(value)}`,
  ],
  // Not the parameters of a challenge (RFC 6750, 3), which tell what is missing
  [
    /\b(Bearer|Basic)\s+(?!(?:realm|scope|error|error_description|error_uri|charset)=")([\w.~+/=-]{6,})/g,
    (_, scheme, value) => `${scheme} ${placeholder(value)}`,
  ],
  [/\b(Signature=)([0-9a-f]{64})\b/g, (_, name, value) => `${name}${placeholder(value)}`],
  // "'<credential>' not a valid key=value pair": the wording of before 2025 quotes what was sent
  [
    /^(.{0,40}?')([^']+)(' not a valid key=value pair)/g,
    (_, before, value, after) => `${before}${placeholder(value)}${after}`,
  ],
  [/( Authorization=)(\S.*)$/g, (_, name, value) => `${name}${placeholder(value)}`],
  // Fields of JSON text
  [
    /("([\w.-]+)"\s*:\s*")((?:[^"\\]|\\.)+)(")/g,
    (all, before, name, value, after) => (secretName.test(name) ? `${before}${placeholder(value)}${after}` : all),
  ],
  // IAM Identity Center and federation put people's e-mail addresses into the names of sessions
  [
    /(:(?:assumed-role\/[^/\s"]{1,128}|federated-user)\/)([^/@\s"]{1,64}@[^/@\s"]{1,255})/g,
    (_, before, address) => `${before}${placeholder(address)}`,
  ],
  // Access key ids: the prefix tells long-lived from temporary, the tail is the owner's
  [/\b(AKIA|ASIA)([A-Z0-9]{12,})\b/g, (all, prefix) => `${prefix}${placeholder(all)}`],
];

/** Free text (a body, a header, an error message) without the secrets that have a recognisable form. */
export function redactText(text: string): string {
  return secretsInText.reduce((left, [form, hide]) => left.replace(form, hide), text);
}
