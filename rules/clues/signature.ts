import type { Case } from "../../src/diagnosis/case.ts";
import { cannotTell, clue, no, yes } from "../../src/diagnosis/clue.ts";
import { derived, joined, type Phrase, phrase, type QuotePart, quotedFrom } from "../../src/diagnosis/quote.ts";
import type { Clue } from "../../src/diagnosis/rule.ts";
import { known, type Maybe, unknown } from "../../src/exchange/known.ts";
import { type CanonicalRequest, canonicalRequest } from "../../src/exchange/sigv4/canonical-request.ts";
import { echoedCanonical } from "../../src/exchange/sigv4/echoed-canonical.ts";
import { memoizeWeak } from "../../src/session/memoize-weak.ts";
import { signedRight } from "../../src/session/signed-right.ts";
import {
  type CanonicalDifference,
  canonicalDifferences,
  type DifferenceKind,
  differenceSentence,
} from "../../src/signature/canonical-difference.ts";
import { agreementSentence, type Suspect, type SuspectPart, suspectsIn } from "../../src/signature/suspects.ts";
import { quoted } from "./compare.ts";

/** Clues from the canonical request that a refusal repeats. */

interface Comparison {
  readonly differences: readonly CanonicalDifference[];
  readonly suspects: readonly Suspect[];
}

const noEcho = unknown("the response does not repeat what API Gateway computed");

/** What was sent against what arrived. */
const comparison = memoizeWeak((subject: Case): Maybe<Comparison> => {
  const { refusal, exchange } = subject;
  if (!refusal.known || refusal.value.wording !== "signature-mismatch") return noEcho;
  const theirs = echoedCanonical(refusal.value.message)?.canonical;
  if (theirs === undefined) return noEcho;
  if (!exchange.request.headersShown) return unknown("the request headers were not captured");
  const ours = canonicalAsSent(subject, theirs);
  if (!ours.known) return ours;
  return known({
    differences: canonicalDifferences(ours.value, theirs),
    suspects: suspectsIn(exchange, ours.value, signedRight(subject.siblings).all()),
  });
});

/** Where an export removed Authorization, the response's own list of signed headers takes its place. */
function canonicalAsSent({ exchange, sigv4 }: Case, theirs: CanonicalRequest): Maybe<CanonicalRequest> {
  const signedHeaders = theirs.signedHeaders.split(";");
  return canonicalRequest(exchange.request, sigv4 ?? { place: "header", signedHeaders, service: "execute-api" });
}

const what = "what changed between sending and arrival";

/** The lines that a signature covers. */
const signedParts: readonly (readonly [part: DifferenceKind, holds: string])[] = [
  ["method", "another method arrived than was signed"],
  ["path", "another path arrived than was signed"],
  ["path-encoding", "the path arrived encoded otherwise than it was signed"],
  ["query", "another query arrived than was signed"],
  ["query-encoding", "the query arrived encoded otherwise than it was signed"],
  ["host", "another host arrived than was signed"],
  ["header", "a signed header arrived with another value than it was sent with"],
  ["signed-headers", "other headers were signed than the response lists"],
  ["payload", "another body arrived than was signed"],
];

/** Something on the way changed a part of the request that the client had signed: a question for each part. */
export const changesOnTheWay: readonly Clue[] = signedParts.map(([part, holds]) =>
  clue({
    id: `changed-on-the-way-${part}`,
    holds,
    ask: (subject) => {
      const compared = comparison(subject);
      if (!compared.known) return cannotTell(what, compared.why);
      const found = compared.value.differences.filter(({ kind }) => kind === part);
      return found.length === 0
        ? no(`the signed ${part} arrived as it was sent`)
        : yes(joined(found.map(differencePhrase), "; "));
    },
  }),
);

function differencePhrase(difference: CanonicalDifference): Phrase {
  const { kind, ours, theirs } = difference;
  const name = difference.name ?? kind;
  const sent = quotedFrom(partOf(kind), ours ?? "", { name });
  const arrived = quotedFrom("response-body", theirs ?? "", { name });
  return { text: differenceSentence(difference), quotes: [...sent.quotes, ...arrived.quotes] };
}

function partOf(kind: DifferenceKind): QuotePart {
  if (kind === "header" || kind === "host") return "request-header";
  if (kind === "method") return "method";
  return kind === "payload" || kind === "signed-headers" ? "signature" : "url";
}

/** Nothing changed on the way, so the client signed something else or with another key. */
export const arrivedAsSent = clue({
  id: "arrived-as-sent",
  holds: "the canonical request in the response is the one that was sent",
  ask: (subject) => {
    const compared = comparison(subject);
    if (!compared.known) return cannotTell(what, compared.why);
    const { differences, suspects } = compared.value;
    return differences.length === 0 ? yes(agreementPhrase(suspects)) : no("what arrived is not what was sent");
  },
});

function agreementPhrase(suspects: readonly Suspect[]): Phrase {
  return {
    text: agreementSentence(suspects),
    quotes: suspects.flatMap(({ part, why }) => derived(why ?? part).quotes),
  };
}

export const sameKeySignsRight = clue({
  id: "same-key-signs-right",
  holds: "a signature by the same key was right",
  ask: (subject) => {
    const found = signedRight(subject.siblings).first();
    return found === undefined
      ? no("no other signature of the access key was seen to be accepted on this host")
      : yes(
          phrase`${quoted(found)} to the same access key: its secret seems right, so this request is what differs`,
          found,
        );
  },
});

/** A part of the request that is to be looked at, for advice, with what shows it. */
export interface Trouble {
  readonly part: SuspectPart;
  readonly why: string | null;
}

/** What changed on the way, or what the client may have signed otherwise, the likeliest first. Empty where nothing tells. */
export function signatureTrouble(subject: Case): readonly Trouble[] {
  const compared = comparison(subject);
  if (!compared.known) return [];
  const { differences, suspects } = compared.value;
  if (differences.length === 0) return suspects;
  return differences.map((difference) => ({ part: changedPart(difference.kind), why: differenceSentence(difference) }));
}

function changedPart(kind: DifferenceKind): SuspectPart {
  if (kind === "signed-headers") return "header";
  return kind === "path-encoding" || kind === "query-encoding"
    ? (kind.slice(0, -"-encoding".length) as SuspectPart)
    : kind;
}
