import type { Case } from "../../src/diagnosis/case.ts";
import { redactUrl } from "../../src/privacy/redaction.ts";
import type { Probe } from "../../src/probes/check.ts";
import { type ProbeRequest, plainRequest } from "../../src/probes/probe-request.ts";
import { firstSegment, verb } from "../../src/session/properties.ts";
import { reachedIntegration } from "../../src/session/request-outcome.ts";
import { type ComparedResponse, compareResponse } from "./reaction.ts";

const routed = {
  results: {
    "no such route": "`Missing Authentication Token` or `Not Found`",
    caught: "the response of a route that catches all paths",
    refused: "the same refusal",
  },
  reads: comparing(({ isSame, isNoSuchRoute, isForbidden }) => {
    if (isNoSuchRoute) return "no such route";
    return isSame || isForbidden ? "refused" : "caught";
  }),
} as const;

const letThrough = {
  results: { accepted: "another response", refused: "the same refusal" },
  reads: comparing(acceptedOrRefused),
} as const;

const identified = {
  results: { ...letThrough.results, "asks who calls": "401" },
  reads: comparing((response) => (response.isUnauthorized ? "asks who calls" : acceptedOrRefused(response))),
} as const;

/** Forbidden instead of another refusal may come from an earlier or a later step, so it tells nothing. */
function acceptedOrRefused({ isSame, isForbidden }: ComparedResponse): string | null {
  if (isSame) return "refused";
  return isForbidden ? null : "accepted";
}

/** Names the result by comparing the response with the refusal; null if they cannot be compared. */
function comparing(nameOf: (response: ComparedResponse) => string | null): Probe["reads"] {
  return (refused, response) => {
    const compared = compareResponse(refused, response);
    return compared === null ? null : nameOf(compared);
  };
}

/** In the order of preference among equally telling probes. */
export const probes = {
  "random-path": {
    says: "Ask for a path that cannot exist.",
    ...routed,
    request: (subject: Case) => plainRequest("GET", nonexistentPath(subject, ownFirstSegment(subject))),
  },
  "proven-stage": {
    says: "Ask for a path that cannot exist below a first segment that is known to work.",
    ...routed,
    applies: (subject: Case) => provenSegment(subject) !== null,
    request: (subject: Case) => plainRequest("GET", nonexistentPath(subject, provenSegment(subject) ?? "")),
  },
  "without-content": {
    says: "Send the same path without its body and query.",
    ...letThrough,
    applies: (subject: Case) => isSafe(subject) && subject.exchange.request.target.rawQuery !== "",
    request: (subject: Case) => plainRequest(subject.exchange.request.method, withoutQuery(subject)),
  },
  "get-instead": {
    says: "Send the same request as a GET: to a REST API HEAD is a method of its own.",
    ...letThrough,
    applies: ({ exchange: { request } }: Case) => request.method === "HEAD",
    request: ({ exchange }: Case) => plainRequest("GET", exchange.request.url),
  },
  "without-first-segment": {
    says: "Leave out the first segment of the path.",
    ...letThrough,
    applies: (subject: Case) => isSafe(subject) && subject.exchange.request.target.segments.length > 1,
    request: (subject: Case) =>
      plainRequest(
        subject.exchange.request.method,
        `${origin(subject)}/${subject.exchange.request.target.segments.slice(1).join("/")}`,
      ),
  },
  "options-on-path": {
    says: "Ask for the options of the same path, as a preflight does.",
    ...letThrough,
    applies: ({ exchange: { request } }: Case) => request.method !== "OPTIONS",
    request: (subject: Case) => ({ ...plainRequest("OPTIONS", withoutQuery(subject)), headers: announced(subject) }),
  },
  "known-route": {
    says: "Ask for a path of this API that is known to work, with the same credential.",
    ...letThrough,
    isComplete: (subject: Case) => workingPath(subject) !== null,
    request: (subject: Case) => ({
      ...plainRequest("GET", `${origin(subject)}${workingPath(subject) ?? placeholderPath(subject)}`),
      carries: ["authorization"] as const,
    }),
  },
  "without-authorization": {
    says: "Repeat the request without its Authorization header.",
    ...identified,
    applies: (subject: Case) => isSafe(subject) && mayHaveAuthorization(subject),
    request: ({ exchange: { request } }: Case) => plainRequest(request.method, request.url),
  },
  "with-user-agent": {
    says: "Send the same request as a browser would name itself.",
    ...letThrough,
    applies: (subject: Case) => isSafe(subject) && showsNoUserAgent(subject),
    request: ({ exchange: { request } }: Case) => ({
      ...plainRequest(request.method, request.url),
      headers: [{ name: "user-agent", value: "Mozilla/5.0" }],
    }),
  },
  "stage-root": {
    says: "Ask for the root below the first segment.",
    ...routed,
    tellsLike: "random-path",
    applies: (subject: Case) => subject.exchange.request.target.segments.length > 1,
    request: (subject: Case) => plainRequest("GET", `${origin(subject)}${ownFirstSegment(subject)}/`),
  },
  "host-root": {
    says: "Ask for a path that cannot exist below the host itself.",
    ...routed,
    applies: ({ exchange }: Case) => exchange.request.target.segments.length > 1,
    request: (subject: Case) => plainRequest("GET", nonexistentPath(subject, "")),
  },
} as const satisfies Record<string, Probe>;

