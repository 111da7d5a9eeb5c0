import { cannotTell, clue, no, yes } from "../../src/diagnosis/clue.ts";
import { derived, phrase, quotedField, url } from "../../src/diagnosis/quote.ts";
import type { Exchange } from "../../src/exchange/exchange.ts";
import { valueOr } from "../../src/exchange/known.ts";
import { refusalMessageOf } from "../../src/exchange/refusal-message.ts";
import { memoizeWeak } from "../../src/session/memoize-weak.ts";
import {
  apiKeyOrNone,
  call,
  credentialOrNone,
  firstSegment,
  path,
  roughPath,
  schemeAndPath,
  verb,
} from "../../src/session/properties.ts";
import { isRefused } from "../../src/session/refused-requests.ts";
import {
  gotThrough,
  hasResponse,
  isOfOtherOrigin,
  reachedIntegration,
  succeeded,
} from "../../src/session/request-outcome.ts";
import type { Selection } from "../../src/session/selection.ts";
import { alone, compare, isSignedRequest, ofOther, quoted } from "./compare.ts";

/** Clues from other requests to the host about its routes. */

export const everythingIsRefused = clue({
  id: "everything-is-refused",
  holds: "all requests to the host are refused",
  fails: "other requests to the host work",
  ask: ({ siblings }) => {
    const responded = siblings.that(hasResponse);
    if (responded.first() === undefined) return cannotTell("whether all paths are refused", alone);
    const through = responded.that(gotThrough);
    const example = through.first();
    if (example !== undefined) {
      const share = phrase`${derived(through.count)} of ${derived(responded.count + 1)} requests to the host get through`;
      return no(phrase`${share}: ${quoted(example)}`, example);
    }
    const paths = responded.variety(path);
    return paths > 1
      ? yes`all ${derived(responded.count + 1)} requests to the host are refused, on ${derived(paths)} paths`
      : cannotTell("whether all paths are refused", "only one path of the host was asked for");
  },
});

/** Fewer other paths do not show that the rest of an API works. */
const fewestPaths = 3;

/** Host, mapping, stage and everything else that all paths share are then in order. */
export const onlyThisPathIsRefused = clue({
  id: "only-this-path-is-refused",
  holds: "other paths of the host work, only this one is refused",
  ask: ({ exchange, siblings }) => {
    if (siblings.first() === undefined) return cannotTell("whether other paths are refused", alone);
    const other = siblings.that(isRefused).firstWithOther(path);
    if (other !== undefined) return no(phrase`another path is refused as well: ${quoted(other)}`, other);
    const working = siblings.that(hasResponse, reachedIntegration);
    const paths = working.variety(path) - (working.withSame(path).first() === undefined ? 1 : 0);
    return paths >= fewestPaths
      ? yes`${derived(paths)} paths of the host work, only ${url(path(exchange))} is refused`
      : no(`fewer than ${fewestPaths} other paths of the host are seen to work`);
  },
});

function isNoPreflight({ kind }: Exchange): boolean {
  return kind !== "preflight";
}

/** Headers by which clients differ without being asked to, and those that have clues of their own. */
const clientsOwnHeader =
  /^:|^(?:accept|authorization|cache-control|connection|content-|cookie|date|dnt|host|if-|origin|pragma|priority|range|referer|sec-|te$|traceparent|tracestate|transfer-encoding|upgrade|user-agent|via|x-amz|x-api-key|x-forwarded|x-request-id)/i;

/** What routing rules may go by. */
function choosingHeaders({ request }: Exchange): string | null {
  if (request.headersLeftOut !== null) return null;
  const lines = request.headers.all.map(({ name, value }) => `${name.toLowerCase()}: ${value}`);
  return JSON.stringify(lines.filter((line) => !clientsOwnHeader.test(line)).toSorted());
}

export const worksWithOtherHeader = compare({
  id: "works-with-other-header",
  holds: "the same call works with another header",
  fails: "the same call was not seen to work with another header",
  finds: (siblings) =>
    siblings
      .that(reachedIntegration, isNoPreflight)
      .withSame(schemeAndPath, verb, apiKeyOrNone, credentialOrNone)
      .firstWithOther(choosingHeaders),
  yes: (each) => phrase`${quoted(each)} with other headers of the client's own`,
  no: "the same call was not seen to work with another header",
  unseen: "the same call with another header",
});

export const otherVerbWorks = compare({
  id: "other-verb-works",
  holds: "another verb of the same path works",
  finds: (siblings) => siblings.that(reachedIntegration, isNoPreflight).withSame(schemeAndPath).firstWithOther(verb),
  fact: "other-request-works",
  yes: quoted,
  no: "no other verb of the path is seen to work",
  unseen: "other verbs of the path",
});

