import type { Headers } from "./headers.ts";
import { queryValue, type Target } from "./target.ts";

/**
 * The parts of a Signature Version 4 credential, as sent. A part that is missing is `null`.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-signing-elements.html
 */
export interface Sigv4 {
  readonly place: "header" | "query";
  readonly accessKeyId: string | null;
  /** `yyyymmdd` of the credential scope. */
  readonly scopeDate: string | null;
  readonly region: string | null;
  readonly service: string | null;
  readonly signedHeaders: readonly string[];
  readonly signature: string | null;
  /** Instant of `x-amz-date`, milliseconds since the epoch. */
  readonly signedAt: number | null;
  /** Seconds that a presigned URL lives. */
  readonly expires: number | null;
  readonly sessionToken: string | null;
  /** What is wrong with its form; empty for a well-formed credential. */
  readonly defects: readonly string[];
}

const scheme = "AWS4-HMAC-SHA256";

/** Reads a SigV4 credential from the Authorization value or from a presigned URL; null where there is neither. */
export function sigv4Of(authorization: string | null, headers: Headers, target: Target): Sigv4 | null {
  if (authorization?.includes(scheme)) return fromHeader(authorization, headers);
  if (queryValue(target, "X-Amz-Signature") !== null) return fromQuery(target);
  return null;
}

function fromHeader(authorization: string, headers: Headers): Sigv4 {
  const at = authorization.indexOf(scheme);
  const parameters = parametersOf(authorization.slice(at + scheme.length));
  const defects = missing(parameters, ["Credential", "SignedHeaders", "Signature"]);
  if (at > 0) defects.push("another credential stands before the signature in the same header");
  const date = headers.get("x-amz-date");
  if (date === undefined && !headers.has("date")) defects.push("neither x-amz-date nor date is sent");
  return {
    place: "header",
    ...scopeOf(parameters.get("credential"), defects),
    signedHeaders: listOf(parameters.get("signedheaders")),
    signature: parameters.get("signature") ?? null,
    signedAt: date === undefined ? null : instantOf(date),
    expires: null,
    sessionToken: headers.get("x-amz-security-token") ?? null,
    defects,
  };
}

function fromQuery(target: Target): Sigv4 {
  const value = (name: string) => queryValue(target, name) ?? undefined;
  const defects: string[] = [];
  const expires = Number(value("X-Amz-Expires"));
  return {
    place: "query",
    ...scopeOf(value("X-Amz-Credential"), defects),
    signedHeaders: listOf(value("X-Amz-SignedHeaders")),
    signature: value("X-Amz-Signature") ?? null,
    signedAt: instantOf(value("X-Amz-Date") ?? ""),
    expires: Number.isFinite(expires) ? expires : null,
    sessionToken: value("X-Amz-Security-Token") ?? null,
    defects,
  };
}

function parametersOf(text: string): Map<string, string> {
  const parameters = new Map<string, string>();
  for (const part of text.split(",")) {
    const equals = part.indexOf("=");
    if (equals > 0) parameters.set(part.slice(0, equals).trim().toLowerCase(), part.slice(equals + 1).trim());
  }
  return parameters;
}

function missing(parameters: ReadonlyMap<string, string>, names: readonly string[]): string[] {
  return names.filter((name) => !parameters.get(name.toLowerCase())).map((name) => `${name} is missing`);
}

function scopeOf(
  credential: string | undefined,
  defects: string[],
): Pick<Sigv4, "accessKeyId" | "scopeDate" | "region" | "service"> {
  const parts = (credential ?? "").split("/");
  if (credential !== undefined && parts.length !== 5) defects.push("Credential does not have five parts");
  const [accessKeyId, scopeDate, region, service] = parts;
  return {
    accessKeyId: accessKeyId || null,
    scopeDate: scopeDate || null,
    region: region || null,
    service: service || null,
  };
}

function listOf(text: string | undefined): readonly string[] {
  return text ? text.toLowerCase().split(";") : [];
}

/** Milliseconds of an ISO 8601 basic instant (`20220331T094828Z`); null for any other text. */
export function instantOf(text: string): number | null {
  const match = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(text.trim());
  if (!match) return null;
  const [, year, month, day, hour, minute, second] = match;
  const instant = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  return Number.isNaN(instant) ? null : instant;
}
