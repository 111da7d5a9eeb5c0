import {
  type CanonicalDifference,
  canonicalDifferences,
  type DifferenceKind,
  differenceSentence,
  type Suspect,
  signerSuspects,
} from "../../exchange/canonical-difference.ts";
import { type CanonicalRequest, canonicalRequest } from "../../exchange/canonical-request.ts";
import { echoedCanonical } from "../../exchange/echoed-canonical.ts";
import { known, type Maybe, unknown } from "../../exchange/known.ts";
import type { Case } from "../case.ts";
import { cannotTell, clue, no, yes } from "./answer.ts";

/** Clues from the canonical request that a refusal repeats. */

interface Comparison {
  readonly differences: readonly CanonicalDifference[];
  readonly suspects: readonly Suspect[];
}

/** What the request must be compared with; null where the answer is not about a mismatch or repeats nothing. */
function arrivedAs({ refusal }: Case): CanonicalRequest | null {
  if (!refusal.known || refusal.value.wording !== "signature-mismatch") return null;
  return echoedCanonical(refusal.value.message)?.canonical ?? null;
}

/** Where an export removed Authorization, the answer's own list of signed headers takes its place. */
function comparison({ exchange, sigv4 }: Case, theirs: CanonicalRequest): Maybe<Comparison> {
  const { request } = exchange;
  if (!request.headersShown) return unknown("the request headers were not captured");
  const signedHeaders = theirs.signedHeaders.split(";");
  const ours = canonicalRequest(request, sigv4 ?? { place: "header", signedHeaders, service: "execute-api" });
  if (!ours.known) return ours;
  return known({ differences: canonicalDifferences(ours.value, theirs), suspects: signerSuspects(ours.value) });
}

/** The line in which what arrived differs from what the capture shows, or that all lines agree. */
export const signatureDifference = clue("signature-difference", (subject) => {
  const theirs = arrivedAs(subject);
  if (theirs === null) return no("the answer repeats no canonical request");
  const compared = comparison(subject, theirs);
  if (!compared.known) return cannotTell("the canonical request of the client", compared.why);
  const { differences, suspects } = compared.value;
  return yes(differences.map((difference) => differenceSentence(difference, suspects)).join("; "));
});

/** The lines to look at first, for advice: those that differ, or those that the client may have formed otherwise. */
export function signatureTrouble(subject: Case): readonly DifferenceKind[] {
  const theirs = arrivedAs(subject);
  const compared = theirs === null ? null : comparison(subject, theirs);
  if (!compared?.known) return [];
  const { differences, suspects } = compared.value;
  return differences.flatMap(({ kind }) => (kind === "none" ? [...suspects, "none" as const] : [kind]));
}
