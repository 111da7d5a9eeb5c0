import type { Headers } from "../headers.ts";
import { queryValue, queryValues, type Target } from "../target.ts";

type Algorithm = "AWS4-HMAC-SHA256" | "AWS4-ECDSA-P256-SHA256";

/**
 * The parts of a Signature Version 4 or 4a credential, as sent. A part that is missing is `null`.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-signing-elements.html
 */
export interface Sigv4 {
  readonly place: "header" | "query";
  /** The ECDSA one is SigV4a's. */
  readonly algorithm: Algorithm;
  readonly accessKeyId: string | null;
  /** `yyyymmdd` of the credential scope. */
  readonly scopeDate: string | null;
  /** The scope's region; null for SigV4a, whose scope has none. */
  readonly region: string | null;
  /** Every region that the signature is for: the scope's one, or SigV4a's set, in which `*` stands for any. */
  readonly regionSet: readonly string[];
  readonly service: string | null;
  /** Lower-cased, as listed. */
  readonly signedHeaders: readonly string[];
  readonly signature: string | null;
  /** Instant of `x-amz-date`, or of `date` where that is all there is; milliseconds since the epoch. */
  readonly signedAt: number | null;
  /** Seconds that a presigned URL lives. */
  readonly expires: number | null;
  readonly sessionToken: string | null;
  /** The defects of its form, as phrases without secrets; empty for a well-formed credential. */
  readonly defects: readonly string[];
}

const schemeForm = /AWS4-(?:HMAC-SHA256|ECDSA-P256-SHA256)/;

/** Whether an Authorization value is, or holds, a SigV4 or SigV4a credential. */
export function isSigv4(authorization: string): boolean {
  return schemeForm.test(authorization);
}

/**
 * Reads a credential from the Authorization value or from a presigned URL; null where there is neither. Several
 * Authorization headers that differ count as one that joins them (RFC 9110, 5.3).
 */
export function sigv4Of(authorization: string | null, headers: Headers, target: Target): Sigv4 | null {
  const sent = new Set(headers.values("authorization"));
  const joined = sent.size > 1 ? [...sent].join(", ") : (authorization ?? "");
  const scheme = schemeForm.exec(joined);
  if (scheme !== null) return fromHeader(joined, scheme, headers);
  const isPresigned = ["X-Amz-Signature", "X-Amz-Credential"].some((name) => queryValue(target, name) !== null);
  return isPresigned ? fromQuery(target) : null;
}

const headerParameters = ["Credential", "SignedHeaders", "Signature"];

function fromHeader(text: string, scheme: RegExpExecArray, headers: Headers): Sigv4 {
  const algorithm = scheme[0] as Algorithm;
  const { parameters, defects } = parametersOf(text.slice(scheme.index + algorithm.length));
  if (scheme.index > 0) defects.unshift("another credential stands before the signature in the same header");
  defects.push(...missing(headerParameters, (name) => parameters.get(name.toLowerCase())));
  if (!headers.has("x-amz-date") && !headers.has("date")) defects.push("neither x-amz-date nor date is sent");
  return {
    place: "header",
    ...commonParts(algorithm, defects, {
      credential: parameters.get("credential"),
      signedHeaders: parameters.get("signedheaders"),
      regionSet: headers.get("x-amz-region-set"),
    }),
    signature: parameters.get("signature") || null,
    signedAt: signedAtIn(headers),
    expires: null,
    sessionToken: headers.get("x-amz-security-token") ?? null,
    defects,
  };
}

/** A presigned URL has no other parts to get wrong than these. */
const queryParameters = ["X-Amz-Credential", "X-Amz-Date", "X-Amz-SignedHeaders", "X-Amz-Signature"];

/** Seconds of seven days, the longest that a presigned URL may live. */
const longestLife = 604_800;

function fromQuery(target: Target): Sigv4 {
  const value = (name: string) => queryValue(target, name) ?? undefined;
  const algorithm = schemeForm.exec(value("X-Amz-Algorithm") ?? "")?.[0] as Algorithm | undefined;
  const expires = Number(value("X-Amz-Expires") || Number.NaN);
  const defects = [
    ...(algorithm === undefined ? ["X-Amz-Algorithm names no algorithm of SigV4"] : []),
    ...missing(queryParameters, value),
    ...queryParameters.filter((name) => queryValues(target, name).length > 1).map(isThereTwice),
  ];
  if (value("X-Amz-Expires") !== undefined && !(expires >= 1 && expires <= longestLife)) {
    defects.push("X-Amz-Expires is no number of seconds up to seven days");
  }
  return {
    place: "query",
    ...commonParts(algorithm ?? "AWS4-HMAC-SHA256", defects, {
      credential: value("X-Amz-Credential"),
      signedHeaders: value("X-Amz-SignedHeaders"),
      regionSet: value("X-Amz-Region-Set"),
    }),
    signature: value("X-Amz-Signature") || null,
    signedAt: instantOf(value("X-Amz-Date") ?? ""),
    expires: Number.isFinite(expires) ? expires : null,
    sessionToken: value("X-Amz-Security-Token") ?? null,
    defects,
  };
}

