import type { Exchange } from "../../exchange/exchange.ts";
import { isApiHost } from "../../exchange/host.ts";
import { refusalOf } from "../../exchange/refusal.ts";
import { passedStage, reachedIntegration, succeeded } from "../../session/outcome.ts";
import { isRefused } from "../../session/subjects.ts";
import { cannotTell, clue, no, quote, yes } from "./answer.ts";
import { alone, carriesSignature, compare, firstSegment, quoted, samePath, sameRoute, sameVerb } from "./compare.ts";

/** Clues from other requests about stages, routes and hosts. */

export const sameStageWorks = compare("same-stage-works", {
  shows: (each, exchange) => firstSegment(each) === firstSegment(exchange) && passedStage(each),
  yes: (each) => `${quoted(each)}: ${quote(`/${firstSegment(each)}`)} is there`,
  no: "nothing else under the same first segment is seen to get past the stage",
  unseen: "other requests under the same stage",
});

export const otherStageWorks = compare("other-stage-works", {
  shows: (each, exchange) => firstSegment(each) !== firstSegment(exchange) && reachedIntegration(each),
  yes: (each) => `${quoted(each)}: there the path begins with ${quote(`/${firstSegment(each)}`)}`,
  no: "no request whose path begins otherwise works on this host",
  unseen: "other requests to the host",
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
  const { hostname } = exchange.host;
  const found = session.exchanges.find(
    (each) => each.host.hostname !== hostname && reachedIntegration(each) && pathsCorrespond(each, exchange),
  );
  if (found) return yes(`the same path works on ${quote(found.host.hostname)}`);
  return session.hosts.length < 2
    ? cannotTell("the same path on another host", "the capture has one host only")
    : no("no other host answers the same path");
});

function pathsCorrespond(a: Exchange, b: Exchange): boolean {
  const [first, second] = [a.request.target.segments, b.request.target.segments];
  const [long, short] = first.length >= second.length ? [first, second] : [second, first];
  const extra = long.length - short.length;
  return short.join("") !== "" && extra <= 1 && long.slice(extra).join("/") === short.join("/");
}

export const worksWithoutFirstSegment = compare("works-without-first-segment", {
  shows: (each, exchange) => each.request.target.path === withoutFirstSegment(exchange) && reachedIntegration(each),
  yes: (each, exchange) => `${quoted(each)}: the same path without ${quote(`/${firstSegment(exchange)}`)}`,
  no: "the path without its first segment was not seen to work",
  unseen: "the path without its first segment",
});

function withoutFirstSegment({ request }: Exchange): string {
  return `/${request.target.segments.slice(1).join("/")}`;
}

/** The first segment is a stage on an execute-api host of the same session. */
export const firstSegmentIsStageElsewhere = clue("first-segment-is-stage-elsewhere", ({ exchange, session }) => {
  const stage = firstSegment(exchange);
  const endpoints = session.exchanges.filter((each) => isApiHost(each.host.kind) && passedStage(each));
  if (endpoints.length === 0) {
    return cannotTell("the stages of the API", "no request to an execute-api name works in the capture");
  }
  const found = endpoints.find((each) => firstSegment(each) === stage);
  return found
    ? yes(`${quote(`/${stage}`)} is a stage on ${quote(found.host.hostname)}`)
    : no(`${quote(`/${stage}`)} is no stage of the execute-api names that were called`);
});

export const otherVerbWorks = compare("other-verb-works", {
  shows: (each, exchange) =>
    samePath(each, exchange) && !sameVerb(each, exchange) && each.kind !== "preflight" && reachedIntegration(each),
  yes: quoted,
  no: "no other verb of the path is seen to work",
  unseen: "other verbs of the path",
});

export const otherPathWorks = compare("other-path-works", {
  shows: (each, exchange) => !samePath(each, exchange) && reachedIntegration(each),
  yes: quoted,
  no: "no other path of the host is seen to work",
  unseen: "other paths of the host",
});

