import type { Exchange } from "../../exchange/exchange.ts";
import { valueOr } from "../../exchange/known.ts";
import { reachedIntegration, succeeded } from "../../session/outcome.ts";
import { isRefused } from "../../session/subjects.ts";
import { cannotTell, clue, no, yes } from "./answer.ts";
import { carriesSignature, compare, firstSegment, quoted, sameRoute } from "./compare.ts";

/** Clues from other requests about keys, tokens and signers. */

export const siblingsAreSigned = compare("siblings-are-signed", {
  shows: (each) => carriesSignature(each) && succeeded(each),
  yes: (each) => `${quoted(each)} with a SigV4 signature`,
  no: "no signed request to this host works",
  unseen: "signed requests to the host",
});

export const notSignedAnywhere = clue("not-signed-anywhere", ({ exchange, siblings }) =>
  [exchange, ...siblings].some(carriesSignature)
    ? no("requests to this host are signed")
    : yes("no request to this host is signed"),
);

function accessKeyOf({ request }: Exchange): string | null {
  return /Credential=([^/,\s]+)/.exec(valueOr(request.authorization, "") ?? "")?.[1] ?? null;
}

export const sameCallerMaySameRoute = compare("same-caller-may-same-route", {
  shows: (each, exchange) =>
    accessKeyOf(exchange) !== null &&
    accessKeyOf(each) === accessKeyOf(exchange) &&
    sameRoute(each, exchange) &&
    reachedIntegration(each),
  yes: (each) => `${quoted(each)} for the same access key: it may call this route`,
  no: "the same access key was not seen to be let through on this route",
});

function apiKeyOf({ request }: Exchange): string | undefined {
  return request.headers.get("x-api-key");
}

export const keylessSameRouteWorks = compare("keyless-same-route-works", {
  shows: (each, exchange) =>
    sameRoute(each, exchange) && each.request.headersShown && apiKeyOf(each) === undefined && reachedIntegration(each),
  yes: (each) => `${quoted(each)} without an \`x-api-key\`: the route wants none`,
  no: "the route was not seen to work without a key",
});

export const otherKeyWorks = compare("other-key-works", {
  shows: (each, exchange) =>
    apiKeyOf(each) !== undefined && apiKeyOf(each) !== apiKeyOf(exchange) && reachedIntegration(each),
  yes: (each, exchange) => `${quoted(each)} with ${apiKeyOf(exchange) === undefined ? "an" : "another"} \`x-api-key\``,
  no: "no request with another key works",
  unseen: "requests with another key",
});

function sameKeyWorks(each: Exchange, exchange: Exchange): boolean {
  return apiKeyOf(exchange) !== undefined && apiKeyOf(each) === apiKeyOf(exchange) && reachedIntegration(each);
}

export const sameKeyWorksOnStage = compare("same-key-works-on-stage", {
  shows: (each, exchange) => sameKeyWorks(each, exchange) && firstSegment(each) === firstSegment(exchange),
  yes: (each) => `${quoted(each)} with the same \`x-api-key\``,
  no: "the same key is not seen to work on this stage",
});

/** A usage plan admits a key to stages, so a key can be good on one and refused on the next. */
export const sameKeyWorksOnOtherStage = compare("same-key-works-on-other-stage", {
  shows: (each, exchange) => sameKeyWorks(each, exchange) && firstSegment(each) !== firstSegment(exchange),
  yes: (each) => `${quoted(each)} with the same \`x-api-key\`, under another first segment`,
  no: "the same key is not seen to work on another stage",
});

/** One key is the other with characters cut off, as happens in copying. */
export const keyResemblesWorkingKey = compare("key-resembles-working-key", {
  shows: (each, exchange) => resembles(apiKeyOf(each), apiKeyOf(exchange)) && reachedIntegration(each),
  yes: (each) => `${quoted(each)} with a key that is the same but for missing or added characters`,
  no: "no working key resembles this one",
});