export const otherPathWorks = compare({
  id: "other-path-works",
  holds: "another path of the host works",
  finds: (siblings) => siblings.that(reachedIntegration).firstWithOther(schemeAndPath),
  fact: "other-request-works",
  yes: quoted,
  no: "no other path of the host is seen to work",
  unseen: "other paths of the host",
});

/** `order` for `orders`, `Orders` for `orders`: routes are compared letter by letter. */
export const resemblesWorkingPath = compare({
  id: "resembles-working-path",
  holds: "the path resembles one that works",
  finds: (siblings) => siblings.that(reachedIntegration, isNoPreflight).withSame(roughPath, verb).firstWithOther(path),
  yes: (each, exchange) => phrase`${quoted(each)}: ${url(path(exchange))} differs from it in few letters`,
  no: "no path that works resembles this one",
  unseen: "other paths of the host",
});

export const sameRequestWorks = compare({
  id: "same-request-works",
  holds: "the same route and verb work",
  finds: (siblings) => siblings.that(reachedIntegration).withSame(schemeAndPath, verb).first(),
  yes: (each) => phrase`${quoted(each)} too: route and verb exist`,
  no: "the same route and verb were not seen to work",
  unseen: "the same route with other content",
});

export const signedSameRequestWorks = compare({
  id: "signed-same-request-works",
  holds: "the same route works when it is signed",
  finds: (siblings) => siblings.that(isSignedRequest, passedRoute).withSame(schemeAndPath, verb).first(),
  yes: (each) => phrase`${quoted(each)} when it was signed: the route exists and wants a signature`,
  no: "no signed request to the same route is in the capture",
  unseen: "the same request, signed",
});

function passedRoute(exchange: Exchange): boolean {
  const refusal = refusalMessageOf(exchange);
  return reachedIntegration(exchange) || (refusal.known && aboutSigners.has(refusal.value.wording));
}

const aboutSigners = new Set<string>(["principal-denied", "signature-expired", "signature-mismatch"]);

function isUnsigned(exchange: Exchange): boolean {
  return exchange.request.authorization.known && !isSignedRequest(exchange);
}

export const unsignedSameRequestWorks = compare({
  id: "unsigned-same-request-works",
  holds: "the same route works unsigned",
  finds: (siblings) => siblings.that(reachedIntegration, isUnsigned).withSame(schemeAndPath, verb).first(),
  fact: "other-request-works-unsigned",
  yes: (each) => phrase`${quoted(each)} without a signature`,
  no: "the same route was not seen to work unsigned",
  unseen: "the same request, unsigned",
});

export const unsignedSiblingsWork = compare({
  id: "unsigned-siblings-work",
  holds: "other requests to the host work unsigned",
  finds: (siblings) => siblings.that(reachedIntegration, isUnsigned, isNoPreflight).first(),
  fact: "other-request-works-unsigned",
  yes: (each) => phrase`${quoted(each)} without a signature`,
  no: "no other request to this host works without a signature",
  unseen: "unsigned requests to the host",
});

function isOptions({ request }: Exchange): boolean {
  return request.method === "OPTIONS";
}

export const signedOptionsWorks = compare({
  id: "signed-options-works",
  holds: "a signed OPTIONS of the path works",
  finds: (siblings) => siblings.that(isOptions, isSignedRequest, succeeded).withSame(schemeAndPath).first(),
  yes: (each) => phrase`a signed ${quoted(each)}: OPTIONS exists`,
  no: "no signed OPTIONS of the path works",
});

function wantedCertificate({ response }: Exchange): boolean {
  return /CLIENT_AUTH|BAD_SSL_CLIENT|CERTIFICATE_REQUIRED/i.test(response.failure ?? "");
}

export const tlsWantedCertificate = compare({
  id: "tls-wanted-certificate",
  holds: "the host asked for a client certificate before",
  finds: (siblings) => siblings.that(wantedCertificate).first(),
  yes: ({ response }) =>
    phrase`the host asked for a client certificate before (${ofOther(response.failure ?? "", "failure")})`,
  no: "no TLS error about a client certificate",
});

/** What the request id of a response says of the kind of API; null where there is none. */
function family({ response }: Exchange): string | null {
  if (response.headers.has("x-amz-apigw-id")) return "rest";
  return response.headers.has("apigw-requestid") ? "http" : null;
}

