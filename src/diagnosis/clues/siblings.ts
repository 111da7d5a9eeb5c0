import type { Exchange } from "../../exchange/exchange.ts";
import { isApiHost } from "../../exchange/host.ts";
import { valueOr } from "../../exchange/known.ts";
import { refusalOf } from "../../exchange/refusal.ts";
import { decoded } from "../../exchange/target.ts";
import { passedStage, reachedIntegration, succeeded } from "../../session/outcome.ts";
import { isRefused } from "../../session/subjects.ts";
import { cannotTell, clue, no, quote, yes } from "./answer.ts";

/** Clues that compare the refused request with the others of the session. Each quotes the sibling. */

const alone = "the capture has no other request to this host";

function quoted({ request, response }: Exchange): string {
  return `${quote(`${request.method} ${request.target.path}`)} was answered ${response.status}`;
}

function stageOf({ request }: Exchange): string {
  return decoded(request.target.segments[0] ?? "");
}

/** A redirect from http to https says nothing about the route. */
function samePath(a: Exchange, b: Exchange): boolean {
  const [first, second] = [a.request.target, b.request.target];
  return first.path === second.path && first.scheme === second.scheme;
}

function sameVerb(a: Exchange, b: Exchange): boolean {
  return a.request.method === b.request.method;
}

export const sameStageWorks = clue("same-stage-works", ({ exchange, siblings }) => {
  const found = siblings.find((each) => stageOf(each) === stageOf(exchange) && passedStage(each));
  if (found) return yes(`${quoted(found)}: ${quote(`/${stageOf(exchange)}`)} is there`);
  return siblings.length === 0
    ? cannotTell("other requests under the same stage", alone)
    : no(`nothing else under ${quote(`/${stageOf(exchange)}`)} is seen to get past the stage`);
});

export const otherStageWorks = clue("other-stage-works", ({ exchange, siblings }) => {
  const found = siblings.find((each) => stageOf(each) !== stageOf(exchange) && reachedIntegration(each));
  if (found) return yes(`${quoted(found)}: there the path begins with ${quote(`/${stageOf(found)}`)}`);
  return siblings.length === 0
    ? cannotTell("other requests to the host", alone)
    : no("no request whose path begins otherwise works on this host");
});

export const everythingIsRefused = clue("everything-is-refused", ({ exchange, siblings }) => {
  const answered = siblings.filter(({ kind, response }) => response.status > 0 && kind !== "preflight");
  if (answered.length === 0) return cannotTell("whether all paths are refused", alone);
  const through = answered.find((each) => !isRefused(each) || passedStage(each));
  if (through) return no(quoted(through));
  const paths = new Set([exchange, ...answered].map(({ request }) => request.target.path));
  return paths.size > 1
    ? yes(`all ${answered.length + 1} requests to the host are refused, on ${paths.size} paths`)
    : cannotTell("whether all paths are refused", "only one path of the host was asked for");
});

/** The same path answers on another host: with or without a stage in front, as base path mappings cut it off. */
export const worksOnOtherHost = clue("works-on-other-host", ({ exchange, session }) => {
  const found = session.exchanges.find(
    (each) => each.host.hostname !== exchange.host.hostname && reachedIntegration(each) && pathsCorrespond(each, exchange),
  );
  if (found) return yes(`the same path works on ${quote(found.host.hostname)}`);
  return session.hosts.length < 2 ? cannotTell("the same path on another host", "the capture has one host only") : no("no other host answers the same path");
});

function pathsCorrespond(a: Exchange, b: Exchange): boolean {
  const [first, second] = [a.request.target.segments, b.request.target.segments];
  const [long, short] = first.length >= second.length ? [first, second] : [second, first];
  if (short.join("") === "") return false;
  return long.slice(long.length - short.length).join("/") === short.join("/") && long.length - short.length <= 1;
}

export const worksWithoutFirstSegment = clue("works-without-first-segment", ({ exchange, siblings }) => {
  const rest = `/${exchange.request.target.segments.slice(1).join("/")}`;
  const found = siblings.find((each) => each.request.target.path === rest && reachedIntegration(each));
  if (found) return yes(`${quoted(found)}: the same path without ${quote(`/${stageOf(exchange)}`)}`);
  return siblings.length === 0 ? cannotTell("the path without its first segment", alone) : no("the path without its first segment was not seen to work");
});

