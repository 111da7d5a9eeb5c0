import type { Verdict } from "../diagnosis/explanation.ts";
import { keyOf } from "../diagnosis/place.ts";
import type { Exchange } from "../exchange/exchange.ts";
import { valueOr } from "../exchange/known.ts";
import { redactUrl } from "../privacy/redaction.ts";
import type { HostClass, RefusedRequest } from "../session/session.ts";
import type { Row } from "./protocol.ts";

/** A refused request, then those that it stopped. */
export function rowsOf(
  { exchange, blocks }: RefusedRequest,
  { api, root, ...verdict }: Verdict,
  standing: HostClass,
): Row[] {
  const shared = { stage: api.stage, verdict: { ...verdict, finding: root.key, title: root.title } };
  const own = { ...rowOf(exchange, standing), ...shared, stops: blocks.length };
  const stopped = blocks.map((each) => ({ ...rowOf(each, standing), ...shared, stoppedBy: own.key }));
  return [own, ...stopped];
}

/** The row of a request, refused or not. */
export function rowOf(exchange: Exchange, standing: HostClass): Row {
  return {
    key: keyOf(exchange),
    entry: exchange.entry,
    file: exchange.file,
    stoppedBy: null,
    stops: 0,
    verdict: null,
    status: exchange.response.status,
    method: exchange.request.method,
    url: redactUrl(exchange.request.url),
    stage: null,
    host: exchange.host.hostname,
    hostKind: exchange.host.kind,
    hostLabel: standing.label,
    hostIsApiGateway: standing.isApiGateway,
    startedAt: valueOr(exchange.startedAt, null),
  };
}
