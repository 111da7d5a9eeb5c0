/** The URL of a request, taken apart without repairing what its author wrote. */
export interface Target {
  readonly scheme: string;
  readonly hostname: string;
  readonly path: string;
  /** Path segments as sent (not decoded), without the empty one before the first slash. */
  readonly segments: readonly string[];
  readonly query: readonly (readonly [name: string, value: string])[];
  readonly rawQuery: string;
}

const form = /^([a-z][a-z0-9+.-]*):\/\/(?:[^/?#@]*@)?(\[[^\]]*\]|[^/?#:]*)(?::\d*)?([^?#]*)(?:\?([^#]*))?/i;

/**
 * Takes a URL apart by its syntax (RFC 3986). The URL class would resolve `..` and re-encode characters, and a
 * signature or a route depends on what was really sent.
 * @returns empty parts where `url` has no authority (`data:` URLs, nonsense).
 */
export function targetOf(url: string): Target {
  const match = form.exec(url);
  const [, scheme = "", hostname = "", path = "", rawQuery = ""] = match ?? [];
  return new UrlTarget(scheme.toLowerCase(), hostname.toLowerCase(), path === "" ? "/" : path, rawQuery);
}

/** Splits path and query only when asked: most requests of a long session are only looked at by their path. */
class UrlTarget implements Target {
  readonly scheme: string;
  readonly hostname: string;
  readonly path: string;
  readonly rawQuery: string;

  constructor(scheme: string, hostname: string, path: string, rawQuery: string) {
    this.scheme = scheme;
    this.hostname = hostname;
    this.path = path;
    this.rawQuery = rawQuery;
  }

  get segments(): readonly string[] {
    return this.path.slice(1).split("/");
  }

  get query(): readonly (readonly [name: string, value: string])[] {
    return this.rawQuery === "" ? [] : this.rawQuery.split("&").map(pair);
  }
}

/** The value of a query parameter, percent-decoded, by name regardless of case; null where it is not there. */
export function queryValue(target: Target, name: string): string | null {
  return queryValues(target, name)[0] ?? null;
}

/** Every value of a query parameter, as `queryValue` reads them. */
export function queryValues(target: Target, name: string): readonly string[] {
  const found = target.query.filter(([key]) => decoded(key).toLowerCase() === name.toLowerCase());
  return found.map(([, value]) => decoded(value));
}

function pair(text: string): readonly [string, string] {
  const equals = text.indexOf("=");
  return equals < 0 ? [text, ""] : [text.slice(0, equals), text.slice(equals + 1)];
}

/** Percent-decodes; malformed escapes stay as they are. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Percent-encodes; half a surrogate pair, which has no encoding, becomes U+FFFD. */
export function encoded(text: string): string {
  return encodeURIComponent(text.replace(/\p{Cs}/gu, "\uFFFD"));
}
