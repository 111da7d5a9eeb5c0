/** One challenge of `www-authenticate`, such as `Bearer scope="orders.write" error="insufficient_scope"`. */
export interface Challenge {
  /** In lower case. */
  readonly scheme: string;
  /** By name in lower case; the first of a name counts. */
  readonly parameters: ReadonlyMap<string, string>;
}

const token = "[!#$%&'*+.^_`|~\\w-]{1,128}";
const parameter = new RegExp(`(${token})[ \\t]{0,8}=[ \\t]{0,8}(?:"((?:[^"\\\\]|\\\\.){0,4096})"|(${token}))`, "y");
const scheme = new RegExp(token, "y");
const separators = /[ \t,]*/y;
const token68 = /[\w.~+/-]{1,4096}=*(?=[ \t]*(?:,|$))/y;

/** Longer values are hostile; API Gateway's headers have at most 10,240 bytes in all. */
const longest = 10_240;

/**
 * Takes the value of `www-authenticate` apart (RFC 9110, 11.6.1; the parameters of Bearer are RFC 6750, 3). HTTP APIs
 * part their parameters by blanks alone, so commas count as blanks. What does not fit ends the reading.
 */
export function challengesIn(value: string): readonly Challenge[] {
  const challenges: Challenge[] = [];
  const reader = new Reader(value.slice(0, longest));
  for (let name = reader.take(scheme); name !== null; name = reader.take(scheme)) {
    reader.take(separators);
    challenges.push({ scheme: name[0].toLowerCase(), parameters: parametersOf(reader) });
    reader.take(separators);
  }
  return challenges;
}

function parametersOf(reader: Reader): Map<string, string> {
  const parameters = new Map<string, string>();
  for (let found = reader.take(parameter); found !== null; found = reader.take(parameter)) {
    const name = (found[1] ?? "").toLowerCase();
    if (!parameters.has(name)) parameters.set(name, unquoted(found));
    reader.take(separators);
  }
  if (parameters.size === 0) reader.take(token68);
  return parameters;
}

function unquoted([, , quoted, plain]: RegExpExecArray): string {
  return quoted === undefined ? (plain ?? "") : quoted.replace(/\\(.)/g, "$1");
}

/** Reads a text from left to right by sticky patterns. */
class Reader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  take(form: RegExp): RegExpExecArray | null {
    form.lastIndex = this.#at;
    const match = form.exec(this.#text);
    if (match) this.#at += match[0].length;
    return match;
  }
}

/** The scopes that a Bearer challenge asks for because the token has none of them; empty where it asks for none. */
export function scopesWanted(values: readonly string[]): readonly string[] {
  const found = values.flatMap(challengesIn).find(lacksScope);
  return (found?.parameters.get("scope") ?? "").split(" ").filter(Boolean);
}

/** `insufficient_scope` is what RFC 6750, 3.1 gives to a valid token without the rights for this request. */
export function lacksScope({ scheme: name, parameters }: Challenge): boolean {
  return name === "bearer" && parameters.get("error") === "insufficient_scope";
}
