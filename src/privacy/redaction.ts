import { decoded } from "../exchange/target.ts";
import { placeholder } from "./placeholder.ts";
import { redactBody } from "./redact-body.ts";
import { peopleForms, secretForms } from "./secret-forms.ts";
import { isSecretHeader, isSecretParameter } from "./secret-names.ts";

/** How secrets are replaced. */
export interface Hiding {
  /** What stands for a secret, which is given decoded. */
  hide(secret: string): string;
  /** How a pseudonym is written inside a URL or a form. */
  encode(text: string): string;
  /** Whether AWS account ids and e-mail addresses are hidden, too. */
  readonly people?: boolean;
}

/** Hides credentials in everything that is shown or exported. */
export interface Redaction {
  /** A header's value. The authentication scheme stays, since it decides many a diagnosis. */
  header(name: string, value: string): string;
  /** A URL without user information and without the values of secret parameters. */
  url(url: string): string;
  /** Free text (a body, a frame, an error message) without the secrets that have a recognisable name or form. */
  text(text: string): string;
  hide(secret: string): string;
}

/** A redaction that replaces secrets in this way. */
export function redactionBy({ hide, encode, people = false }: Hiding): Redaction {
  const allForms = people ? [...secretForms, ...peopleForms] : secretForms;
  const hideWhole = (secret: string) => (secret === "" ? "" : hide(secret));

  function text(written: string): string {
    return redactBody(written, { text, hide: hideWhole, pairs }) ?? forms(written);
  }

  function forms(written: string): string {
    return allForms.reduce((left, [form, hidden]) => left.replace(form, hidden(hideWhole, encode)), written);
  }

  function pairs(list: string): string {
    return list.split("&").map(pair).join("&");
  }

  function pair(written: string): string {
    const [name = "", value] = splitOnce(written, "=");
    if (value === undefined || value === "") return forms(written);
    const plain = decoded(value);
    if (isSecretParameter(decoded(name))) return `${name}=${encode(hide(plain))}`;
    const shown = isUrl(plain) ? url(plain) : text(plain);
    return `${name}=${shown === plain ? value : encode(shown)}`;
  }

  function url(written: string): string {
    const withoutUser = written.replace(/^([a-z][a-z0-9+.-]*:\/\/)[^/?#@]*@/i, "$1");
    const [beforeFragment = "", fragment] = splitOnce(withoutUser, "#");
    const [path = "", query] = splitOnce(beforeFragment, "?");
    const parts = [text(path)];
    if (query !== undefined) parts.push("?", pairs(query));
    if (fragment !== undefined) parts.push("#", pairs(fragment));
    return parts.join("");
  }

  function header(name: string, value: string): string {
    const lower = name.toLowerCase();
    if (isUrl(value) || lower === ":path" || lower === "referer" || lower === "location") return url(value);
    if (lower === "cookie") return value.split("; ").map(cookie).join("; ");
    if (lower === "set-cookie")
      return value
        .split("; ")
        .map((each, at) => (at === 0 ? cookie(each) : each))
        .join("; ");
    if (!isSecretHeader(lower)) return text(value);
    const scheme = /^(Bearer|Basic|Digest|Negotiate|AWS4-HMAC-SHA256|AWS4-ECDSA-P256-SHA256)\s+/i.exec(value);
    return scheme ? `${scheme[1]} ${hideWhole(value.slice(scheme[0].length))}` : hideWhole(value);
  }

  function cookie(written: string): string {
    const [name = "", value] = splitOnce(written, "=");
    return value === undefined ? hideWhole(written) : `${name}=${hideWhole(value)}`;
  }

  return { header, url, text, hide: hideWhole };
}

/** Hides by placeholders, for people to read. */
const redaction = redactionBy({ hide: placeholder, encode: asIs });

export const { header: redactHeader, url: redactUrl, text: redactText } = redaction;

/** A text without AWS account ids and e-mail addresses. */
export function redactPeople(text: string): string {
  return peopleForms.reduce((left, [form, hidden]) => left.replace(form, hidden(placeholder, asIs)), text);
}

function asIs(text: string): string {
  return text;
}

function isUrl(text: string): boolean {
  return /^[a-z][a-z0-9+.-]*:\/\//i.test(text);
}

function splitOnce(text: string, separator: string): [string, string | undefined] {
  const at = text.indexOf(separator);
  return at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)];
}
