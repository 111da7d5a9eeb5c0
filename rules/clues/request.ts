import type { Case } from "../../src/diagnosis/case.ts";
import { cannotTell, clue, fact, no, opposite, yes } from "../../src/diagnosis/clue.ts";
import {
  derived,
  type Phrase,
  phrase,
  quote,
  quotedFrom,
  requestHeader,
  stated,
  url,
} from "../../src/diagnosis/quote.ts";
import type { Answer } from "../../src/diagnosis/rule.ts";
import type { Exchange } from "../../src/exchange/exchange.ts";
import { isApiHost } from "../../src/exchange/host.ts";
import { jsonObject } from "../../src/exchange/json-object.ts";
import type { Maybe } from "../../src/exchange/known.ts";
import type { Wording } from "../../src/exchange/refusal-message.ts";
import { isSigv4 } from "../../src/exchange/sigv4/sigv4.ts";
import { decoded } from "../../src/exchange/target.ts";
import { announcedHeader } from "../../src/session/announced-headers.ts";
import { cameThroughCloudFront, lostHeaders } from "./envelope.ts";

/** Clues about what the request carries. */

export const isPreflight = clue({
  id: "is-preflight",
  holds: "the request is a preflight",
  fails: "the request is no preflight",
  ask: ({ exchange }) => {
    if (exchange.kind === "preflight") return yes("the refused request is a CORS preflight");
    return exchange.request.method === "OPTIONS"
      ? fact("is-options", yes("the refused request is an OPTIONS, as a preflight is"))
      : no("the refused request is no preflight");
  },
});

export const isWebSocket = clue({
  id: "is-websocket",
  holds: "the request opens a WebSocket",
  ask: ({ exchange }) =>
    exchange.kind === "websocket" ? yes("the request opens a WebSocket") : no("the request opens no WebSocket"),
});

/**
 * Whether an Authorization header arrived, even if an exporter removed it: a signer's other headers, the response's words
 * ("Missing Authentication Token" means none, a parse error, a signature's or a signer's means one) or what the
 * preflight announced tell.
 */
function authorizationArrived({ exchange, refusal, siblings, sigv4 }: Case): Answer | null {
  const { authorization, headers } = exchange.request;
  const wording = refusal.known ? refusal.value.wording : null;
  if (authorization.known && authorization.value !== null) {
    return yes`an Authorization header is sent (${scheme(authorization.value)})`;
  }
  if (wording === "incomplete-signature") {
    return fact("authorization-arrived", yes("the response shows that an Authorization header arrived"));
  }
  if (authorization.known) return no("no Authorization header is sent");
  if (sigv4?.place === "query") return fact("signature-is-in-query", no("the signature is in the query"));
  if (wording === "missing-authentication-token") {
    return fact("no-authorization-arrived", no("the response shows that no Authorization header arrived"));
  }
  if (speaksOfSignature(refusal, exchange)) {
    return fact("authorization-was-sent", yes("the response shows that an Authorization header was sent"));
  }
  if (headers.has("x-amz-date")) {
    return yes`${requestHeader("x-amz-date")} is sent, as a signer does beside its Authorization header`;
  }
  return announcedHeader("authorization", exchange, siblings) === "named"
    ? fact("preflight-announced-authorization", yes("the preflight announced an Authorization header"))
    : null;
}

export const sendsAuthorization = clue({
  id: "sends-authorization",
  holds: "the request sends an Authorization header",
  ask: (subject) => {
    const { authorization } = subject.exchange.request;
    const why = authorization.known ? "" : authorization.why;
    return authorizationArrived(subject) ?? cannotTell("the Authorization header", why);
  },
});

function scheme(authorization: string): Phrase {
  const word = /^\s*([\w-]+)\s/.exec(authorization)?.[1];
  return word === undefined || word.length > 20
    ? phrase`without a scheme`
    : phrase`scheme ${quotedFrom("request-header", word, { name: "authorization" })}`;
}

