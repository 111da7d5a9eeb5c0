import type { Case } from "../diagnosis/case.ts";
import { inWords } from "../exchange/duration.ts";
import { type Maybe, valueOr } from "../exchange/known.ts";
import { type CanonicalRequest, canonicalRequest } from "../exchange/sigv4/canonical-request.ts";
import { echoedCanonical } from "../exchange/sigv4/echoed-canonical.ts";
import type { Sigv4 } from "../exchange/sigv4/sigv4.ts";
import { redactText } from "../privacy/redaction.ts";
import { signedRight } from "../session/signed-right.ts";
import { canonicalDifferences, differenceSentence } from "../signature/canonical-difference.ts";
import { canonicalLines } from "../signature/canonical-lines.ts";
import { agreementSentence, suspectsIn } from "../signature/suspects.ts";
import type { Fact, SignatureView } from "./protocol.ts";

/** A SigV4 signature as far as it can be checked without its key; null where the request has none. */
export function signatureView(subject: Case): SignatureView | null {
  const { sigv4, refusal } = subject;
  const theirs = refusal.known ? (echoedCanonical(refusal.value.message)?.canonical ?? null) : null;
  if (sigv4 === null && theirs === null) return null;
  const ours = canonicalAsSent(subject, theirs);
  return {
    facts: sigv4 === null ? [] : factsOf(sigv4, subject),
    isEchoed: theirs !== null,
    lines: canonicalLines(valueOr(ours, null), theirs),
    says: reasonOf(ours, theirs, subject),
  };
}

/** Where an export removed Authorization, the response's own list of signed headers takes its place. */
function canonicalAsSent({ exchange, sigv4 }: Case, theirs: CanonicalRequest | null): Maybe<CanonicalRequest> {
  const signedHeaders = theirs?.signedHeaders.split(";") ?? [];
  return canonicalRequest(exchange.request, sigv4 ?? { place: "header", signedHeaders, service: "execute-api" });
}

function reasonOf(ours: Maybe<CanonicalRequest>, theirs: CanonicalRequest | null, subject: Case): string {
  if (!ours.known) return `What was sent cannot be rebuilt: ${ours.why}.`;
  if (theirs === null) {
    return "What API Gateway computes from the request as captured. The response does not repeat its own, so there is nothing to compare it with.";
  }
  const differences = canonicalDifferences(ours.value, theirs);
  const agreement = agreementSentence(suspectsIn(subject.exchange, ours.value, signedRight(subject.siblings).all()));
  const says = differences.length === 0 ? [agreement] : differences.map(differenceSentence);
  const sentence = says.join("; ");
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`;
}

function factsOf({ accessKeyId, scopeDate, region, service, signedAt }: Sigv4, { exchange }: Case): readonly Fact[] {
  const facts: readonly (readonly [name: string, value: string | null])[] = [
    ["Access key", accessKeyId],
    ["Scope", [scopeDate, region, service].filter(Boolean).join(" / ") || null],
    ["Signed", signedAt === null ? null : instantText(signedAt, valueOr(exchange.response.date, null))],
  ];
  return facts.flatMap(([name, value]) => (value === null ? [] : [{ name, value: redactText(value) }]));
}

function instantText(signedAt: number, respondedAt: number | null): string {
  const instant = new Date(signedAt).toISOString().replace(".000", "");
  if (respondedAt === null) return instant;
  if (Math.abs(signedAt - respondedAt) < 1000) return `${instant}, when the response was given`;
  const side = signedAt > respondedAt ? "after" : "before";
  return `${instant}, ${inWords(signedAt - respondedAt)} ${side} the response by the server's clock`;
}
