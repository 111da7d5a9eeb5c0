import { type CanonicalRequest, isRedacted, unsignedPayload } from "../exchange/sigv4/canonical-request.ts";
import { decoded } from "../exchange/target.ts";
import { redactHeader, redactText, redactUrl } from "../privacy/redaction.ts";

/** `-encoding` where both sides say the same once they are decoded. */
export type DifferenceKind =
  | "method"
  | "path"
  | "path-encoding"
  | "query"
  | "query-encoding"
  | "host"
  | "header"
  | "signed-headers"
  | "payload";

/** A line in which two canonical requests differ. Both sides are without secrets; null where a side lacks the line. */
export interface CanonicalDifference {
  readonly kind: DifferenceKind;
  /** The header's name. */
  readonly name?: string;
  /** From the request as the capture shows it was sent. */
  readonly ours: string | null;
  /** From the request as it arrived. */
  readonly theirs: string | null;
}

/**
 * Compares the canonical request of what was sent with that of what arrived, line by line, in the order of the lines.
 * Neither is the string that the client signed, which no capture holds: a difference shows what changed on the way;
 * none shows that nothing did.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
 */
export function canonicalDifferences(ours: CanonicalRequest, theirs: CanonicalRequest): readonly CanonicalDifference[] {
  return [
    ...line("method", ours.method, theirs.method, redactText),
    ...line(encodingOr("path", ours.path, theirs.path), ours.path, theirs.path, redactUrl),
    ...queryLine(ours.query, theirs.query),
    ...headerLines(ours, theirs),
    ...line("signed-headers", ours.signedHeaders, theirs.signedHeaders, redactText),
    ...(theirs.payloadHash === unsignedPayload
      ? []
      : line("payload", ours.payloadHash, theirs.payloadHash, redactText)),
  ];
}

function encodingOr<Kind extends "path" | "query">(
  kind: Kind,
  ours: string,
  theirs: string,
): Kind | `${Kind}-encoding` {
  return decoded(decoded(ours)) === decoded(decoded(theirs)) ? `${kind}-encoding` : kind;
}

/** One difference as a plain sentence without a full stop; it shows no secrets. */
export function differenceSentence({ kind, name, ours, theirs }: CanonicalDifference): string {
  const sides = `sent ${shown(ours)}, arrived ${shown(theirs)}`;
  if (kind === "header") return `the signed header ${shown(name ?? null)} changed on the way: ${sides}`;
  return `${subjects[kind]}: ${sides}${kind === "path" ? movedPrefix(ours ?? "", theirs ?? "") : ""}`;
}

const subjects: Readonly<Record<Exclude<DifferenceKind, "header">, string>> = {
  method: "the method changed on the way",
  path: "the path changed on the way",
  "path-encoding": "the path is the same but was encoded otherwise on the way",
  query: "the query changed on the way",
  "query-encoding": "the query is the same but was encoded otherwise on the way",
  host: "the host changed on the way",
  "signed-headers": "the list of signed headers changed on the way",
  payload: "the body changed on the way, by its hash",
};

/** A stage or a base path that something on the way took off or put in front. */
function movedPrefix(ours: string, theirs: string): string {
  if (theirs.length > 1 && ours.endsWith(theirs)) return ` (without ${shown(ours.slice(0, -theirs.length))})`;
  if (ours.length > 1 && theirs.endsWith(ours)) return ` (with ${shown(theirs.slice(0, -ours.length))} in front)`;
  return "";
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
  const [sent, arrived] = [visible(ours), visible(theirs)];
  return line(encodingOr("query", sent, arrived), sent, arrived, (query) => redactUrl(`?${query}`).slice(1));
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

/** Text of a response between backticks, on one line. */
function shown(text: string | null): string {
  if (text === null) return "none";
  if (text === "") return "an empty one";
  const oneLine = text.replace(/[\s`]+/g, " ");
  return `\`${oneLine.length > 120 ? `${oneLine.slice(0, 120)}…` : oneLine}\``;
}