/** Headers that only a signer sends survive an export that removed Authorization. */
const signersHeaders = ["x-amz-date", "x-amz-security-token"];

/** A signature that can be seen, or what a signer leaves beside one that was removed. */
export const showsSignature = clue({
  id: "shows-signature",
  holds: "the request shows a SigV4 signature",
  ask: ({ exchange: { request }, sigv4 }) => {
    if (sigv4 !== null) return yes`the request is signed with SigV4 in its ${stated("signature", sigv4.place)}`;
    const trace = signersHeaders.find((name) => request.headers.has(name));
    if (trace !== undefined) return yes`${requestHeader(trace)} is sent, as a signer does`;
    return request.authorization.known
      ? no("there is no SigV4 signature in headers or query")
      : cannotTell("a SigV4 signature", request.authorization.why);
  },
});

/** Responses about a signature or its owner show that one arrived. */
const signatureWordings = new Set<Wording>([
  "signature-mismatch",
  "signature-expired",
  "credential-scope",
  "security-token-invalid",
  "security-token-expired",
  "principal-denied",
]);

/** What arrived was also sent, unless something on the way (CloudFront) may have added it. */
function speaksOfSignature(refusal: Case["refusal"], { host }: Exchange): boolean {
  return refusal.known && signatureWordings.has(refusal.value.wording) && host.kind !== "cloudfront";
}

/** Why the capture may lack a credential: one that lost headers of the response may have lost the request's. */
function lostCredentials(subject: Case): string | null {
  const { authorization } = subject.exchange.request;
  if (!authorization.known) return authorization.why;
  return authorization.value === null ? lostHeaders(subject) : null;
}

export const isSigned = clue({
  id: "is-signed",
  holds: "the request is signed with SigV4",
  fails: "the request is not signed with SigV4",
  ask: (subject) => {
    const { exchange, refusal } = subject;
    const shown = showsSignature.ask(subject);
    if (shown.answer === "yes") return shown;
    if (exchange.kind === "preflight") return fact("preflight-is-unsigned", no("a preflight is never signed"));
    const mayBeLost = shown.answer === "unknown" || lostCredentials(subject) !== null;
    return mayBeLost && speaksOfSignature(refusal, exchange)
      ? yes("the response speaks of a signature or its owner, so one was sent")
      : shown;
  },
});

/** On API Gateway's own names no CloudFront but AWS's stands before the API, and that signs nothing. */
export const refusesOthersSignature = clue({
  id: "refuses-others-signature",
  holds: "the response is about a signature, and the request has none",
  ask: (subject) => {
    const { refusal, exchange } = subject;
    if (!refusal.known) return cannotTell("the body of the response", refusal.why);
    if (!signatureWordings.has(refusal.value.wording)) return no("the response speaks of no signature");
    const shown = showsSignature.ask(subject);
    if (shown.answer === "yes") return opposite(shown);
    const lost = lostCredentials(subject);
    if (lost !== null) return cannotTell("a SigV4 signature", lost);
    return !isApiHost(exchange.host.kind) && cameThroughCloudFront.ask(subject).answer === "yes"
      ? cannotTell("a SigV4 signature", "CloudFront may have signed the request on its way")
      : yes("the response is about a signature or its owner, and the request has none");
  },
});

export const hasOtherScheme = clue({
  id: "has-other-scheme",
  holds: "the Authorization header is not SigV4's",
  fails: "the Authorization header is SigV4's, or there is none",
  ask: (subject) => {
    const { authorization } = subject.exchange.request;
    if (!authorization.known) return cannotTell("the scheme of the Authorization header", authorization.why);
    if (authorization.value === null) return cannotTell("the scheme of the Authorization header", "none is visible");
    return isSigv4(authorization.value)
      ? no("the Authorization header is SigV4's")
      : yes`the Authorization header is not SigV4's (${scheme(authorization.value)}), yet it was read as if it were`;
  },
});