function resembles(working: string | undefined, refused: string | undefined): boolean {
  if (working === undefined || refused === undefined || working === refused || refused.length < 6) return false;
  return working.includes(refused) || refused.includes(working);
}

export const usagePlanIsSeen = compare("usage-plan-is-seen", {
  shows: ({ response }) => response.status === 429,
  yes: (each) => `${quoted(each)}: a usage plan or throttle counts requests here`,
  no: "no answer of the host shows a usage plan",
});

function credentialOf({ request }: Exchange): string | null {
  return valueOr(request.authorization, null) ?? request.headers.get("cookie") ?? null;
}

function sameCredential(a: Exchange, b: Exchange): boolean {
  return credentialOf(a) !== null && credentialOf(a) === credentialOf(b);
}

export const sameCredentialWorks = compare("same-credential-works", {
  shows: (each, exchange) => sameCredential(each, exchange) && reachedIntegration(each),
  yes: (each) => `${quoted(each)} with the same credential`,
  no: "the same credential was not seen to work on this host",
});

export const otherCredentialWorks = compare("other-credential-works", {
  shows: (each, exchange) =>
    sameRoute(each, exchange) &&
    credentialOf(each) !== null &&
    !sameCredential(each, exchange) &&
    reachedIntegration(each),
  yes: (each) => `${quoted(each)} with another credential`,
  no: "the route was not seen to work with another credential",
});

/** API Gateway's authorizer cache lasts 300 seconds unless set otherwise (API reference, CreateAuthorizer). */
const cacheTime = 300_000;

function isWithinCacheTime(earlier: Exchange, later: Exchange): boolean {
  if (!earlier.startedAt.known || !later.startedAt.known) return false;
  const passed = later.startedAt.value - earlier.startedAt.value;
  return passed >= 0 && passed < cacheTime;
}

export const allowedWithinCacheTime = clue("allowed-within-cache-time", ({ exchange, siblings }) => {
  if (credentialOf(exchange) === null || !exchange.startedAt.known) {
    return cannotTell("the authorizer's cache", "the capture shows no credential or no time");
  }
  const found = siblings.find(
    (each) => sameCredential(each, exchange) && reachedIntegration(each) && isWithinCacheTime(each, exchange),
  );
  if (!found) return no("no request with the same credential was allowed in the five minutes before");
  const seconds = Math.round((exchange.startedAt.value - valueOr(found.startedAt, 0)) / 1000);
  return yes(`${quoted(found)} with the same credential ${seconds} s before`);
});

/** A denial of the same route outside any cache time shows that the policy itself does not cover it. */
export const deniedOutsideCacheTime = clue("denied-outside-cache-time", ({ exchange, siblings }) => {
  const related = [exchange, ...siblings].filter((each) => sameCredential(each, exchange));
  const found = related.find((each) => sameRoute(each, exchange) && isRefused(each) && !isAfterAllowed(each, related));
  return found
    ? yes(`${quoted(found)} when nothing in this capture could have been cached for the credential`)
    : no("each denial follows an allowed request within the cache time");
});

function isAfterAllowed(denied: Exchange, related: readonly Exchange[]): boolean {
  return related.some((each) => reachedIntegration(each) && isWithinCacheTime(each, denied));
}

/** Denied calls answered from the cache do not run the authorizer, so they are faster than the one that filled it. */
export const denialIsFast = clue("denial-is-fast", ({ exchange, siblings }) => {
  const waits = siblings.filter(reachedIntegration).flatMap(({ wait }) => (wait.known ? [wait.value] : []));
  if (!exchange.wait.known || waits.length === 0) return cannotTell("the time to the answer", "no timings to compare");
  const typical = waits.sort((a, b) => a - b)[Math.floor(waits.length / 2)] ?? 0;
  const says = `the refusal took ${Math.round(exchange.wait.value)} ms, answers of the host ${Math.round(typical)} ms`;
  return exchange.wait.value < typical * 0.5 ? yes(says) : no(says);
});
