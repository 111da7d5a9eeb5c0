import { type CanonicalRequest, isRedacted, unsignedPayload } from "./canonical-request.ts";
import { redactHeader, redactText, redactUrl } from "./redaction.ts";
import { sha256Hex } from "./sha256.ts";
import { decoded } from "./target.ts";

export type DifferenceKind = "method" | "path" | "query" | "host" | "header" | "signed-headers" | "payload" | "none";

/** A line in which two canonical requests differ. Both sides are without secrets; null where a side lacks the line. */
export interface CanonicalDifference {
  readonly kind: DifferenceKind;
  /** The header's name. */
  readonly name?: string;
  readonly ours: string | null;
  readonly theirs: string | null;
}

/**
 * Compares the request in the capture with the one that arrived, line by line, in the order of the lines. One
 * difference of kind `none` stands for complete agreement.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
 */
export function canonicalDifferences(ours: CanonicalRequest, theirs: CanonicalRequest): readonly CanonicalDifference[] {
  const differences = [
    ...line("method", ours.method, theirs.method, redactText),
    ...line("path", ours.path, theirs.path, redactUrl),
    ...queryLine(ours.query, theirs.query),
    ...headerLines(ours, theirs),
    ...line("signed-headers", ours.signedHeaders, theirs.signedHeaders, redactText),
    ...(theirs.payloadHash === unsignedPayload
      ? []
      : line("payload", ours.payloadHash, theirs.payloadHash, redactText)),
  ];
  return differences.length === 0 ? [{ kind: "none", ours: null, theirs: null }] : differences;
}

/** What a client's signer may have formed otherwise than it was sent, without any trace on the way. */
export type Suspect = "path" | "query" | "payload";

const emptyHash = sha256Hex("");

/**
 * The lines that need encoding or hashing by the signer. Where none does, agreement leaves little but the secret key.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-troubleshooting.html
 */
export function signerSuspects({ path, query, headers, payloadHash }: CanonicalRequest): readonly Suspect[] {
  const hashIsSigned = headers.some(([name]) => name === "x-amz-content-sha256");
  const suspects: readonly (readonly [Suspect, boolean])[] = [
    ["path", path.includes("%")],
    ["query", query.replace(/(?:^|&)X-Amz-[^&]*/g, "").includes("%")],
    ["payload", !hashIsSigned && payloadHash !== emptyHash && payloadHash !== unsignedPayload],
  ];
  return suspects.filter(([, suspected]) => suspected).map(([suspect]) => suspect);
}

/**
 * One difference as a plain sentence without a full stop; it shows no secrets.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-troubleshooting.html
 */
export function differenceSentence(difference: CanonicalDifference, suspects: readonly Suspect[] = []): string {
  const { kind, name, ours, theirs } = difference;
  if (kind === "none") return agreement(suspects);
  const sides = `the capture has ${shown(ours)}, API Gateway computed ${shown(theirs)}`;
  if (kind === "path" && sameWhenDecoded(ours, theirs)) return `the path is the same but encoded otherwise: ${sides}`;
  if (kind === "host") return `the host differs: ${sides}`;
  if (kind === "header") return `the signed header ${shown(name ?? null)} differs: ${sides}`;
  if (kind === "signed-headers") return `the list of signed headers differs: ${sides}`;
  if (kind === "payload") return `the hash of the body differs: ${sides}`;
  return `the ${kind} differs: ${sides}`;
}

const suspectWords: Readonly<Record<Suspect, string>> = {
  path: "encoded the path",
  query: "encoded the query",
  payload: "hashed the body",
};

function agreement(suspects: readonly Suspect[]): string {
  const agrees = "everything that API Gateway computed agrees with the captured request:";
  if (suspects.length === 0) return `${agrees} the secret key is wrong`;
  const deeds = suspects.map((suspect) => suspectWords[suspect]).join(" or ");
  return `${agrees} the client ${deeds} otherwise when it signed, or the secret key is wrong`;
}

function line(
  kind: DifferenceKind,
  ours: string,
  theirs: string,
  redact: (text: string) => string,
): readonly CanonicalDifference[] {
  return ours === theirs ? [] : [{ kind, ours: redact(ours), theirs: redact(theirs) }];
}

/** Parameters whose value either side shows as a placeholder are not compared. */
function queryLine(ours: string, theirs: string): readonly CanonicalDifference[] {
  const hidden = new Set([...ours.split("&"), ...theirs.split("&")].filter(hidesValue).map(nameOf));
  const visible = (query: string) =>
    query
      .split("&")
      .filter((pair) => !hidden.has(nameOf(pair)))
      .join("&");
  return line("query", visible(ours), visible(theirs), (query) => redactUrl(`?${query}`).slice(1));
}

function nameOf(pair: string): string {
  return pair.split("=")[0] ?? "";
}

function hidesValue(pair: string): boolean {
  return isRedacted(pair.slice(nameOf(pair).length + 1));
}

function headerLines(ours: CanonicalRequest, theirs: CanonicalRequest): readonly CanonicalDifference[] {
  const [own, arrived] = [new Map(ours.headers), new Map(theirs.headers)];
  const names = [...new Set([...own.keys(), ...arrived.keys()])];
  return names.flatMap((name) => headerLine(name, own.get(name) ?? null, arrived.get(name) ?? null));
}

function headerLine(name: string, ours: string | null, theirs: string | null): readonly CanonicalDifference[] {
  if (ours === theirs || (theirs !== null && isRedacted(theirs))) return [];
  const side = (value: string | null) => (value === null ? null : redactHeader(name, value));
  if (name === "host") return [{ kind: "host", ours: side(ours), theirs: side(theirs) }];
  return [{ kind: "header", name, ours: side(ours), theirs: side(theirs) }];
}

function sameWhenDecoded(ours: string | null, theirs: string | null): boolean {
  return decoded(decoded(ours ?? "")) === decoded(decoded(theirs ?? ""));
}

/** Text of an answer between backticks, on one line. */
function shown(text: string | null): string {
  if (text === null) return "none";
  if (text === "") return "an empty one";
  const oneLine = text.replace(/[\s`]+/g, " ");
  return `\`${oneLine.length > 120 ? `${oneLine.slice(0, 120)}…` : oneLine}\``;
}
