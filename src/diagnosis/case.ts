import { methodArnIn } from "../exchange/arn.ts";
import type { Exchange } from "../exchange/exchange.ts";
import { isApiHost } from "../exchange/host.ts";
import type { Maybe } from "../exchange/known.ts";
import { type RefusalMessage, refusalMessageOf } from "../exchange/refusal-message.ts";
import { type Sigv4, sigv4Of } from "../exchange/sigv4/sigv4.ts";
import { decoded } from "../exchange/target.ts";
import { redactText } from "../privacy/redaction.ts";
import { activityWindow } from "../session/activity-window.ts";
import { Others } from "../session/others.ts";
import type { Selection } from "../session/selection.ts";
import type { HostClass, RefusedRequest, Session } from "../session/session.ts";
import type { Api, ApiKind } from "./diagnosis.ts";

/** One refused request with everything a clue may ask about it. */
export interface Case {
  readonly exchange: Exchange;
  readonly blocks: readonly Exchange[];
  readonly session: Session;
  readonly hostClass: HostClass;
  /** What the answer says. */
  readonly refusal: Maybe<RefusalMessage>;
  /** The SigV4 credential in header or query; null where none is visible. */
  readonly sigv4: Sigv4 | null;
  /** The exchanges of the same host and sitting, this one included, in order of time. */
  readonly onHost: Selection;
  /** The others among them. */
  readonly siblings: Others;
  readonly api: Api;
}

/** Puts together what is known about a subject. */
export function openCase({ exchange, blocks }: RefusedRequest, session: Session): Case {
  const ofHost = session.onHost(exchange.host.hostname);
  const onHost = activityWindow(exchange, ofHost);
  const refusal = refusalMessageOf(exchange);
  const standing = session.hostClassOf(exchange.host.hostname);
  if (standing === undefined) throw new Error(`${exchange.host.hostname} is not among the session's hosts`);
  const authorization = exchange.request.authorization.known ? exchange.request.authorization.value : null;
  return {
    exchange,
    blocks,
    session,
    hostClass: standing,
    refusal,
    sigv4: sigv4Of(authorization, exchange.request.headers, exchange.request.target),
    onHost,
    siblings: new Others(onHost, exchange),
    api: apiOf(exchange, refusal, standing, ofHost),
  };
}

function apiOf(exchange: Exchange, refusal: Maybe<RefusalMessage>, standing: HostClass, ofHost: Selection): Api {
  const arn = refusal.known ? methodArnIn(refusal.value.message) : null;
  const kind = kindOf(exchange, ofHost);
  return {
    kind,
    id: arn?.apiId ?? exchange.host.apiId ?? exchange.request.headers.get("x-apigw-api-id") ?? null,
    region: arn?.region ?? exchange.host.region,
    stage: arn?.stage ?? addressedStage(exchange, kind),
    host: exchange.host.hostname,
    hostKind: standing.label,
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

/** On execute-api names the first segment is the stage that the URL asks for, if a stage can have that name at all. */
function addressedStage({ host, request }: Exchange, kind: ApiKind): string | null {
  if (!isApiHost(host.kind) || host.kind === "regional-target" || kind === "http") return null;
  const first = decoded(request.target.segments[0] ?? "");
  return mayNameStage(first) ? redactText(first) : null;
}

/** Source: https://docs.aws.amazon.com/apigateway/latest/api/API_CreateStage.html */
export function mayNameStage(segment: string): boolean {
  return /^[\w-]{1,128}$/.test(segment);
}