export const signatureIsMalformed = clue({
  id: "signature-is-malformed",
  holds: "the SigV4 credential is malformed",
  fails: "the SigV4 credential is well formed",
  ask: ({ sigv4, exchange }) => {
    if (sigv4 === null) {
      const { authorization } = exchange.request;
      return authorization.known
        ? fact("no-credential-is-sent", no("no SigV4 credential is sent"))
        : cannotTell("the SigV4 credential", authorization.why);
    }
    const [defect] = sigv4.defects;
    return defect === undefined
      ? no("the SigV4 credential is well formed")
      : yes`the SigV4 credential is malformed: ${stated("signature", defect)}`;
  },
});

/** No export that removes credentials removes this header, so its absence from a list of headers is evidence. */
export const sendsApiKey = clue({
  id: "sends-api-key",
  holds: "the request sends an `x-api-key`",
  fails: "the request sends no `x-api-key`",
  ask: ({ exchange, siblings }) => {
    const { request, response, kind } = exchange;
    const age = response.headers.get("age");
    if (age !== undefined && age !== "0") {
      return cannotTell(
        "the key that was looked at",
        `${quote(`age: ${age}`)}: the response is a copy of one to an earlier request`,
      );
    }
    if (request.headers.has("x-api-key")) return yes`an ${requestHeader("x-api-key")} header is sent`;
    if (kind === "preflight") return fact("preflight-has-no-key", no("a preflight never carries a key"));
    if (request.headersLeftOut === null) return no("no `x-api-key` header is sent");
    const told = announcedHeader("x-api-key", exchange, siblings);
    if (told === "unknown") return cannotTell("the x-api-key header", request.headersLeftOut);
    return told === "named"
      ? fact("preflight-announced-key", yes("the preflight announced an `x-api-key`"))
      : fact("preflight-announced-no-key", no("the preflight announced no `x-api-key`"));
  },
});

const keyNames = /^(?:x[-_])?api[-_]?key$/i;

export const sendsKeyElsewhere = clue({
  id: "sends-key-elsewhere",
  holds: "a key is sent where API Gateway does not look",
  ask: ({ exchange: { request } }) => {
    const inQuery = request.target.query.find(([name]) => keyNames.test(decoded(name)));
    if (inQuery) return yes`a key is sent as query parameter ${url(inQuery[0])}, where API Gateway does not look`;
    const header = request.headers.all.find(({ name }) => keyNames.test(name) && name.toLowerCase() !== "x-api-key");
    if (header) return yes`a key is sent as ${requestHeader(header.name)}, where API Gateway does not look`;
    const inBody = memberOfBody(request.body);
    if (inBody !== undefined) {
      return yes`a key is sent as ${quotedFrom("request-body", inBody)} in the body, where API Gateway does not look`;
    }
    return request.headersLeftOut === null
      ? no("no key is sent under another name")
      : cannotTell("a key under another name", request.headersLeftOut);
  },
});

/** The member of a JSON body that names a key. */
function memberOfBody(body: Maybe<string>): string | undefined {
  const members = body.known ? jsonObject(body.value) : null;
  return Object.keys(members ?? {}).find((name) => keyNames.test(name));
}

export const asksForRoot = clue({
  id: "asks-for-root",
  holds: "the request asks for the root, without a route",
  ask: ({ exchange: { request, host }, api }) => {
    const segments = request.target.segments.filter(Boolean);
    const onStage = ["default-endpoint", "vpce-with-api", "vpce"].includes(host.kind) && api.kind !== "http";
    const isRoot = segments.length === (onStage ? 1 : 0);
    return isRoot
      ? yes`${url(request.target.path)} is the root of the ${onStage ? "stage" : "domain"}`
      : no`${url(request.target.path)} is not the root`;
  },
});

