import type { Case } from "../../src/diagnosis/case.ts";
import { cannotTell, clue, no, yes } from "../../src/diagnosis/clue.ts";
import { derived } from "../../src/diagnosis/quote.ts";
import { arrivalOf, arrivedHash } from "../../src/exchange/sigv4/authorization-hash.ts";

/** Clues from the Authorization value that a parse error repeats or hashes. */

function hashIn({ refusal }: Case): string | null {
  return refusal.known ? arrivedHash(refusal.value.message) : null;
}

/** Compares what the request sent with what API Gateway read. */
export const authorizationArrivedIntact = clue({
  id: "authorization-arrived-intact",
  holds: "the hash in the response shows that the Authorization header arrived unchanged",
  ask: (subject) => {
    const { headers, authorization } = subject.exchange.request;
    const what = "the hash of the Authorization header";
    const hash = hashIn(subject);
    if (hash === null) return cannotTell(what, "the response prints none");
    const sent = headers.values("authorization");
    if (sent.length === 0) {
      const why = authorization.known ? "the capture shows no such header" : authorization.why;
      return cannotTell(what, `${why}, so there is nothing to compare it with`);
    }
    const arrival = arrivalOf(sent, hash);
    if (arrival.outcome === "intact") {
      return yes("API Gateway read the very Authorization header of the capture: it arrived unchanged");
    }
    return arrival.how === null
      ? no("API Gateway read another Authorization header than the capture's: something on the way changed it")
      : no`something on the way changed the Authorization header: it arrived ${derived(arrival.how)}`;
  },
});

/** The response proves a header that the capture doesn't hold: an export hides it, or something on the way added it. */
export const authorizationIsHidden = clue({
  id: "authorization-is-hidden",
  holds: "the response prints the hash of an Authorization header that the capture lacks",
  ask: (subject) => {
    if (subject.exchange.request.headers.has("authorization")) return no("the capture shows the Authorization header");
    return hashIn(subject) === null
      ? cannotTell("an Authorization header", "neither the capture nor the response shows one")
      : yes("the response prints the hash of an Authorization header: one arrived, although the capture holds none");
  },
});
