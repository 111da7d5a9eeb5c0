import { asFields, type Fields, field, textOf } from "../../capture/har/fields.ts";
import { decodeBase64 } from "../../capture/har/response-content.ts";
import { sha256Base64, sha256Hex } from "../../exchange/sha256.ts";
import { arrivedForms } from "../../exchange/sigv4/authorization-hash.ts";
import { encoded } from "../../exchange/target.ts";
import { base64Of, isRecognisable, spellingsOf } from "../../privacy/echoed-secrets.ts";
import { Pseudonymizer } from "../../privacy/pseudonymizer.ts";
import { type Redaction, redactionBy } from "../../privacy/redaction.ts";
import { isSecretField, isSecretParameter } from "../../privacy/secret-names.ts";
import type { ReportOptions } from "../format.ts";

/** Depth below which values are dropped; no real HAR file nests deeper. */
const deepest = 100;

export interface MaskOptions {
  /** Whether AWS account ids and e-mail addresses are hidden, too. */
  readonly people: boolean;
}

/** The mask for one HAR file; null where the user keeps credentials. */
export function maskOf({ unmasked, hidePeople }: Pick<ReportOptions, "unmasked" | "hidePeople">): HarMask | null {
  return unmasked ? null : new HarMask({ people: hidePeople });
}

/** Replaces the secrets of a HAR file, part by part, by the same pseudonyms in all parts. */
export class HarMask {
  readonly #people: boolean;
  readonly #pseudonyms = new Pseudonymizer();

  constructor({ people }: MaskOptions) {
    this.#people = people;
  }

  /**
   * Replaces each secret of a part (an entry, a page) by a pseudonym of the same form. A secret that one place names is
   * replaced everywhere in the part, also percent-encoded and in base64. Hashes of changed values are replaced, too, so
   * that equal values stay equal. Leaves out binary bodies. Compressed bodies must be unpacked before.
   */
  masked(part: unknown): unknown {
    const first = this.#walk([]);
    first.value(part, "", 0);
    return this.#walk(sweepsOf(first.replacements)).value(part, "", 0);
  }

  #walk(sweeps: readonly Sweep[]): MaskingWalk {
    return new MaskingWalk({ pseudonyms: this.#pseudonyms, people: this.#people, sweeps });
  }
}

type Sweep = readonly [from: string, to: string];

/** Longest first, since one secret may contain another. */
function sweepsOf(replacements: ReadonlyMap<string, string>): readonly Sweep[] {
  return [...replacements]
    .filter(([from, to]) => from.length >= isRecognisable && from !== to)
    .flatMap(([from, to]) => spellingsOf.map((write): Sweep => [write(from), write(to)]))
    .toSorted(([a], [b]) => b.length - a.length);
}

interface WalkOptions extends MaskOptions {
  readonly pseudonyms: Pseudonymizer;
  readonly sweeps: readonly Sweep[];
}

class MaskingWalk {
  /** Pseudonyms and other new values by the values that they replace. */
  readonly replacements = new Map<string, string>();
  readonly #redaction: Redaction;
  readonly #pseudonyms: Pseudonymizer;
  readonly #sweeps: readonly Sweep[];
  readonly #made = new Set<string>();

  constructor({ pseudonyms, people, sweeps }: WalkOptions) {
    this.#pseudonyms = pseudonyms;
    this.#sweeps = sweeps;
    this.#redaction = redactionBy({ hide: (secret) => this.#hide(secret), encode: encoded, people });
  }

  /** @param name the name of the member with the value, or of its list */
  value(value: unknown, name: string, depth: number): unknown {
    if (depth > deepest) return null;
    if (typeof value === "string") return this.#string(value, name);
    if (typeof value === "number" && isSecretField(name)) return this.#hide(String(value));
    if (Array.isArray(value)) return value.map((each) => this.#element(each, name, depth + 1));
    const fields = asFields(value);
    return fields === null ? value : this.#object(fields, name, depth);
  }

  #element(value: unknown, list: string, depth: number): unknown {
    if (!Array.isArray(value) || value.length !== 2) return this.value(value, list, depth);
    const [name, text] = value;
    return typeof name === "string" && typeof text === "string" ? [name, this.#named(name, text, list)] : value;
  }

  #object(fields: Fields, name: string, depth: number): Fields {
    if (name === "headers" && field(fields, "name") === undefined) return this.#headerObject(fields);
    if (typeof fields["text"] === "string" && (name === "content" || name === "postData")) {
      return this.#members(this.#withBody(fields, fields["text"]), depth, "text");
    }
    if (name === "_webSocketMessages" && isBinary(fields)) return { ...fields, data: "" };
    const [called, value] = [field(fields, "name"), field(fields, "value")];
    if (typeof called !== "string" || typeof value !== "string") return this.#members(fields, depth);
    return this.#members({ ...fields, value: this.#named(called, value, name) }, depth, "value");
  }