function isThereTwice(name: string): string {
  return `${name} is there twice`;
}

function missing(names: readonly string[], value: (name: string) => string | undefined): string[] {
  return names.filter((name) => !value(name)).map((name) => `${name} is missing`);
}

interface Parameters {
  readonly parameters: ReadonlyMap<string, string>;
  readonly defects: string[];
}

/** The parts after the scheme, separated by commas with or without spaces, by lower-case name. */
function parametersOf(text: string): Parameters {
  const parameters = new Map<string, string>();
  const defects: string[] = [];
  for (const part of text.split(",")) {
    const equals = part.indexOf("=");
    const name = part.slice(0, Math.max(equals, 0)).trim();
    if (parameters.has(name.toLowerCase())) defects.push(isThereTwice(knownName(name)));
    else if (equals > 0) parameters.set(name.toLowerCase(), part.slice(equals + 1).trim());
    else if (part.trim() !== "") defects.push("a part of it is no key=value pair");
  }
  return { parameters, defects };
}

/** Other names may be pieces of a secret. */
function knownName(name: string): string {
  return headerParameters.find((known) => known.toLowerCase() === name.toLowerCase()) ?? "a part";
}

interface Texts {
  readonly credential: string | undefined;
  readonly signedHeaders: string | undefined;
  readonly regionSet: string | undefined;
}

type CommonParts = Pick<
  Sigv4,
  "algorithm" | "accessKeyId" | "scopeDate" | "region" | "regionSet" | "service" | "signedHeaders"
>;

/** What both places have; adds what is wrong with it to `defects`. */
function commonParts(algorithm: Algorithm, defects: string[], texts: Texts): CommonParts {
  const scope = scopeOf(algorithm, texts.credential ?? "", defects);
  const regions = algorithm === "AWS4-HMAC-SHA256" ? scope.region : texts.regionSet;
  return {
    algorithm,
    ...scope,
    regionSet: (regions ?? "").split(",").flatMap((each) => each.trim() || []),
    signedHeaders: signedHeadersOf(texts.signedHeaders ?? "", defects),
  };
}

function scopeOf(
  algorithm: Algorithm,
  credential: string,
  defects: string[],
): Pick<Sigv4, "accessKeyId" | "scopeDate" | "region" | "service"> {
  const parts = credential.split("/");
  const [accessKeyId, scopeDate, ...rest] = parts;
  const [region, service] = algorithm === "AWS4-HMAC-SHA256" ? rest : [undefined, rest[0]];
  const length = algorithm === "AWS4-HMAC-SHA256" ? 5 : 4;
  const isWhole = credential === "" || parts.length === length;
  if (!isWhole) defects.push(`Credential has ${parts.length} parts instead of ${length}`);
  if (/\s/.test(accessKeyId ?? "")) defects.push("the access key id holds white space");
  return {
    accessKeyId: accessKeyId || null,
    scopeDate: scopeDate || null,
    region: region || null,
    service: service || null,
  };
}

/** API Gateway wants `host` signed, or HTTP/2's name of it. */
function signedHeadersOf(list: string, defects: string[]): readonly string[] {
  const names = list === "" ? [] : list.toLowerCase().split(";");
  const isBound = names.length === 0 || names.includes("host") || names.includes(":authority");
  if (!isBound) defects.push("host is not among the signed headers");
  return names;
}

/** A signer that sends no `x-amz-date` signs by `date`, which most write as HTTP does (RFC 9110, 5.6.7). */
function signedAtIn(headers: Headers): number | null {
  const own = headers.get("x-amz-date");
  if (own !== undefined) return instantOf(own);
  const date = headers.get("date") ?? "";
  const instant = instantOf(date) ?? Date.parse(date);
  return Number.isNaN(instant) ? null : instant;
}

/** Milliseconds of an ISO 8601 basic instant (`20220331T094828Z`); null for any other text. */
export function instantOf(text: string): number | null {
  const match = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(text.trim());
  if (!match) return null;
  const [, year, month, day, hour, minute, second] = match;
  const instant = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  return Number.isNaN(instant) ? null : instant;
}