/** The first segment is a stage on an execute-api host of the same session. */
export const firstSegmentIsStageElsewhere = clue("first-segment-is-stage-elsewhere", ({ exchange, session }) => {
  const stage = stageOf(exchange);
  const endpoints = session.exchanges.filter((each) => isApiHost(each.host.kind) && passedStage(each));
  if (endpoints.length === 0) return cannotTell("the stages of the API", "no request to an execute-api name works in the capture");
  const found = endpoints.find((each) => stageOf(each) === stage);
  return found ? yes(`${quote(`/${stage}`)} is a stage on ${quote(found.host.hostname)}`) : no(`${quote(`/${stage}`)} is no stage of the execute-api names that were called`);
});

export const otherVerbWorks = clue("other-verb-works", ({ exchange, siblings }) => {
  const found = siblings.find((each) => samePath(each, exchange) && !sameVerb(each, exchange) && each.kind !== "preflight" && reachedIntegration(each));
  return found ? yes(quoted(found)) : siblings.length === 0 ? cannotTell("other verbs of the path", alone) : no("no other verb of the path is seen to work");
});

export const otherPathWorks = clue("other-path-works", ({ exchange, siblings }) => {
  const found = siblings.find((each) => !samePath(each, exchange) && reachedIntegration(each));
  return found ? yes(quoted(found)) : siblings.length === 0 ? cannotTell("other paths of the host", alone) : no("no other path of the host is seen to work");
});

export const sameRequestWorks = clue("same-request-works", ({ exchange, siblings }) => {
  const found = siblings.find((each) => samePath(each, exchange) && sameVerb(each, exchange) && reachedIntegration(each));
  return found ? yes(`${quoted(found)} too: route and verb exist`) : siblings.length === 0 ? cannotTell("the same route with other content", alone) : no("the same route and verb were not seen to work");
});

function isSignedExchange({ request }: Exchange): boolean {
  return request.headers.has("x-amz-date") || /AWS4-HMAC-SHA256/.test(valueOr(request.authorization, "") ?? "");
}

export const signedSameRequestWorks = clue("signed-same-request-works", ({ exchange, siblings }) => {
  const found = siblings.find((each) => samePath(each, exchange) && sameVerb(each, exchange) && isSignedExchange(each) && passedRoute(each));
  return found ? yes(`${quoted(found)} when it was signed: the route exists and wants a signature`) : siblings.length === 0 ? cannotTell("the same request, signed", alone) : no("no signed request to the same route is in the capture");
});

function passedRoute(exchange: Exchange): boolean {
  const refusal = refusalOf(exchange);
  return reachedIntegration(exchange) || (refusal.known && ["principal-denied", "signature-expired", "signature-mismatch"].includes(refusal.value.wording));
}

export const unsignedSameRequestWorks = clue("unsigned-same-request-works", ({ exchange, siblings }) => {
  const found = siblings.find((each) => samePath(each, exchange) && sameVerb(each, exchange) && !isSignedExchange(each) && each.request.authorization.known && reachedIntegration(each));
  return found ? yes(`${quoted(found)} without a signature`) : siblings.length === 0 ? cannotTell("the same request, unsigned", alone) : no("the same route was not seen to work unsigned");
});

export const siblingsAreSigned = clue("siblings-are-signed", ({ siblings }) => {
  const found = siblings.find((each) => isSignedExchange(each) && succeeded(each));
  return found ? yes(`${quoted(found)} with a SigV4 signature`) : siblings.length === 0 ? cannotTell("signed requests to the host", alone) : no("no signed request to this host works");
});

/** A CORS preflight that the API answers, and any call of the same path behind the refused preflight. */
export const signedPreflightPathWorks = clue("signed-options-works", ({ exchange, siblings }) => {
  const found = siblings.find((each) => samePath(each, exchange) && each.request.method === "OPTIONS" && isSignedExchange(each) && succeeded(each));
  return found ? yes(`a signed ${quoted(found)}: OPTIONS exists`) : no("no signed OPTIONS of the path works");
});

function apiKey({ request }: Exchange): string | undefined {
  return request.headers.get("x-api-key");
}