  /** @param done a member that is masked already */
  #members(fields: Fields, depth: number, done?: string): Fields {
    return Object.fromEntries(
      Object.entries(fields).map(([key, each]) => [key, key === done ? each : this.value(each, key, depth + 1)]),
    );
  }

  #headerObject(fields: Fields): Fields {
    return Object.fromEntries(
      Object.entries(fields).map(([name, value]) => [name, this.#named(name, textOf(value), "headers")]),
    );
  }

  /** Masks a header, a cookie or a parameter; the list says which it is. */
  #named(name: string, value: string, list: string): string {
    if (list === "headers") return this.#header(name, value);
    if (list === "cookies" || isSecretParameter(name)) return this.#redaction.hide(value);
    return this.#string(value, name);
  }

  #header(name: string, value: string): string {
    const shown = this.#swept(this.#redaction.header(name, value));
    if (name.toLowerCase() === "authorization") this.#keepHashes(value, shown);
    return shown;
  }

  /** API Gateway prints a hash of the Authorization header as it arrived, in one of several forms. */
  #keepHashes(value: string, shown: string): void {
    const after = arrivedForms([shown]);
    for (const [at, form] of arrivedForms([value]).entries()) {
      this.replacements.set(sha256Base64(form), sha256Base64(after[at] ?? ""));
    }
  }

  #string(text: string, name: string): string {
    if (isSecretField(name)) return this.#redaction.hide(text);
    return this.#swept(isUrl(text) ? this.#redaction.url(text) : this.#redaction.text(text));
  }

  #withBody(fields: Fields, written: string): Fields {
    const isBase64 = textOf(field(fields, "encoding")).toLowerCase() === "base64";
    const text = isBase64 ? textIn(written) : written;
    if (text === null) {
      const { encoding: _, ...rest } = fields;
      return {
        ...rest,
        text: "",
        comment: "Left out: the body is no text, so that secrets in it could not be replaced",
      };
    }
    const shown = this.#swept(this.#redaction.text(text));
    this.replacements.set(sha256Hex(text), sha256Hex(shown));
    if (shown === text) return fields;
    return { ...fields, text: isBase64 ? base64Of(shown) : shown };
  }

  #hide(secret: string): string {
    if (this.#made.has(secret)) return secret;
    const made = this.#pseudonyms.for(secret);
    this.#made.add(made);
    this.replacements.set(secret, made);
    for (const part of partsOf(secret)) this.replacements.set(part, this.#pseudonyms.for(part));
    return made;
  }

  #swept(text: string): string {
    return this.#sweeps.reduce((left, [from, to]) => (left.includes(from) ? left.replaceAll(from, to) : left), text);
  }
}

/** The user name and password of Basic authentication, and the password alone (RFC 7617). */
function partsOf(secret: string): readonly string[] {
  const text = /^[\w+/=-]+$/.test(secret) ? textIn(secret) : null;
  return text?.includes(":") ? [text, text.slice(text.indexOf(":") + 1)] : [];
}

/** The text in base64; null where the bytes are no text. */
function textIn(base64: string): string | null {
  const bytes = decodeBase64(base64);
  try {
    return bytes === null ? null : new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Whether a frame is binary: its data is base64 then. Not every producer writes the opcode (RFC 6455, 5.2). */
function isBinary(frame: Fields): boolean {
  return field(frame, "opcode") === 2 || /^[\w+/-]{16,}={0,2}$/.test(textOf(field(frame, "data")));
}

function isUrl(text: string): boolean {
  return /^[a-z][a-z0-9+.-]*:\/\//i.test(text);
}
