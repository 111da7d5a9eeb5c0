import { jsonObject } from "../exchange/json-object.ts";
import { turningClaims } from "../exchange/jwt.ts";
import { isRedacted } from "../exchange/sigv4/canonical-request.ts";
import { fingerprint } from "./fingerprint.ts";

/** Characters from which on a secret keeps its form; the form of a shorter one would tell too much of it. */
const long = 16;

/** What programs send where they have no secret; a diagnosis can turn on it. */
const noSecrets = new Set(["undefined", "null", "none", "NaN", "[object Object]"]);

/**
 * What stands for secrets in a file that is to be diagnosed again. It has the form that a diagnosis can turn on: the
 * claims of a JSON Web Token, the scope of a credential, the prefix of an access key id, the kind of each character of a
 * long secret. Equal secrets have equal ones while the program runs, and secrets that begin alike have ones that do, as
 * a key does that was cut off; nothing else of a secret can be found from what stands for it.
 */
export class Pseudonymizer {
  readonly #made = new Map<string, string>();

  for(secret: string): string {
    const made = this.#made.get(secret) ?? this.#make(secret);
    this.#made.set(secret, made);
    return made;
  }

  #make(secret: string): string {
    if (noSecrets.has(secret.trim()) || isRedacted(secret)) return secret;
    if (secret.includes("Credential=")) return this.#credential(secret);
    const [, id, scope] = /^([^/\s]{1,128})((?:\/[\w*-]{1,64}){1,5}\/aws4_request)$/.exec(secret) ?? [];
    if (id !== undefined) return `${sameShape(id)}${scope}`;
    const token = /^(eyJ[\w-]{5,})\.([\w-]{4,})\.([\w-]*)$/.exec(secret);
    const claims = token === null ? null : jsonObject(fromBase64Url(token[2] ?? ""));
    if (token !== null && claims !== null) return tokenLike(secret, token[1] ?? "", claims);
    return secret.length < long ? `redacted-${sameShape(secret, "00000000")}` : sameShape(secret);
  }

  /** Only the key's id and the signature are the owner's. */
  #credential(text: string): string {
    return text
      .replace(/(Credential=)([^/,\s]+)/g, (_, name: string, id: string) => `${name}${sameShape(id)}`)
      .replace(/(Signature=)([^,\s]+)/g, (_, name: string, value: string) => `${name}${sameShape(value)}`);
  }
}

/** A token with the header and the claims that a refusal can turn on, and a signature that is none. */
function tokenLike(token: string, header: string, claims: Readonly<Partial<Record<string, unknown>>>): string {
  const { alg, typ, kid } = jsonObject(fromBase64Url(header)) ?? {};
  const parts = [{ alg, typ, kid }, turningClaims(claims)].map((part) => toBase64Url(JSON.stringify(part)));
  return `${parts.join(".")}.${sameShape(token, "a".repeat(43))}`;
}

/** Characters of a secret of which each draws its own from all that stands before it; the rest draws from the whole. */
const drawnByPrefix = 48;

/**
 * Text of the same kinds of characters as `form`, drawn from the secret's fingerprint. Other characters than letters and
 * digits stay, and so does the prefix by which AWS tells kinds of access keys.
 */
function sameShape(secret: string, form = secret): string {
  const kept = /^A[KS]IA(?=[A-Z0-9]{12,})/.exec(form)?.[0] ?? "";
  const letters = /^[0-9a-f]+$/i.test(form) ? 6 : 26;
  const whole = fingerprint(secret);
  const draw = (at: number): number => {
    const print = form === secret && at < drawnByPrefix ? fingerprint(secret.slice(0, at + 1)) : whole;
    return print[at % print.length] ?? 0;
  };
  return [...form]
    .map((character, at) => (at < kept.length ? character : ofKind(character, draw(at), letters)))
    .join("");
}

function ofKind(character: string, drawn: number, letters: number): string {
  if (/[0-9]/.test(character)) return String(drawn % 10);
  if (!/[A-Za-z]/.test(character)) return character;
  const first = character < "a" ? "A" : "a";
  return String.fromCharCode(first.charCodeAt(0) + (drawn % letters));
}

function fromBase64Url(text: string): string {
  try {
    const bytes = Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (each) => each.charCodeAt(0));
    return new TextDecoder().decode(bytes);
  } catch {
    return "";
  }
}

function toBase64Url(text: string): string {
  const binary = String.fromCharCode(...new TextEncoder().encode(text));
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}