export const keylessSiblingWorks = clue("keyless-same-route-works", ({ exchange, siblings }) => {
  const found = siblings.find((each) => samePath(each, exchange) && sameVerb(each, exchange) && each.request.headersShown && apiKey(each) === undefined && reachedIntegration(each));
  return found ? yes(`${quoted(found)} without an \`x-api-key\`: the route wants none`) : no("the route was not seen to work without a key");
});

export const otherKeyWorks = clue("other-key-works", ({ exchange, siblings }) => {
  const found = siblings.find((each) => apiKey(each) !== undefined && apiKey(each) !== apiKey(exchange) && reachedIntegration(each));
  return found ? yes(`${quoted(found)} with ${apiKey(exchange) === undefined ? "an" : "another"} \`x-api-key\``) : siblings.length === 0 ? cannotTell("requests with another key", alone) : no("no request with another key works");
});

export const sameKeyWorks = clue("same-key-works", ({ exchange, siblings }) => {
  const key = apiKey(exchange);
  const found = siblings.find((each) => key !== undefined && apiKey(each) === key && reachedIntegration(each));
  return found ? yes(`${quoted(found)} with the same \`x-api-key\``) : no("the same key is not seen to work elsewhere on the host");
});

export const usagePlanIsSeen = clue("usage-plan-is-seen", ({ siblings }) => {
  const found = siblings.find(({ response }) => response.status === 429);
  return found ? yes(`${quoted(found)}: a usage plan or throttle counts requests here`) : no("no answer of the host shows a usage plan");
});

function credential(exchange: Exchange): string | null {
  return valueOr(exchange.request.authorization, null) ?? exchange.request.headers.get("cookie") ?? null;
}

export const sameCredentialWorks = clue("same-credential-works", ({ exchange, siblings }) => {
  const own = credential(exchange);
  if (own === null) return cannotTell("the credential elsewhere", "no credential is visible in this request");
  const found = siblings.find((each) => credential(each) === own && reachedIntegration(each));
  return found ? yes(`${quoted(found)} with the same credential`) : no("the same credential was not seen to work on this host");
});

export const otherCredentialWorks = clue("other-credential-works", ({ exchange, siblings }) => {
  const own = credential(exchange);
  const found = siblings.find((each) => samePath(each, exchange) && sameVerb(each, exchange) && credential(each) !== null && credential(each) !== own && reachedIntegration(each));
  return found ? yes(`${quoted(found)} with another credential`) : no("the route was not seen to work with another credential");
});

/** API Gateway's authorizer cache: 300 seconds unless set otherwise (developer guide, CreateAuthorizer). */
const cacheTime = 300_000;

export const allowedOtherRouteWithinCacheTime = clue("allowed-other-route-within-cache-time", ({ exchange, siblings }) => {
  const own = credential(exchange);
  const at = exchange.startedAt;
  if (own === null || !at.known) return cannotTell("the authorizer's cache", "the capture shows no credential or no time");
  const found = siblings.find(
    (each) =>
      credential(each) === own && reachedIntegration(each) && each.startedAt.known &&
      each.startedAt.value <= at.value && at.value - each.startedAt.value < cacheTime,
  );
  if (!found || !found.startedAt.known) return no("no request with the same credential was allowed in the five minutes before");
  return yes(`${quoted(found)} with the same credential ${Math.round((at.value - found.startedAt.value) / 1000)} s before`);
});

/** A denial of the same route outside any cache time shows that the policy itself does not cover it. */
export const deniedOutsideCacheTime = clue("denied-outside-cache-time", ({ exchange, siblings }) => {
  const own = credential(exchange);
  const related = [exchange, ...siblings].filter((each) => credential(each) === own && own !== null);
  const found = related.find((each) => samePath(each, exchange) && sameVerb(each, exchange) && isRefused(each) && noneAllowedBefore(each, related));
  return found ? yes(`${quoted(found)} when nothing could have been cached for the credential in this capture`) : no("each denial follows an allowed request within the cache time");
});

function noneAllowedBefore(denied: Exchange, related: readonly Exchange[]): boolean {
  const { startedAt } = denied;
  if (!startedAt.known) return false;
  return !related.some((each) => reachedIntegration(each) && each.startedAt.known && each.startedAt.value <= startedAt.value && startedAt.value - each.startedAt.value < cacheTime);
}

