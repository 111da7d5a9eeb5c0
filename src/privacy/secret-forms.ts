import { replaceTokens, tokenCharacters } from "../exchange/compact-token.ts";
import { decoded } from "../exchange/target.ts";
import { isSecretField, isSecretParameter } from "./secret-names.ts";

type Hide = (secret: string) => string;
type Replacer = (...groups: string[]) => string;

/** A form, and its replacement. */
type Form = readonly [form: RegExp, hidden: (hide: Hide, encode: Hide) => Replacer];

/** Secrets that a text shows by their form or by the name before them. */
export const secretForms: readonly Form[] = [
  // JSON Web Tokens
  [
    tokenCharacters,
    (hide) =>
      (run = "") =>
        replaceTokens(run, hide),
  ],
  // User information of a URL
  [/\b([a-z][a-z0-9+.-]{0,15}:\/\/)[^/?#\s@"'<>\\]{1,256}@/gi, () => (_, scheme) => scheme ?? ""],
  // Parameters of a URL inside a text
  [
    /([?&])([\w.%-]{1,64})=([^&\s"'<>#\\[\]]+)/g,
    (hide, encode) =>
      (all, before, name = "", value = "") =>
        isSecretParameter(decoded(name)) ? `${before}${name}=${encode(hide(decoded(value)))}` : all,
  ],
  // Lines of a canonical request that a response echoes, and headers in transcripts
  [
    /\b(authorization|cookie|x-api-key|x-amz-security-token)(\s*:\s*)(?!\[redacted)([^\r\n'"\\]+)/gi,
    (hide) =>
      (_, name, colon, value = "") =>
        `${name}${colon}${hide(value)}`,
  ],
  // Not the parameters of a challenge (RFC 6750, 3), which tell what is missing
  [
    /\b(Bearer|Basic)\s+(?!(?:realm|scope|error|error_description|error_uri|charset)=")([\w.~+/=-]{6,})/g,
    (hide) =>
      (_, scheme, value = "") =>
        `${scheme} ${hide(value)}`,
  ],
  [
    /\b(Signature=)([0-9a-f]{64})\b/g,
    (hide) =>
      (_, name, value = "") =>
        `${name}${hide(value)}`,
  ],
  // "'<credential>' not a valid key=value pair": the wording of before 2025 quotes what was sent
  [
    /^(.{0,40}?')([^']+)(' not a valid key=value pair)/g,
    (hide) =>
      (_, before, value = "", after) =>
        `${before}${hide(value)}${after}`,
  ],
  [
    /( Authorization=)(\S.*)/g,
    (hide) =>
      (_, name, value = "") =>
        `${name}${hide(value)}`,
  ],
  // Fields of JSON in a text that is none as a whole; a backslash stands before the quotes of JSON in JSON
  [
    /(\\{0,4}"([\w.-]{1,128})\\{0,4}"\s{0,20}:\s{0,20}\\{0,4}")((?:[^"\\]|\\(?!\\{0,3}"[\s,}\]]).)+)(?=\\{0,4}")/g,
    (hide) =>
      (all, before, name = "", value = "") =>
        isSecretField(name) ? `${before}${hide(value)}` : all,
  ],
  // Elements of XML
  [
    /<([\w:.-]{1,128})>([^<]+)(?=<\/)/g,
    (hide) =>
      (all, name = "", value = "") =>
        isSecretField(name.slice(name.indexOf(":") + 1)) ? `<${name}>${hide(value)}` : all,
  ],
  // Fields of multipart/form-data (RFC 7578, 4.2), with up to four further header lines
  [
    /(\bname="([^"\r\n]{1,128})"[^\r\n]{0,300}(?:\r?\n[^\r\n]{1,300}){0,4}\r?\n\r?\n)([^\r\n]+)/g,
    (hide) =>
      (all, before, name = "", value = "") =>
        isSecretParameter(name) ? `${before}${hide(value)}` : all,
  ],
  // IAM Identity Center and federation put people's e-mail addresses into the names of sessions
  [
    /(:(?:assumed-role\/[^/\s"]{1,128}|federated-user)\/)([^/@\s"]{1,64}@[^/@\s"]{1,255})/g,
    (hide) =>
      (_, before, address = "") =>
        `${before}${hide(address)}`,
  ],
  // Access key ids: the prefix tells long-lived from temporary, the tail is the owner's
  [/\b(AKIA|ASIA)([A-Z0-9]{12,})\b/g, (hide) => (all, prefix) => withPrefix(prefix ?? "", hide(all))],
];

/** Data about people: not secret, but private. */
export const peopleForms: readonly Form[] = [
  [/[\w.+-]{1,64}(?:@|%40)[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}/g, (hide) => (all) => hide(all.replace("%40", "@"))],
  // Account ids have twelve digits, as in arn:aws:iam::123456789012:user/name
  [/(?<![\w.-])\d{12}(?![\w.-])/g, (hide) => (all) => hide(all)],
];

/** A pseudonym may have the prefix of what it stands for already. */
function withPrefix(prefix: string, standIn: string): string {
  return standIn.startsWith(prefix) ? standIn : `${prefix}${standIn}`;
}
