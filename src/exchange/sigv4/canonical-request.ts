import type { Request } from "../exchange.ts";
import { known, type Maybe, unknown } from "../known.ts";
import { sha256Hex } from "../sha256.ts";
import { decoded } from "../target.ts";
import type { Sigv4 } from "./sigv4.ts";

/** The lines that a SigV4 signature covers, in their order. */
export interface CanonicalRequest {
  readonly method: string;
  readonly path: string;
  readonly query: string;
  /** Lower-cased names, in the order of the signed header list. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  /** Names joined by semicolons. */
  readonly signedHeaders: string;
  readonly payloadHash: string;
}

/** What of a credential shapes the canonical request. */
export type Signing = Pick<Sigv4, "place" | "signedHeaders" | "service">;

export interface CanonicalOptions {
  /** Whether `.`, `..` and empty segments are resolved, as for every service but S3. */
  readonly normalise: boolean;
}

/** Stands for the hash of a body that is not signed. */
export const unsignedPayload = "UNSIGNED-PAYLOAD";

/**
 * Rebuilds the canonical request that API Gateway computes from a request as it was sent. The path is percent-encoded
 * once more, as for every service but S3.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
 * @returns unknown where the capture lacks a signed header or the body.
 */
export function canonicalRequest(
  request: Request,
  signing: Signing,
  { normalise }: CanonicalOptions = { normalise: true },
): Maybe<CanonicalRequest> {
  const names = [...new Set(signing.signedHeaders)].toSorted(byCodeUnit);
  if (names.length === 0) return unknown("the credential lists no signed headers");
  const headers = signedHeadersOf(request, names);
  if (!headers.known) return headers;
  const payload = payloadHashOf(request, signing);
  if (!payload.known) return payload;
  return known({
    method: request.method,
    path: canonicalPath(request.target.path, normalise),
    query: canonicalQuery(request.target.query),
    headers: headers.value,
    signedHeaders: names.join(";"),
    payloadHash: payload.value,
  });
}

/**
 * The text whose hash the string to sign ends with.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
 */
export function canonicalText({ method, path, query, headers, signedHeaders, payloadHash }: CanonicalRequest): string {
  const lines = headers.map(([name, value]) => `${name}:${value}`);
  return [method, path, query, ...lines, "", signedHeaders, payloadHash].join("\n");
}

/**
 * The text that is signed with the key derived from the secret; unknown where date or scope are missing.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
 */
export function stringToSign(canonical: CanonicalRequest, sigv4: Sigv4): Maybe<string> {
  const { algorithm, signedAt, scopeDate, region, service } = sigv4;
  if (signedAt === null) return unknown("the request has no readable x-amz-date");
  const parts = algorithm === "AWS4-HMAC-SHA256" ? [scopeDate, region, service] : [scopeDate, service];
  if (parts.includes(null)) return unknown("the credential has no whole scope");
  const date = new Date(signedAt).toISOString().replace(/[-:]|\.\d+/g, "");
  const scope = [...parts, "aws4_request"].join("/");
  return known([algorithm, date, scope, sha256Hex(canonicalText(canonical))].join("\n"));
}

/** Whether a value was replaced by a placeholder before it got into the capture. */
export function isRedacted(value: string): boolean {
  return /^(?:\*{3,}|[[<]?\s*(?:redacted|removed|hidden)\b.*|x{6,})$/i.test(decoded(value).trim());
}

function canonicalPath(path: string, normalise: boolean): string {
  const segments = path.replace(/^\//, "").split("/");
  return `/${(normalise ? resolved(segments) : segments).map(encoded).join("/")}`;
}

/** Resolves dot segments and drops empty ones; a slash at the end stays (RFC 3986, 5.2.4). */
function resolved(segments: readonly string[]): readonly string[] {
  const kept: string[] = [];
  for (const segment of segments) {
    if (segment === "..") kept.pop();
    else if (segment !== "" && segment !== ".") kept.push(segment);
  }
  const endsInSlash = ["", ".", ".."].includes(segments.at(-1) ?? "");
  return endsInSlash && kept.length > 0 ? [...kept, ""] : kept;
}

/** A query as it is signed: encoded, sorted, each name with its equals sign. */
export function canonicalQuery(query: Request["target"]["query"]): string {
  return query
    .map(([name, value]) => [queryPart(name), queryPart(value)] as const)
    .filter(([name, value]) => name !== "X-Amz-Signature" && (name !== "" || value !== ""))
    .toSorted((a, b) => byCodeUnit(a[0], b[0]) || byCodeUnit(a[1], b[1]))
    .map(([name, value]) => `${name}=${value}`)
    .join("&");
}

/** A plus sign is read as a space, as in forms. */
function queryPart(text: string): string {
  return encoded(decoded(text.replaceAll("+", " ")));
}

function encoded(text: string): string {
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, "\ufffd")).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

function byCodeUnit(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function signedHeadersOf(request: Request, names: readonly string[]): Maybe<CanonicalRequest["headers"]> {
  const headers: (readonly [string, string])[] = [];
  for (const name of names) {
    const values = name === "host" ? [hostOf(request)] : request.headers.values(name);
    if (values.length === 0) return unknown(`the capture does not hold the signed header ${name}`);
    if (values.some(isRedacted)) return unknown(`the capture holds the signed header ${name} without its value`);
    headers.push([name, values.map(folded).join(",")]);
  }
  return known(headers);
}

/** HTTP/2 sends the host as `:authority`; where neither was captured, a client takes it from the URL. */
function hostOf({ headers, target, url }: Request): string {
  const port = /^[a-z][a-z0-9+.-]*:\/\/[^/?#]*(:\d+)(?:[/?#]|$)/i.exec(url)?.[1] ?? "";
  return headers.get("host") ?? headers.get(":authority") ?? `${target.hostname}${port.replace(/^:(?:80|443)$/, "")}`;
}

function folded(value: string): string {
  return value.trim().replace(/\s+/g, " ");
}

/** Presigned URLs leave the body unsigned for S3 alone; every other service hashes it. */
function payloadHashOf(request: Request, { place, service }: Signing): Maybe<string> {
  const sent = request.headers.get("x-amz-content-sha256");
  if (sent !== undefined) return known(sent.trim());
  if (place === "query" && service === "s3") return known(unsignedPayload);
  const body = sentBody(request);
  return body.known ? known(sha256Hex(body.value)) : body;
}

function sentBody({ body, bodySize, method, headers }: Request): Maybe<string> {
  if (!body.known) {
    const length = headers.get("content-length");
    const bodiless = ["GET", "HEAD", "OPTIONS"].includes(method) && length === undefined && !bodySize.known;
    return bodiless || length === "0" || (bodySize.known && bodySize.value === 0) ? known("") : body;
  }
  const bytes = new TextEncoder().encode(body.value).length;
  return bodySize.known && bodySize.value !== bytes
    ? unknown("the captured body has not the size that was sent")
    : body;
}