/** Where the kind that refused serves other paths behind the same first segment, the mapping is no mistake. */
export const otherKindOfApiOnHost = compare({
  id: "other-kind-of-api-on-host",
  holds: "an API of another kind responds on the same host",
  finds: (siblings, exchange) => {
    const servesPrefix = siblings.that(reachedIntegration).withSame(family, firstSegment).first() !== undefined;
    return family(exchange) === null || servesPrefix ? undefined : siblings.firstWithOther(family);
  },
  yes: (each) => phrase`${quoted(each)} by an API of another kind: two APIs share the domain`,
  no: "no other kind of API is seen to respond in place of this one",
});

function isNotFoundByHttpApi({ response }: Exchange): boolean {
  return response.status === 404 && response.body.known && /"message":\s*"Not Found"/.test(response.body.value);
}

/** A 404 in an HTTP API's own words shows that unknown paths are not refused but not found. */
export const unknownPathIsNotFound = compare({
  id: "unknown-path-is-not-found",
  holds: "another path of the host returns Not Found",
  finds: (siblings) => siblings.that(isNotFoundByHttpApi).first(),
  yes: (each) => phrase`${quoted(each)}: host and mapping are fine`,
  no: "no path of the host returns Not Found",
});

/** A name behind which several origins respond is a distribution of the owner's. */
export const otherOriginResponds = compare({
  id: "other-origin-answers",
  holds: "another origin responds on the same name",
  finds: (siblings) => siblings.that(reachedIntegration, isOfOtherOrigin).first(),
  yes: (each) =>
    phrase`${quoted(each)} by another origin (${quotedField("other-request", "server", each.response.headers.get("server"))})`,
  no: "no other origin responds on this name",
});

function sendsNoAuthorization({ request }: Exchange): boolean {
  return request.authorization.known && request.authorization.value === null;
}

export const worksWithoutAuthorization = compare({
  id: "works-without-authorization",
  holds: "the route works without an Authorization header",
  finds: (siblings) => siblings.that(reachedIntegration, sendsNoAuthorization).withSame(schemeAndPath, verb).first(),
  yes: (each) => phrase`${quoted(each)} without an Authorization header: the route exists and wants none`,
  no: "the same route was not seen to work without an Authorization header",
  unseen: "the same request without an Authorization header",
});

function readsAuthorization(exchange: Exchange): boolean {
  const refusal = refusalMessageOf(exchange);
  const isNamed = valueOr(exchange.response.errorTypes, [] as readonly string[]).includes(
    "IncompleteSignatureException",
  );
  return isRefused(exchange) && (isNamed || (refusal.known && refusal.value.wording === "incomplete-signature"));
}

/** A route that works without an Authorization header and is refused for one that is no signature; null if none is seen. */
const routeRefusedForHeader = memoizeWeak((onHost: Selection): Exchange | null => {
  const working = onHost.that(reachedIntegration, sendsNoAuthorization);
  const refused = onHost.that(readsAuthorization, sendsOtherScheme).members;
  return refused.find((each) => working.with(call, call(each)).members.length > 0) ?? null;
});

/** What one route shows of the host holds for the others: a policy before all of them reads the header. */
export const hostReadsAuthorization = clue({
  id: "host-reads-authorization",
  holds: "another route of the host works without an Authorization header and is refused with it",
  compares: true,
  ask: ({ exchange, onHost }) => {
    const shown = routeRefusedForHeader(onHost);
    if (shown === null || call(shown) === call(exchange)) {
      return no("no other route was seen to work without an Authorization header and to be refused with it");
    }
    return yes(
      phrase`${quoted(shown)} with an Authorization header, and works without it: the host reads the header`,
      shown,
    );
  },
});

function sendsOtherScheme({ request }: Exchange): boolean {
  return (
    request.authorization.known && request.authorization.value !== null && !/AWS4-/.test(request.authorization.value)
  );
}

export const otherSchemeWorksOnHost = compare({
  id: "other-scheme-works-on-host",
  holds: "an Authorization header that is not SigV4's works on the host",
  finds: (siblings) => siblings.that(reachedIntegration, sendsOtherScheme).first(),
  yes: (each) => phrase`${quoted(each)} with an Authorization header that is not SigV4's`,
  no: "no request with such an Authorization header works on this host",
  unseen: "other requests with such an Authorization header",
});

function leavesCacheAlone({ request }: Exchange): boolean {
  return request.headersLeftOut === null && !/\bmax-age=0\b/i.test(request.headers.get("cache-control") ?? "");
}

export const worksFromCache = compare({
  id: "works-from-cache",
  holds: "the route works without `cache-control: max-age=0`",
  finds: (siblings) => siblings.that(reachedIntegration, leavesCacheAlone).withSame(schemeAndPath, verb).first(),
  yes: (each) => phrase`${quoted(each)} without \`cache-control: max-age=0\``,
  no: "the same route was not seen to work without `cache-control: max-age=0`",
});
