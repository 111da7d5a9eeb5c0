import type { CanonicalRequest } from "../exchange/sigv4/canonical-request.ts";
import { redactHeader, redactText, redactUrl } from "../privacy/redaction.ts";
import { canonicalDifferences } from "./canonical-difference.ts";

/** One line of a canonical request as both sides have it, without secrets; null where a side lacks the line. */
export interface CanonicalLine {
  /** What the line is: a header's name with a colon, or "method", "path", "query", "signed headers", "body hash". */
  readonly name: string;
  readonly ours: string | null;
  readonly theirs: string | null;
  readonly differs: boolean;
}

/**
 * Two canonical requests side by side, in the order of their lines. Where there is but one, nothing differs.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
 */
export function canonicalLines(
  ours: CanonicalRequest | null,
  theirs: CanonicalRequest | null,
): readonly CanonicalLine[] {
  const differing = ours === null || theirs === null ? noneDiffers : differingIn(ours, theirs);
  const line = (part: string, label: string, of: (side: CanonicalRequest) => string | null): CanonicalLine => ({
    name: label,
    ours: ours && of(ours),
    theirs: theirs && of(theirs),
    differs: differing.has(part),
  });
  return [
    line("method", "method", ({ method }) => redactText(method)),
    line("path", "path", ({ path }) => redactUrl(path)),
    line("query", "query", ({ query }) => redactUrl(`?${query}`).slice(1)),
    ...headerNames(ours, theirs).map((name) => line(`header ${name}`, `${name}:`, (side) => headerOf(side, name))),
    line("signed-headers", "signed headers", ({ signedHeaders }) => redactText(signedHeaders)),
    line("payload", "body hash", ({ payloadHash }) => redactText(payloadHash)),
  ];
}

const noneDiffers: ReadonlySet<string> = new Set();

/** The parts that differ; how far apart two ways to encode the same are, is no matter here. */
function differingIn(ours: CanonicalRequest, theirs: CanonicalRequest): ReadonlySet<string> {
  const parts = canonicalDifferences(ours, theirs).map(({ kind, name }) => {
    if (kind === "host") return "header host";
    return kind === "header" ? `header ${name}` : kind.replace("-encoding", "");
  });
  return new Set(parts);
}

function headerNames(...sides: readonly (CanonicalRequest | null)[]): readonly string[] {
  return [...new Set(sides.flatMap((side) => (side?.headers ?? []).map(([name]) => name)))];
}

function headerOf({ headers }: CanonicalRequest, wanted: string): string | null {
  const found = headers.find(([name]) => name === wanted);
  return found === undefined ? null : redactHeader(wanted, found[1]);
}
