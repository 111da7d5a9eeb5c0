import type { Exchange } from "../../exchange/exchange.ts";
import { isApiHost } from "../../exchange/host.ts";
import { valueOr } from "../../exchange/known.ts";
import { refusalOf } from "../../exchange/refusal.ts";
import { passedStage, reachedIntegration, succeeded } from "../../session/outcome.ts";
import { firstSegment, hostname, path, region, schemeAndPath, verb } from "../../session/properties.ts";
import type { Property, Selection } from "../../session/selection.ts";
import { isRefused } from "../../session/subjects.ts";
import { cannotTell, clue, no, quote, yes } from "./answer.ts";
import { alone, compare, isSigned, quoted } from "./compare.ts";

/** Clues from other requests about stages, routes and hosts. */

export const sameStageWorks = compare("same-stage-works", {
  finds: (siblings) => siblings.that(passedStage).withSame(firstSegment).first(),
  yes: (each) => `${quoted(each)}: ${quote(`/${firstSegment(each)}`)} is there`,
  no: "nothing else under the same first segment is seen to get past the stage",
  unseen: "other requests under the same stage",
});

export const otherStageWorks = compare("other-stage-works", {
  finds: (siblings) => siblings.that(reachedIntegration, isOfSameOrigin).firstWithOther(firstSegment),
  yes: (each) => `${quoted(each)}: there the path begins with ${quote(`/${firstSegment(each)}`)}`,
  no: "no request whose path begins otherwise works on this host",
  unseen: "other requests to the host",
});

function isAnswered({ kind, response }: Exchange): boolean {
  return response.status > 0 && kind !== "preflight";
}

function gotThrough(exchange: Exchange): boolean {
  return !isRefused(exchange) || passedStage(exchange);
}

export const everythingIsRefused = clue("everything-is-refused", ({ siblings }) => {
  const answered = siblings.that(isAnswered);
  if (answered.first() === undefined) return cannotTell("whether all paths are refused", alone);
  const through = answered.that(gotThrough).first();
  if (through) return no(quoted(through));
  const paths = answered.variety(path);
  return paths > 1
    ? yes(`all ${answered.count + 1} requests to the host are refused, on ${paths} paths`)
    : cannotTell("whether all paths are refused", "only one path of the host was asked for");
});

/** The same path answers on another host: with or without a stage in front, as base path mappings cut it off. */
export const worksOnOtherHost = clue("works-on-other-host", ({ exchange, session }) => {
  const found = session.all.earliest(workingElsewhere(exchange, session.all.that(reachedIntegration)));
  if (found) return yes(`the same path works on ${quote(found.host.hostname)}`);
  return session.hosts.length < 2
    ? cannotTell("the same path on another host", "the capture has one host only")
    : no("no other host answers the same path");
});

function workingElsewhere(exchange: Exchange, working: Selection): (Exchange | undefined)[] {
  const own = path(exchange);
  const rest = withoutFirstSegment(exchange);
  const elsewhere = (property: Property, value: string) =>
    isOnlySlashes(value) ? undefined : working.with(property, value).firstWithOther(hostname, hostname(exchange));
  return [elsewhere(path, own), elsewhere(withoutFirstSegment, own), elsewhere(path, rest)];
}