/** Denied calls answered from the cache do not run the authorizer, so they are faster than the one that filled it. */
export const denialIsFast = clue("denial-is-fast", ({ exchange, siblings }) => {
  const waits = siblings.filter(reachedIntegration).flatMap(({ wait }) => (wait.known ? [wait.value] : []));
  if (!exchange.wait.known || waits.length === 0) return cannotTell("the time to the answer", "no timings to compare");
  const typical = waits.sort((a, b) => a - b)[Math.floor(waits.length / 2)] ?? 0;
  const says = `the refusal took ${Math.round(exchange.wait.value)} ms, answers of the host ${Math.round(typical)} ms`;
  return exchange.wait.value < typical * 0.5 ? yes(says) : no(says);
});

export const tlsWantedCertificate = clue("tls-wanted-certificate", ({ siblings }) => {
  const found = siblings.find(({ response }) => /CLIENT_AUTH|BAD_SSL_CLIENT|CERTIFICATE_REQUIRED/i.test(response.failure ?? ""));
  return found ? yes(`the host asked for a client certificate before (${quote(found.response.failure ?? "")})`) : no("no TLS error about a client certificate");
});

export const otherApisOfRegionRefused = clue("other-apis-of-region-refused", ({ exchange, session }) => {
  const others = session.exchanges.filter((each) => each.host.kind === "default-endpoint" && each.host.region === exchange.host.region && each.host.hostname !== exchange.host.hostname && each.response.status > 0);
  if (others.length === 0) return cannotTell("other APIs of the region", "the capture calls no other API of the region");
  const through = others.find((each) => !isRefused(each) || passedStage(each));
  return through ? no(`${quote(through.host.hostname)} answers`) : yes(`other APIs of the region are refused as well (${quote(others[0]?.host.hostname ?? "")})`);
});

export const otherKindOfApiOnHost = clue("other-kind-of-api-on-host", ({ exchange, siblings }) => {
  const own = exchange.response.headers.has("x-amz-apigw-id");
  const found = siblings.find(({ response }) => (own ? response.headers.has("apigw-requestid") && !response.headers.has("x-amz-apigw-id") : response.headers.has("x-amz-apigw-id")));
  return found ? yes(`${quoted(found)} by an API of another kind: two APIs share the domain`) : no("all answers of the host are of one kind of API");
});

/** A 404 in an HTTP API's own words shows that unknown paths are not refused but not found. */
export const unknownPathIsNotFound = clue("unknown-path-is-not-found", ({ siblings }) => {
  const found = siblings.find(({ response }) => response.status === 404 && response.body.known && /"message":\s*"Not Found"/.test(response.body.value));
  return found ? yes(`${quoted(found)}: host and mapping are fine`) : no("no path of the host is answered Not Found");
});

export const notSignedAnywhere = clue("not-signed-anywhere", ({ exchange, siblings }) =>
  [exchange, ...siblings].some(isSignedExchange) ? no("requests to this host are signed") : yes("no request to this host is signed"),
);

/** One key is the other with characters cut off, as happens in copying. */
export const keyResemblesWorkingKey = clue("key-resembles-working-key", ({ exchange, siblings }) => {
  const own = apiKey(exchange);
  if (own === undefined || own.length < 6) return no("no key is sent");
  const found = siblings.find((each) => {
    const key = apiKey(each);
    return key !== undefined && key !== own && (key.includes(own) || own.includes(key)) && reachedIntegration(each);
  });
  return found ? yes(`${quoted(found)} with a key that is the same but for missing or added characters`) : no("no working key resembles this one");
});

function callerOf({ request }: Exchange): string | null {
  return /Credential=([^/,\s]+)/.exec(valueOr(request.authorization, "") ?? "")?.[1] ?? null;
}

export const sameCallerMaySameRoute = clue("same-caller-may-same-route", ({ exchange, siblings }) => {
  const caller = callerOf(exchange);
  if (caller === null) return cannotTell("the caller's access key", "no SigV4 credential is visible");
  const found = siblings.find((each) => samePath(each, exchange) && sameVerb(each, exchange) && callerOf(each) === caller && reachedIntegration(each));
  return found ? yes(`${quoted(found)} for the same access key: it may call this route`) : no("the same access key was not seen to be let through on this route");
});