export const hasOddPath = clue({
  id: "has-odd-path",
  holds: "the path has an empty, encoded or trailing segment",
  ask: ({ exchange: { request } }) =>
    /\/\/|%2f|%23/i.test(request.target.path) || /[^/]\/$/.test(request.target.path)
      ? yes`${url(request.target.path)} has an empty, encoded or trailing segment`
      : no("the path has no empty or encoded separator"),
});

/** First segments that are usually a resource, a version or a file of a web page rather than a stage. */
const stageWords =
  /^(?:dev(?:elop(?:ment)?)?|test|testing|qa|uat|int|stage|staging|prod(?:uction)?|live|sandbox|beta|preview|default|v\d+|latest)$/i;

export const segmentLooksLikeStage = clue({
  id: "segment-looks-like-stage",
  holds: "the first segment is a usual name of a stage",
  fails: "the first segment is no usual name of a stage",
  ask: ({ exchange: { request } }) => {
    const [first = ""] = request.target.segments;
    return stageWords.test(first)
      ? yes`${url(`/${first}`)} is a usual name of a stage`
      : no`${url(`/${first}`)} is no usual name of a stage`;
  },
});

export const sendsBody = clue({
  id: "sends-body",
  holds: "the request has a body",
  fails: "the request has no body",
  ask: ({ exchange: { request } }) => {
    if (!request.bodySize.known)
      return ["POST", "PUT", "PATCH"].includes(request.method)
        ? yes`${stated("method", request.method)} sends a body`
        : no`${stated("method", request.method)} sends none`;
    return request.bodySize.value > 0
      ? yes`the request has a body of ${derived(request.bodySize.value)} bytes`
      : no("the request has no body");
  },
});

export const sendsContentHash = clue({
  id: "sends-content-hash",
  holds: "`x-amz-content-sha256` is sent",
  fails: "no `x-amz-content-sha256` is sent",
  ask: ({ exchange: { request } }) => {
    if (request.headers.has("x-amz-content-sha256")) return yes`${requestHeader("x-amz-content-sha256")} is sent`;
    return request.headersLeftOut === null
      ? no("no `x-amz-content-sha256` is sent")
      : cannotTell("the content hash", request.headersLeftOut);
  },
});

/** `/@connections/ID` is how a WebSocket API's backend sends to a client, looks at it or disconnects it. */
function placeOfConnections({ exchange: { request } }: Case): number {
  return request.target.segments.findIndex((each) => decoded(each) === "@connections");
}

export const managesConnection = clue({
  id: "manages-connection",
  holds: "the request manages a WebSocket connection",
  fails: "the request manages no WebSocket connection",
  ask: (subject) =>
    placeOfConnections(subject) < 0
      ? no("the path is none of the management of WebSocket connections")
      : yes`${url("@connections")} in the path: the request manages a WebSocket connection`,
});

export const connectionsComeFirst = clue({
  id: "connections-come-first",
  holds: "the path begins with `@connections`, without a stage in front",
  ask: (subject) => {
    const place = placeOfConnections(subject);
    if (place < 0) return no("the path has no `@connections`");
    return place === 0
      ? yes`the path begins with ${url("@connections")}, without a stage in front`
      : no`the path has a segment in front of ${url("@connections")}`;
  },
});

/** A browser's reload sends it; API Gateway takes it for the wish to renew a cached response. */
export const wantsCacheRenewed = clue({
  id: "wants-cache-renewed",
  holds: "the request asks to renew a cached response (`cache-control: max-age=0`)",
  fails: "the request does not ask to renew a cached response",
  ask: ({ exchange: { request } }) => {
    const value = request.headers.get("cache-control") ?? "";
    if (/\bmax-age=0\b/i.test(value))
      return yes`${requestHeader("cache-control", value)} asks to renew a cached response`;
    return request.headersLeftOut === null
      ? no("no `cache-control: max-age=0` is sent")
      : cannotTell("the Cache-Control header", request.headersLeftOut);
  },
});
