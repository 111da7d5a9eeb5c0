import type { Case } from "../../src/diagnosis/case.ts";
import { cannotTell, clue, fact, no, yes } from "../../src/diagnosis/clue.ts";
import { derived, phrase } from "../../src/diagnosis/quote.ts";
import { apart, inWords } from "../../src/exchange/duration.ts";
import type { Exchange } from "../../src/exchange/exchange.ts";
import { known, type Maybe, unknown } from "../../src/exchange/known.ts";
import { serverInstant, signatureTimesIn } from "../../src/exchange/sigv4/signature-times.ts";
import { instantOf } from "../../src/exchange/sigv4/sigv4.ts";
import { signature } from "../../src/session/properties.ts";
import { quoted } from "./compare.ts";

/** Clues about when a request was signed: by the server's clock, by the client's own, and against a link's end. */

/** Milliseconds that API Gateway lets a signature's time be off, unless the response names another limit. */
export const signatureTolerance = 5 * 60_000;

function timesSaid({ refusal }: Case) {
  return refusal.known ? signatureTimesIn(refusal.value.message) : null;
}

/** As sent, or as the response repeats it where an export removed what was sent. */
function signedAt(subject: Case): Maybe<number> {
  const { sigv4, exchange } = subject;
  const sent = sigv4?.signedAt ?? instantOf(exchange.request.headers.get("x-amz-date") ?? "");
  const instant = sent ?? timesSaid(subject)?.signedAt ?? null;
  return instant === null ? unknown("no `x-amz-date` is visible") : known(instant);
}

export const signedAtWrongTime = clue({
  id: "signed-at-wrong-time",
  holds: "the signature's time is off by the server's clock",
  fails: "the signature's time is right",
  ask: (subject) => {
    const signed = signedAt(subject);
    if (!signed.known) return cannotTell("the instant of signing", signed.why);
    const server = serverInstant(subject.exchange);
    if (!server.known) return cannotTell("the server's clock", server.why);
    const off = signed.value - server.value;
    const says = phrase`the signature's time is ${derived(apart(off))} the server's clock`;
    return Math.abs(off) > (timesSaid(subject)?.tolerance ?? signatureTolerance) ? yes(says) : no(says);
  },
});

const meantToLast = fact("presigned-url-lasts", no("a presigned URL is made to be used later and more than once"));

/**
 * Whether the signature was made at another time than it was sent, both by the client's own clock: how far that clock
 * is off plays no part.
 */
export const signatureIsStale = clue({
  id: "signature-is-stale",
  holds: "by the client's own clock it was signed at another time than it was sent",
  ask: (subject) => {
    if (subject.sigv4?.place === "query") return meantToLast;
    const signed = signedAt(subject);
    const { startedAt } = subject.exchange;
    if (!signed.known) return cannotTell("the instant of signing", signed.why);
    if (!startedAt.known) return cannotTell("the instant of sending", startedAt.why);
    const age = startedAt.value - signed.value;
    if (age > signatureTolerance) {
      return yes`by the client's own clock it was signed ${derived(inWords(age))} before it was sent: kept, queued or sent again`;
    }
    return age < -signatureTolerance
      ? yes`by the client's own clock it was signed ${derived(inWords(age))} after it was sent: another clock signed it`
      : no("by the client's own clock it was signed when it was sent");
  },
});

/** A signature is made for one moment; a retry or a cache that keeps the headers sends the same one again. */
export const signatureWasSentBefore = clue({
  id: "signature-was-sent-before",
  holds: "the very same signature was sent before",
  ask: ({ exchange, siblings, sigv4 }) => {
    if (sigv4?.place === "query") return meantToLast;
    if (signature(exchange) === null) return cannotTell("the signature", "none is visible");
    const earlier = siblings.withSame(signature).firstWhere((each) => startedEarlier(each, exchange));
    return earlier === undefined
      ? no("the same signature was not sent before")
      : yes(phrase`${quoted(earlier)} with the very same signature before`, earlier);
  },
});

function startedEarlier({ startedAt }: Exchange, than: Exchange): boolean {
  return startedAt.known && than.startedAt.known && startedAt.value < than.startedAt.value;
}

/**
 * When a presigned URL ends, milliseconds since the epoch; null for requests that are not presigned. One without
 * `X-Amz-Expires`, as some signers make them, lives as long as any signature.
 */
function endOfLife({ sigv4 }: Case): number | null {
  if (sigv4?.place !== "query" || sigv4.signedAt === null) return null;
  return sigv4.signedAt + (sigv4.expires === null ? signatureTolerance : sigv4.expires * 1000);
}

export const presignedUrlIsExpired = clue({
  id: "presigned-url-is-expired",
  holds: "the presigned URL had ended",
  ask: (subject) => {
    const end = endOfLife(subject);
    if (end === null) return fact("is-not-presigned", no("it is not a presigned URL"));
    const server = serverInstant(subject.exchange);
    if (!server.known) return cannotTell("the server's clock", server.why);
    const late = server.value - end;
    return late > 0
      ? yes`the presigned URL ended ${derived(inWords(late))} before the response`
      : no("the presigned URL had not ended yet");
  },
});

/** A link that the client's own clock calls alive was ended by the difference between the clocks. */
export const presignedUrlLivesByOwnClock = clue({
  id: "presigned-url-lives-by-own-clock",
  holds: "by the client's own clock the presigned URL had not ended",
  ask: (subject) => {
    const end = endOfLife(subject);
    if (end === null) return cannotTell("the end of the presigned URL", "it is not a presigned URL");
    const { startedAt } = subject.exchange;
    if (!startedAt.known) return cannotTell("the instant of sending", startedAt.why);
    return startedAt.value <= end
      ? yes("by the client's own clock the presigned URL had not ended when it was called")
      : no("by the client's own clock too the presigned URL had ended when it was called");
  },
});