function isOnlySlashes(text: string): boolean {
  return /^\/*$/.test(text);
}

export const worksWithoutFirstSegment = compare("works-without-first-segment", {
  finds: (siblings, exchange) => siblings.that(reachedIntegration).with(path, withoutFirstSegment(exchange)).first(),
  yes: (each, exchange) => `${quoted(each)}: the same path without ${quote(`/${firstSegment(exchange)}`)}`,
  no: "the path without its first segment was not seen to work",
  unseen: "the path without its first segment",
});

function withoutFirstSegment({ request }: Exchange): string {
  return `/${request.target.segments.slice(1).join("/")}`;
}

function passedStageOfEndpoint(exchange: Exchange): boolean {
  return isApiHost(exchange.host.kind) && passedStage(exchange);
}

/** The first segment is a stage on an execute-api host of the same session. */
export const firstSegmentIsStageElsewhere = clue("first-segment-is-stage-elsewhere", ({ exchange, session }) => {
  const stage = firstSegment(exchange);
  if (isApiHost(exchange.host.kind)) return no("on an execute-api name the first segment is the stage");
  const endpoints = session.all.that(passedStageOfEndpoint);
  if (endpoints.members.length === 0) {
    return cannotTell("the stages of the API", "no request to an execute-api name works in the capture");
  }
  const [found] = endpoints.with(firstSegment, stage).members;
  return found
    ? yes(`${quote(`/${stage}`)} is a stage on ${quote(found.host.hostname)}`)
    : no(`${quote(`/${stage}`)} is no stage of the execute-api names that were called`);
});

function isNoPreflight({ kind }: Exchange): boolean {
  return kind !== "preflight";
}

export const otherVerbWorks = compare("other-verb-works", {
  finds: (siblings) => siblings.that(reachedIntegration, isNoPreflight).withSame(schemeAndPath).firstWithOther(verb),
  yes: quoted,
  no: "no other verb of the path is seen to work",
  unseen: "other verbs of the path",
});

export const otherPathWorks = compare("other-path-works", {
  finds: (siblings) => siblings.that(reachedIntegration).firstWithOther(schemeAndPath),
  yes: quoted,
  no: "no other path of the host is seen to work",
  unseen: "other paths of the host",
});

export const sameRequestWorks = compare("same-request-works", {
  finds: (siblings) => siblings.that(reachedIntegration).withSame(schemeAndPath, verb).first(),
  yes: (each) => `${quoted(each)} too: route and verb exist`,
  no: "the same route and verb were not seen to work",
  unseen: "the same route with other content",
});

export const signedSameRequestWorks = compare("signed-same-request-works", {
  finds: (siblings) => siblings.that(isSigned, passedRoute).withSame(schemeAndPath, verb).first(),
  yes: (each) => `${quoted(each)} when it was signed: the route exists and wants a signature`,
  no: "no signed request to the same route is in the capture",
  unseen: "the same request, signed",
});

function passedRoute(exchange: Exchange): boolean {
  const refusal = refusalOf(exchange);
  return reachedIntegration(exchange) || (refusal.known && aboutSigners.has(refusal.value.wording));
}

const aboutSigners = new Set<string>(["principal-denied", "signature-expired", "signature-mismatch"]);

function isUnsigned(exchange: Exchange): boolean {
  return exchange.request.authorization.known && !isSigned(exchange);
}

export const unsignedSameRequestWorks = compare("unsigned-same-request-works", {
  finds: (siblings) => siblings.that(reachedIntegration, isUnsigned).withSame(schemeAndPath, verb).first(),
  yes: (each) => `${quoted(each)} without a signature`,
  no: "the same route was not seen to work unsigned",
  unseen: "the same request, unsigned",
});

export const unsignedSiblingsWork = compare("unsigned-siblings-work", {
  finds: (siblings) => siblings.that(reachedIntegration, isUnsigned, isNoPreflight).first(),
  yes: (each) => `${quoted(each)} without a signature`,
  no: "no other request to this host works without a signature",
  unseen: "unsigned requests to the host",
});

function isOptions({ request }: Exchange): boolean {
  return request.method === "OPTIONS";
}

export const signedOptionsWorks = compare("signed-options-works", {
  finds: (siblings) => siblings.that(isOptions, isSigned, succeeded).withSame(schemeAndPath).first(),
  yes: (each) => `a signed ${quoted(each)}: OPTIONS exists`,
  no: "no signed OPTIONS of the path works",
});

function wantedCertificate({ response }: Exchange): boolean {
  return /CLIENT_AUTH|BAD_SSL_CLIENT|CERTIFICATE_REQUIRED/i.test(response.failure ?? "");
}

export const tlsWantedCertificate = compare("tls-wanted-certificate", {
  finds: (siblings) => siblings.that(wantedCertificate).first(),
  yes: ({ response }) => `the host asked for a client certificate before (${quote(response.failure ?? "")})`,
  no: "no TLS error about a client certificate",
});

function isAnsweredEndpoint({ host, response }: Exchange): boolean {
  return host.kind === "default-endpoint" && response.status > 0;
}

export const otherApisOfRegionRefused = clue("other-apis-of-region-refused", ({ exchange, session }) => {
  const ofRegion = session.all.that(isAnsweredEndpoint).with(region, region(exchange));
  const first = ofRegion.firstWithOther(hostname, hostname(exchange));
  if (first === undefined) {
    return cannotTell("other APIs of the region", "the capture calls no other API of the region");
  }
  const through = ofRegion.that(gotThrough).firstWithOther(hostname, hostname(exchange));
  return through
    ? no(`${quote(through.host.hostname)} answers`)
    : yes(`other APIs of the region are refused as well (${quote(first.host.hostname)})`);
});

/** What the request id of an answer says of the kind of API; null where there is none. */
function family({ response }: Exchange): string | null {
  if (response.headers.has("x-amz-apigw-id")) return "rest";
  return response.headers.has("apigw-requestid") ? "http" : null;
}

export const otherKindOfApiOnHost = compare("other-kind-of-api-on-host", {
  finds: (siblings, exchange) => (family(exchange) === null ? undefined : siblings.firstWithOther(family)),
  yes: (each) => `${quoted(each)} by an API of another kind: two APIs share the domain`,
  no: "all answers of the host are of one kind of API",
});

function isNotFoundByHttpApi({ response }: Exchange): boolean {
  return response.status === 404 && response.body.known && /"message":\s*"Not Found"/.test(response.body.value);
}

/** A 404 in an HTTP API's own words shows that unknown paths are not refused but not found. */
export const unknownPathIsNotFound = compare("unknown-path-is-not-found", {
  finds: (siblings) => siblings.that(isNotFoundByHttpApi).first(),
  yes: (each) => `${quoted(each)}: host and mapping are fine`,
  no: "no path of the host is answered Not Found",
});

/** The same path answers with one more segment behind the first: a stage behind the base path. */
export const worksWithStageBehindBasePath = compare("works-with-stage-behind-base-path", {
  finds: (siblings, exchange) =>
    siblings
      .that(reachedIntegration)
      .withSame(firstSegment)
      .firstWhere((each) => segmentsWithoutSecond(each) === exchange.request.target.segments.join("/")),
  yes: (each) =>
    `${quoted(each)}: the same path with ${quote(`/${each.request.target.segments[1]}`)} behind its base path`,
  no: "the path was not seen to work with a stage behind its base path",
});

function segmentsWithoutSecond({ request }: Exchange): string {
  const [first, , ...rest] = request.target.segments;
  return [first, ...rest].join("/");
}

/** API Gateway sends no `server` header but `Server`; any other is of another origin on the same name. */
function isOfOtherOrigin({ response }: Exchange): boolean {
  return !/^Server$/.test(response.headers.get("server") ?? "Server");
}

function isOfSameOrigin(exchange: Exchange): boolean {
  return !isOfOtherOrigin(exchange);
}

/** A name behind which several origins answer is a distribution of the owner's. */
export const otherOriginAnswers = compare("other-origin-answers", {
  finds: (siblings) => siblings.that(reachedIntegration, isOfOtherOrigin).first(),
  yes: (each) => `${quoted(each)} by another origin (${quote(`server: ${each.response.headers.get("server")}`)})`,
  no: "no other origin answers on this name",
});

/** The same private API by another VPC endpoint's name. */
export const worksThroughOtherEndpoint = clue("works-through-other-endpoint", ({ exchange: { host }, session }) => {
  if (host.apiId === null) return cannotTell("other ways to the same API", "the name does not carry the API's id");
  const found = session.exchanges.find(
    (each) => each.host.apiId === host.apiId && each.host.hostname !== host.hostname && reachedIntegration(each),
  );
  return found
    ? yes(`the same API answers on ${quote(found.host.hostname)}`)
    : no("the same API was not seen to answer by another name");
});

function sendsNoAuthorization({ request }: Exchange): boolean {
  return request.authorization.known && request.authorization.value === null;
}

export const worksWithoutAuthorization = compare("works-without-authorization", {
  finds: (siblings) => siblings.that(reachedIntegration, sendsNoAuthorization).withSame(schemeAndPath, verb).first(),
  yes: (each) => `${quoted(each)} without an Authorization header: the route exists and wants none`,
  no: "the same route was not seen to work without an Authorization header",
  unseen: "the same request without an Authorization header",
});

function sendsOtherScheme({ request }: Exchange): boolean {
  return (
    request.authorization.known && request.authorization.value !== null && !/AWS4-/.test(request.authorization.value)
  );
}

export const otherSchemeWorksOnHost = compare("other-scheme-works-on-host", {
  finds: (siblings) => siblings.that(reachedIntegration, sendsOtherScheme).first(),
  yes: (each) => `${quoted(each)} with an Authorization header that is not SigV4's`,
  no: "no request with such an Authorization header works on this host",
  unseen: "other requests with such an Authorization header",
});

/** The path with a base path in front of it; on a vendor's domain each base path is another API. */
export const worksBehindBasePath = compare("works-behind-base-path", {
  finds: (siblings, exchange) =>
    exchange.request.target.segments.length === 0
      ? undefined
      : siblings.that(reachedIntegration).with(withoutFirstSegment, path(exchange)).first(),
  yes: (each) => `${quoted(each)}: the same path behind ${quote(`/${firstSegment(each)}`)}`,
  no: "the path was not seen to work with a segment in front",
});

/** Headers that differ from call to call and decide nothing. */
const passingHeaders = /^(?:traceparent|tracestate|x-amzn-trace-id|x-request-id|if-none-match|if-modified-since)$/i;

/** All of a request that may decide, as far as the capture shows it; null where it may hide a part. */
function wholeRequest({ request }: Exchange): string | null {
  if (!request.headersShown || !request.authorization.known) return null;
  const { url, method, authorization, headers, bodySize } = request;
  const lasting = headers.all.filter(({ name }) => !passingHeaders.test(name));
  const lines = lasting.map(({ name, value }) => `${name.toLowerCase()}: ${value}`).toSorted();
  return JSON.stringify([
    method,
    url,
    authorization.value,
    lines,
    valueOr(request.body, null),
    valueOr(bodySize, null),
  ]);
}

/** Changes of an API reach all of its front ends within minutes. */
const propagation = 10 * 60_000;

export const sameRequestWorksSoonAfter = compare("same-request-works-soon-after", {
  finds: (siblings, exchange) =>
    siblings
      .that(reachedIntegration)
      .withSame(wholeRequest)
      .firstWhere((each) => isSoonAfter(each, exchange)),
  yes: (each) => `the very same request a little later: ${quoted(each)}`,
  no: "the very same request was not seen to work a little later",
});

function isSoonAfter(later: Exchange, { startedAt }: Exchange): boolean {
  if (!later.startedAt.known || !startedAt.known) return false;
  const passed = later.startedAt.value - startedAt.value;
  return passed > 0 && passed <= propagation;
}

/** What worked before was deployed before. */
export const routeWorkedBefore = compare("route-worked-before", {
  finds: (siblings, exchange) =>
    siblings
      .that(reachedIntegration)
      .withSame(schemeAndPath, verb)
      .firstWhere((each) => isSoonAfter(exchange, each)),
  yes: (each) => `${quoted(each)} before`,
  no: "the route was not seen to work before",
});

function leavesCacheAlone({ request }: Exchange): boolean {
  return request.headersShown && !/\bmax-age=0\b/i.test(request.headers.get("cache-control") ?? "");
}

export const worksFromCache = compare("works-from-cache", {
  finds: (siblings) => siblings.that(reachedIntegration, leavesCacheAlone).withSame(schemeAndPath, verb).first(),
  yes: (each) => `${quoted(each)} without \`cache-control: max-age=0\``,
  no: "the same route was not seen to work without `cache-control: max-age=0`",
});
