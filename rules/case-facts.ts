import type { CaseFacts, OpenedCase } from "../src/diagnosis/case.ts";
import type { Api, ApiKind } from "../src/diagnosis/diagnosis.ts";
import { methodArnIn } from "../src/exchange/arn.ts";
import type { Exchange } from "../src/exchange/exchange.ts";
import { isApiHost } from "../src/exchange/host.ts";
import type { Maybe } from "../src/exchange/known.ts";
import { type RefusalMessage, refusalMessageOf } from "../src/exchange/refusal-message.ts";
import { type Sigv4, sigv4Of } from "../src/exchange/sigv4/sigv4.ts";
import { decoded } from "../src/exchange/target.ts";
import { redactText } from "../src/privacy/redaction.ts";
import type { Selection } from "../src/session/selection.ts";
import type { HostClass } from "../src/session/session.ts";

declare module "../src/diagnosis/case.ts" {
  interface CaseFacts {
    readonly hostClass: HostClass;
    /** The message of the response. */
    readonly refusal: Maybe<RefusalMessage>;
    /** The SigV4 credential in header or query; null if none is visible. */
    readonly sigv4: Sigv4 | null;
  }
}

/** The facts of a case beside its exchanges. Throws if the session has no exchange with the case's host. */
export function factsOf({ exchange, session }: OpenedCase): CaseFacts {
  const { hostname } = exchange.host;
  const hostClass = session.hostClassOf(hostname);
  if (hostClass === undefined) throw new Error(`${hostname} is not among the session's hosts`);
  const refusal = refusalMessageOf(exchange);
  const { authorization, headers, target } = exchange.request;
  return {
    hostClass,
    refusal,
    sigv4: sigv4Of(authorization.known ? authorization.value : null, headers, target),
    api: apiOf(exchange, refusal, hostClass, session.onHost(hostname)),
  };
}

function apiOf(exchange: Exchange, refusal: Maybe<RefusalMessage>, hostClass: HostClass, ofHost: Selection): Api {
  const arn = refusal.known ? methodArnIn(refusal.value.message) : null;
  const kind = kindOf(exchange, ofHost);
  return {
    kind,
    id: arn?.apiId ?? exchange.host.apiId ?? exchange.request.headers.get("x-apigw-api-id") ?? null,
    region: arn?.region ?? exchange.host.region,
    stage: arn?.stage ?? addressedStage(exchange, kind),
    host: exchange.host.hostname,
    hostKind: hostClass.label,
  };
}

function kindOf(exchange: Exchange, ofHost: Selection): ApiKind {
  if (exchange.kind === "websocket" || managesConnections(exchange)) return "websocket";
  const own = kindByHeaders(exchange);
  if (own !== "unknown") return own;
  const [identified] = ofHost.that(showsKind).members;
  return identified === undefined ? "unknown" : kindByHeaders(identified);
}

function showsKind(exchange: Exchange): boolean {
  return kindByHeaders(exchange) !== "unknown";
}

function kindByHeaders({ response }: Exchange): ApiKind {
  if (response.headers.has("x-amz-apigw-id")) return "rest";
  return response.headers.has("apigw-requestid") ? "http" : "unknown";
}

function managesConnections({ host, request }: Exchange): boolean {
  return isApiHost(host.kind) && request.target.segments.some((each) => decoded(each) === "@connections");
}

/** On execute-api names the first segment is the requested stage, unless no stage can have that name. */
function addressedStage({ host, request }: Exchange, kind: ApiKind): string | null {
  if (!isApiHost(host.kind) || host.kind === "regional-target" || kind === "http") return null;
  const first = decoded(request.target.segments[0] ?? "");
  return mayNameStage(first) ? redactText(first) : null;
}

/**
 * True for a name that AWS allows for a stage. Source:
 * https://docs.aws.amazon.com/apigateway/latest/api/API_CreateStage.html
 */
export function mayNameStage(segment: string): boolean {
  return /^[\w-]{1,128}$/.test(segment);
}