/** True for methods that are safe by RFC 9110, 9.2.1, without TRACE, to which no API responds. */
export function isSafe({ exchange: { request } }: Case): boolean {
  return ["GET", "HEAD", "OPTIONS"].includes(request.method);
}

/**
 * A URL below the host or a stage that leads nowhere, without the path's secrets. It has several segments, since a
 * route such as `/orders/{id}` takes any single one.
 */
export function nonexistentPath(subject: Case, below: string): string {
  return redactUrl(`${origin(subject)}${below}/no-such-path-403/no/such/path`);
}

/** The first segment with its slash; empty if the path has none. */
export function ownFirstSegment({ exchange }: Case): string {
  const [first = ""] = exchange.request.target.segments;
  return first === "" ? "" : `/${first}`;
}

/** The origin to probe: a WebSocket's address becomes an HTTP one. */
function origin({ exchange }: Case): string {
  const { url } = exchange.request;
  const http = url.replace(/^ws/i, "http");
  return URL.canParse(http) ? new URL(http).origin : `https://${exchange.host.hostname}`;
}

function withoutQuery({ exchange }: Case): string {
  return exchange.request.url.split("?")[0] ?? "";
}

/** The first segment of another request that reached an integration; null if the capture shows no other segment. */
function provenSegment({ exchange, siblings }: Case): string | null {
  const found = siblings.that(reachedIntegration).firstWithOther(firstSegment, (each) => each !== "");
  const segment = found?.request.target.segments[0] ?? "";
  return segment === "" || segment === exchange.request.target.segments[0] ? null : `/${segment}`;
}

/** A path that works in the capture; null if there is none. */
function workingPath({ siblings }: Case): string | null {
  return siblings.that(reachedIntegration).with(verb, "GET").first()?.request.target.path ?? null;
}

function placeholderPath(subject: Case): string {
  return `${ownFirstSegment(subject)}/PATH_THAT_WORKS`;
}

function mayHaveAuthorization({ exchange: { request } }: Case): boolean {
  return !request.authorization.known || request.authorization.value !== null;
}

function showsNoUserAgent({ exchange: { request } }: Case): boolean {
  return request.headersLeftOut === null && !request.headers.has("user-agent");
}

/** The headers of a browser's preflight (Fetch, 4.8), as far as the request shows them. */
function announced({ exchange: { request } }: Case): ProbeRequest["headers"] {
  const origin = request.headers.get("origin");
  if (origin === undefined) return [];
  return [
    { name: "origin", value: origin },
    { name: "access-control-request-method", value: request.method },
  ];
}
