import type { Case } from "../../src/diagnosis/case.ts";
import { cannotTell, clue, fact, no, yes } from "../../src/diagnosis/clue.ts";
import { derived, responseHeader } from "../../src/diagnosis/quote.ts";
import type { Answer } from "../../src/diagnosis/rule.ts";
import { inWords } from "../../src/exchange/duration.ts";
import { signatureTimesIn } from "../../src/exchange/sigv4/signature-times.ts";
import { cacheMark } from "../../src/exchange/stored-response.ts";
import { clientClock } from "../../src/session/client-clock.ts";

/** Clues that the response was not made for this request. */

/** Milliseconds by which clocks and networks may differ without a store between. */
const tolerance = 5 * 60_000;

/** What a cache, a service worker or an old `Date` shows: the reason is an earlier request's, and may be gone. */
export const responseIsOfEarlierRequest = clue({
  id: "response-is-of-earlier-request",
  holds: "the response was made for an earlier request",
  ask: (subject) => {
    const { exchange } = subject;
    const mark = cacheMark(exchange);
    if (mark !== null && mark.value !== "0") {
      return yes`${responseHeader(mark.header, mark.value)}: the response is a stored one, made for an earlier request`;
    }
    if (exchange.servedBy !== null) {
      return fact("served-by", yes(`the browser's own ${exchange.servedBy} responded, not the network`));
    }
    return datedEarlier(subject);
  },
});

function datedEarlier({ exchange, session, refusal }: Case): Answer {
  const { startedAt, response, file } = exchange;
  if (!startedAt.known || !response.date.known) {
    return cannotTell("whether the response is as old as the request", "the capture lacks one of the two times");
  }
  const saidNow = refusal.known ? (signatureTimesIn(refusal.value.message)?.serverNow ?? null) : null;
  if (saidNow !== null && Math.abs(saidNow - response.date.value) < tolerance) {
    return fact("message-and-date-agree", no("the message and `date` agree about the server's time"));
  }
  const clock = clientClock(session, file);
  const measured = clock.known && clock.value.measured > 1 ? clock.value.ahead : 0;
  const age = startedAt.value - measured - response.date.value;
  return age > tolerance
    ? yes`${responseHeader("date")} is ${derived(inWords(age))} older than the request`
    : no("the response is as old as the request");
}
