import { createHash, createHmac } from "node:crypto";

/** The parts of a signature, from a header or from a presigned URL. */
export interface SignatureParts {
  readonly accessKeyId: string;
  readonly date: string;
  readonly region: string;
  readonly service: string;
  readonly terminator: string;
  readonly signedHeaders: readonly string[];
  readonly signature: string;
  /** YYYYMMDD'T'HHMMSS'Z'. */
  readonly timestamp: string;
  readonly sessionToken: string | undefined;
  /** Only in a presigned URL. */
  readonly expiresInSeconds: number | undefined;
}

/** The parts of a request that are signed. */
export interface Signable {
  readonly method: string;
  readonly path: string;
  readonly query: string;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: Buffer | string;
}

/** Services differ: S3 neither normalises nor encodes again; everything else, execute-api included, does both. */
export interface CanonicalOptions {
  readonly normalizePath: boolean;
}

/**
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
 * The path is encoded once more than it is on the wire: `%20` is signed as `%2520`.
 */
export function canonicalRequest(
  request: Signable,
  signedHeaders: readonly string[],
  options: CanonicalOptions = { normalizePath: true },
): string {
  return [
    request.method,
    canonicalPath(request.path, options),
    canonicalQuery(request.query),
    ...signedHeaders.map((name) => `${name}:${canonicalValue(name, request)}`),
    "",
    signedHeaders.join(";"),
    sha256(request.body),
  ].join("\n");
}

/** The text that the signing key signs. */
export function stringToSign(
  canonical: string,
  parts: Pick<SignatureParts, "timestamp" | "date" | "region" | "service" | "terminator">,
): string {
  const scope = [parts.date, parts.region, parts.service, parts.terminator].join("/");
  return ["AWS4-HMAC-SHA256", parts.timestamp, scope, sha256(canonical)].join("\n");
}

/** The signature in hex. */
export function signatureOf(
  text: string,
  secretAccessKey: string,
  parts: Pick<SignatureParts, "date" | "region" | "service" | "terminator">,
): string {
  const key = [parts.date, parts.region, parts.service, parts.terminator].reduce<string | Buffer>(
    (previous, part) => hmac(previous, part),
    `AWS4${secretAccessKey}`,
  );
  return createHmac("sha256", key).update(text).digest("hex");
}

/** An instant in the basic ISO form that signatures use. */
export function amzDate(instant: Date): string {
  return instant.toISOString().replace(/[-:]|\.\d{3}/g, "");
}

/** The instant of a basic ISO form, or undefined. */
export function fromAmzDate(text: string): Date | undefined {
  const [, year, month, day, hour, minute, second] = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(text) ?? [];
  return year === undefined ? undefined : new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
}

/** Percent-encode everything but RFC 3986's unreserved characters. */
export function uriEncode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

function canonicalPath(path: string, options: CanonicalOptions): string {
  const walked = options.normalizePath ? removeDotSegments(path) : path;
  return walked.split("/").map(uriEncode).join("/");
}

function removeDotSegments(path: string): string {
  const kept: string[] = [];
  for (const segment of path.split("/")) {
    if (segment === "..") kept.pop();
    else if (segment !== "." && segment !== "") kept.push(segment);
  }
  const slash = kept.length > 0 && /\/\.{0,2}$/.test(path) ? "/" : "";
  return `/${kept.join("/")}${slash}`;
}

function canonicalQuery(query: string): string {
  return query
    .split("&")
    .filter((pair) => pair !== "" && !/^X-Amz-Signature=/i.test(pair))
    .map((pair) => (pair.includes("=") ? pair : `${pair}=`))
    .map((pair) => [recode(pair.slice(0, pair.indexOf("="))), recode(pair.slice(pair.indexOf("=") + 1))] as const)
    .sort(([nameA, valueA], [nameB, valueB]) => compare(nameA, nameB) || compare(valueA, valueB))
    .map(([name, value]) => `${name}=${value}`)
    .join("&");
}

// A server reads `+` as a space; a client that meant a plus sign has to send %2B.
function recode(text: string): string {
  return uriEncode(decode(text.replaceAll("+", " ")));
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function compare(a: string, b: string): number {
  return Number(a > b) - Number(a < b);
}

function canonicalValue(name: string, request: Signable): string {
  return request.headers
    .filter(([key]) => key.toLowerCase() === name)
    .map(([, value]) => value.trim().replace(/\s+/g, " "))
    .join(",");
}

function sha256(data: Buffer | string): string {
  return createHash("sha256").update(data).digest("hex");
}

function hmac(key: string | Buffer, data: string): Buffer {
  return createHmac("sha256", key).update(data).digest();
}
