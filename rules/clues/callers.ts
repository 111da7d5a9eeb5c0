import { clue, no, yes } from "../../src/diagnosis/clue.ts";
import { phrase, requestHeader } from "../../src/diagnosis/quote.ts";
import type { Exchange } from "../../src/exchange/exchange.ts";
import {
  apiKey,
  credential,
  firstSegment,
  routeShape,
  schemeAndPath,
  signer,
  verb,
} from "../../src/session/properties.ts";
import { reachedIntegration, succeeded } from "../../src/session/request-outcome.ts";
import { compare, isSignedRequest, quoted } from "./compare.ts";

/** Clues from other requests about keys, tokens and signers. */

export const siblingsAreSigned = compare({
  id: "siblings-are-signed",
  holds: "signed requests to the host work",
  finds: (siblings) => siblings.that(isSignedRequest, succeeded).first(),
  yes: (each) => phrase`${quoted(each)} with a SigV4 signature`,
  no: "no signed request to this host works",
  unseen: "signed requests to the host",
});

export const notSignedAnywhere = clue({
  id: "not-signed-anywhere",
  holds: "no request to the host is signed",
  ask: ({ exchange, siblings }) =>
    isSignedRequest(exchange) || siblings.that(isSignedRequest).first() !== undefined
      ? no("requests to this host are signed")
      : yes("no request to this host is signed"),
});

export const sameCallerMaySameRoute = compare({
  id: "same-caller-may-same-route",
  holds: "the same access key was let through on this route",
  finds: (siblings) => siblings.that(reachedIntegration).withSame(signer, schemeAndPath, verb).first(),
  yes: (each) => phrase`${quoted(each)} for the same access key: it may call this route`,
  no: "the same access key was not seen to be let through on this route",
});

/** Seen to send no key; where the capture shows no headers, nothing was seen. */
export function sendsNoKey(exchange: Exchange): boolean {
  return exchange.request.headersLeftOut === null && apiKey(exchange) === null;
}

export const keylessSameRouteWorks = compare({
  id: "keyless-same-route-works",
  holds: "the same route works without an API key",
  finds: (siblings) => siblings.that(reachedIntegration, sendsNoKey).withSame(schemeAndPath, verb).first(),
  yes: (each) => phrase`${quoted(each)} without an \`x-api-key\`: the route wants none`,
  no: "the route was not seen to work without a key",
});

/** A number or UUID in the path is a variable of its route, and the method is the same. */
export const keylessSimilarRouteWorks = compare({
  id: "keyless-similar-route-works",
  holds: "what looks like the same route works without an API key",
  finds: (siblings) =>
    siblings.that(reachedIntegration, sendsNoKey).withSame(routeShape, verb).firstWithOther(schemeAndPath),
  yes: (each) => phrase`${quoted(each)} without an \`x-api-key\`, by what looks like the same route`,
  no: "no path of the same form was seen to work without a key",
});

export const otherKeyWorks = compare({
  id: "other-key-works",
  holds: "a request with another API key works",
  finds: (siblings) => siblings.that(reachedIntegration).firstWithOther(apiKey),
  yes: (each, exchange) =>
    apiKey(exchange) === null
      ? phrase`${quoted(each)} with an \`x-api-key\``
      : phrase`${quoted(each)} with another ${requestHeader("x-api-key")}`,
  no: "no request with another key works",
  unseen: "requests with another key",
});

export const sameKeyWorksOnStage = compare({
  id: "same-key-works-on-stage",
  holds: "the same API key works on this stage",
  finds: (siblings) => siblings.that(reachedIntegration).withSame(apiKey, firstSegment).first(),
  yes: (each) => phrase`${quoted(each)} with the same ${requestHeader("x-api-key")}`,
  no: "the same key is not seen to work on this stage",
});

/** A usage plan admits a key to stages, so a key can be good on one and refused on the next. */
export const sameKeyWorksOnOtherStage = compare({
  id: "same-key-works-on-other-stage",
  holds: "the same API key works on another stage",
  finds: (siblings) => siblings.that(reachedIntegration).withSame(apiKey).firstWithOther(firstSegment),
  yes: (each) => phrase`${quoted(each)} with the same ${requestHeader("x-api-key")}, under another first segment`,
  no: "the same key is not seen to work on another stage",
});

/** One key is the other with characters cut off, as happens in copying. */
export const keyResemblesWorkingKey = compare({
  id: "key-resembles-working-key",
  holds: "the key resembles one that works",
  finds: (siblings, exchange) =>
    siblings.that(reachedIntegration).firstWithOther(apiKey, (working) => resembles(working, apiKey(exchange))),
  yes: (each) => phrase`${quoted(each)} with a key that is the same but for missing or added characters`,
  no: "no working key resembles this one",
});

function resembles(working: string, refused: string | null): boolean {
  if (refused === null || refused.length < 6) return false;
  return working.includes(refused) || refused.includes(working);
}

function isThrottled({ response }: Exchange): boolean {
  return response.status === 429;
}

export const usagePlanIsSeen = compare({
  id: "usage-plan-is-seen",
  holds: "a response of the host shows a usage plan or throttle",
  finds: (siblings) => siblings.that(isThrottled).first(),
  yes: (each) => phrase`${quoted(each)}: a usage plan or throttle counts requests here`,
  no: "no response of the host shows a usage plan",
});

export const sameCredentialWorks = compare({
  id: "same-credential-works",
  holds: "the same credential works on the host",
  finds: (siblings) => siblings.that(reachedIntegration).withSame(credential).first(),
  yes: (each) => phrase`${quoted(each)} with the same credential`,
  no: "the same credential was not seen to work on this host",
});

export const otherCredentialWorks = compare({
  id: "other-credential-works",
  holds: "the route works with another credential",
  finds: (siblings) => siblings.that(reachedIntegration).withSame(schemeAndPath, verb).firstWithOther(credential),
  yes: (each) => phrase`${quoted(each)} with another credential`,
  no: "the route was not seen to work with another credential",
});

/** The key in the header is then not what decides: with apiKeySource AUTHORIZER the caller's credential is. */
export const sameKeyWorksForOtherCaller = compare({
  id: "same-key-works-for-other-caller",
  holds: "the same API key works for another caller",
  finds: (siblings) =>
    siblings.that(reachedIntegration).withSame(apiKey, schemeAndPath, verb).firstWithOther(credential),
  yes: (each) => phrase`${quoted(each)} with the same ${requestHeader("x-api-key")} and another credential`,
  no: "the same key was not seen to work for another caller",
});
