import { clue, no, yes } from "../../src/diagnosis/clue.ts";
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
import { compare, isSigned, quoted } from "./compare.ts";

/** Clues from other requests about keys, tokens and signers. */

export const siblingsAreSigned = compare("siblings-are-signed", {
  finds: (siblings) => siblings.that(isSigned, succeeded).first(),
  yes: (each) => `${quoted(each)} with a SigV4 signature`,
  no: "no signed request to this host works",
  unseen: "signed requests to the host",
});

export const notSignedAnywhere = clue("not-signed-anywhere", ({ exchange, siblings }) =>
  isSigned(exchange) || siblings.that(isSigned).first() !== undefined
    ? no("requests to this host are signed")
    : yes("no request to this host is signed"),
);

export const sameCallerMaySameRoute = compare("same-caller-may-same-route", {
  finds: (siblings) => siblings.that(reachedIntegration).withSame(signer, schemeAndPath, verb).first(),
  yes: (each) => `${quoted(each)} for the same access key: it may call this route`,
  no: "the same access key was not seen to be let through on this route",
});

/** Seen to send no key; where the capture shows no headers, nothing was seen. */
export function sendsNoKey(exchange: Exchange): boolean {
  return exchange.request.headersShown && apiKey(exchange) === null;
}

export const keylessSameRouteWorks = compare("keyless-same-route-works", {
  finds: (siblings) => siblings.that(reachedIntegration, sendsNoKey).withSame(schemeAndPath, verb).first(),
  yes: (each) => `${quoted(each)} without an \`x-api-key\`: the route wants none`,
  no: "the route was not seen to work without a key",
});

/** A number or UUID in the path is a variable of its route, and the method is the same. */
export const keylessSimilarRouteWorks = compare("keyless-similar-route-works", {
  finds: (siblings) =>
    siblings.that(reachedIntegration, sendsNoKey).withSame(routeShape, verb).firstWithOther(schemeAndPath),
  yes: (each) => `${quoted(each)} without an \`x-api-key\`, by what looks like the same route`,
  no: "no path of the same form was seen to work without a key",
});

export const otherKeyWorks = compare("other-key-works", {
  finds: (siblings) => siblings.that(reachedIntegration).firstWithOther(apiKey),
  yes: (each, exchange) => `${quoted(each)} with ${apiKey(exchange) === null ? "an" : "another"} \`x-api-key\``,
  no: "no request with another key works",
  unseen: "requests with another key",
});

export const sameKeyWorksOnStage = compare("same-key-works-on-stage", {
  finds: (siblings) => siblings.that(reachedIntegration).withSame(apiKey, firstSegment).first(),
  yes: (each) => `${quoted(each)} with the same \`x-api-key\``,
  no: "the same key is not seen to work on this stage",
});

/** A usage plan admits a key to stages, so a key can be good on one and refused on the next. */
export const sameKeyWorksOnOtherStage = compare("same-key-works-on-other-stage", {
  finds: (siblings) => siblings.that(reachedIntegration).withSame(apiKey).firstWithOther(firstSegment),
  yes: (each) => `${quoted(each)} with the same \`x-api-key\`, under another first segment`,
  no: "the same key is not seen to work on another stage",
});

/** One key is the other with characters cut off, as happens in copying. */
export const keyResemblesWorkingKey = compare("key-resembles-working-key", {
  finds: (siblings, exchange) =>
    siblings.that(reachedIntegration).firstWithOther(apiKey, (working) => resembles(working, apiKey(exchange))),
  yes: (each) => `${quoted(each)} with a key that is the same but for missing or added characters`,
  no: "no working key resembles this one",
});

function resembles(working: string, refused: string | null): boolean {
  if (refused === null || refused.length < 6) return false;
  return working.includes(refused) || refused.includes(working);
}

function isThrottled({ response }: Exchange): boolean {
  return response.status === 429;
}

export const usagePlanIsSeen = compare("usage-plan-is-seen", {
  finds: (siblings) => siblings.that(isThrottled).first(),
  yes: (each) => `${quoted(each)}: a usage plan or throttle counts requests here`,
  no: "no answer of the host shows a usage plan",
});

export const sameCredentialWorks = compare("same-credential-works", {
  finds: (siblings) => siblings.that(reachedIntegration).withSame(credential).first(),
  yes: (each) => `${quoted(each)} with the same credential`,
  no: "the same credential was not seen to work on this host",
});

export const otherCredentialWorks = compare("other-credential-works", {
  finds: (siblings) => siblings.that(reachedIntegration).withSame(schemeAndPath, verb).firstWithOther(credential),
  yes: (each) => `${quoted(each)} with another credential`,
  no: "the route was not seen to work with another credential",
});

/** The key in the header is then not what decides: with apiKeySource AUTHORIZER the caller's credential is. */
export const sameKeyWorksForOtherCaller = compare("same-key-works-for-other-caller", {
  finds: (siblings) =>
    siblings.that(reachedIntegration).withSame(apiKey, schemeAndPath, verb).firstWithOther(credential),
  yes: (each) => `${quoted(each)} with the same \`x-api-key\` and another credential`,
  no: "the same key was not seen to work for another caller",
});
