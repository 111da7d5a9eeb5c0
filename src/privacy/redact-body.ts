import { isSecretField } from "./secret-names.ts";

/** How the parts of a body are redacted. */
export interface BodyRedaction {
  text(text: string): string;
  hide(secret: string): string;
  /** `name=value` pairs joined by `&`. */
  pairs(list: string): string;
}

/** Characters; a longer body is redacted as free text. */
const longest = 4 * 1024 * 1024;

/** No body that means something nests deeper. */
const deepest = 100;

/**
 * A body that is JSON or a form as a whole, without its secrets; JSON inside of strings is redacted like the whole. Null
 * where it is neither. What holds no secret stays exactly as it is written.
 */
export function redactBody(body: string, redaction: BodyRedaction): string | null {
  if (body.length > longest) return null;
  if (isForm(body)) return redaction.pairs(body);
  const json = parsed(body);
  if (json === null) return null;
  const walk = new JsonWalk(redaction);
  const redacted = walk.value(json.value, "", 0);
  return walk.changed ? JSON.stringify(redacted, null, indentOf(body)) : body;
}

/** `name=value` pairs without white space (https://url.spec.whatwg.org/#application/x-www-form-urlencoded). */
function isForm(body: string): boolean {
  return /^[\w.%[\]-]{1,128}=/.test(body) && !/[\s"<>{}]/.test(body);
}

function parsed(body: string): { readonly value: unknown } | null {
  if (!/^\s*[[{]/.test(body)) return null;
  try {
    return { value: JSON.parse(body) };
  } catch {
    return null;
  }
}

function indentOf(body: string): string {
  return /^[[{]\r?\n([ \t]{1,10})\S/.exec(body)?.[1] ?? "";
}

class JsonWalk {
  changed = false;
  readonly #redaction: BodyRedaction;

  constructor(redaction: BodyRedaction) {
    this.#redaction = redaction;
  }

  /** @param name of the field that holds the value; empty where it has none */
  value(value: unknown, name: string, depth: number): unknown {
    if (depth > deepest) return null;
    if (typeof value === "string") return this.#string(value, name);
    if (typeof value === "number") return isSecretField(name) ? this.#put(this.#redaction.hide(String(value))) : value;
    if (Array.isArray(value)) return value.map((each) => this.value(each, name, depth + 1));
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, each]) => [key, this.value(each, nameIn(key, name), depth + 1)]),
    );
  }

  #string(text: string, name: string): string {
    const redacted = isSecretField(name) ? this.#redaction.hide(text) : this.#redaction.text(text);
    return redacted === text ? text : this.#put(redacted);
  }

  #put(redacted: string): string {
    this.changed = true;
    return redacted;
  }
}

/** All that stands below a secret's name is secret. */
function nameIn(key: string, outer: string): string {
  return isSecretField(outer) ? outer : key;
}