export const sameRequestWorks = compare("same-request-works", {
  shows: (each, exchange) => sameRoute(each, exchange) && reachedIntegration(each),
  yes: (each) => `${quoted(each)} too: route and verb exist`,
  no: "the same route and verb were not seen to work",
  unseen: "the same route with other content",
});

export const signedSameRequestWorks = compare("signed-same-request-works", {
  shows: (each, exchange) => sameRoute(each, exchange) && carriesSignature(each) && passedRoute(each),
  yes: (each) => `${quoted(each)} when it was signed: the route exists and wants a signature`,
  no: "no signed request to the same route is in the capture",
  unseen: "the same request, signed",
});

function passedRoute(exchange: Exchange): boolean {
  const refusal = refusalOf(exchange);
  return reachedIntegration(exchange) || (refusal.known && aboutSigners.has(refusal.value.wording));
}

const aboutSigners = new Set<string>(["principal-denied", "signature-expired", "signature-mismatch"]);

export const unsignedSameRequestWorks = compare("unsigned-same-request-works", {
  shows: (each, exchange) =>
    sameRoute(each, exchange) &&
    !carriesSignature(each) &&
    each.request.authorization.known &&
    reachedIntegration(each),
  yes: (each) => `${quoted(each)} without a signature`,
  no: "the same route was not seen to work unsigned",
  unseen: "the same request, unsigned",
});

export const signedOptionsWorks = compare("signed-options-works", {
  shows: (each, exchange) =>
    samePath(each, exchange) && each.request.method === "OPTIONS" && carriesSignature(each) && succeeded(each),
  yes: (each) => `a signed ${quoted(each)}: OPTIONS exists`,
  no: "no signed OPTIONS of the path works",
});

export const tlsWantedCertificate = compare("tls-wanted-certificate", {
  shows: ({ response }) => /CLIENT_AUTH|BAD_SSL_CLIENT|CERTIFICATE_REQUIRED/i.test(response.failure ?? ""),
  yes: ({ response }) => `the host asked for a client certificate before (${quote(response.failure ?? "")})`,
  no: "no TLS error about a client certificate",
});

export const otherApisOfRegionRefused = clue("other-apis-of-region-refused", ({ exchange: { host }, session }) => {
  const others = session.exchanges.filter(
    (each) =>
      each.host.kind === "default-endpoint" &&
      each.host.region === host.region &&
      each.host.hostname !== host.hostname &&
      each.response.status > 0,
  );
  const [first] = others;
  if (first === undefined) {
    return cannotTell("other APIs of the region", "the capture calls no other API of the region");
  }
  const through = others.find((each) => !isRefused(each) || passedStage(each));
  return through
    ? no(`${quote(through.host.hostname)} answers`)
    : yes(`other APIs of the region are refused as well (${quote(first.host.hostname)})`);
});

export const otherKindOfApiOnHost = compare("other-kind-of-api-on-host", {
  shows: (each, exchange) =>
    isOfHttpApi(each) !== isOfHttpApi(exchange) && isIdentified(each) && isIdentified(exchange),
  yes: (each) => `${quoted(each)} by an API of another kind: two APIs share the domain`,
  no: "all answers of the host are of one kind of API",
});

function isIdentified({ response }: Exchange): boolean {
  return response.headers.has("x-amz-apigw-id") || response.headers.has("apigw-requestid");
}

function isOfHttpApi({ response }: Exchange): boolean {
  return response.headers.has("apigw-requestid") && !response.headers.has("x-amz-apigw-id");
}

/** A 404 in an HTTP API's own words shows that unknown paths are not refused but not found. */
export const unknownPathIsNotFound = compare("unknown-path-is-not-found", {
  shows: ({ response }) =>
    response.status === 404 && response.body.known && /"message":\s*"Not Found"/.test(response.body.value),
  yes: (each) => `${quoted(each)}: host and mapping are fine`,
  no: "no path of the host is answered Not Found",
});
