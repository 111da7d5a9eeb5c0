import type { Explanation } from "../diagnosis/explanation.ts";
import type { Exchange } from "../exchange/exchange.ts";
import { valueOr } from "../exchange/known.ts";
import { redactUrl } from "../exchange/redaction.ts";
import type { HostStanding, Subject } from "../session/session.ts";
import type { Row } from "./messages.ts";

/** The key of an exchange or of its diagnosis: the same for both, and stable while a recording grows. */
export function keyOf({ file, entry }: { readonly file: string; readonly entry: number }): string {
  return `${entry} ${file}`;
}

/** A refused request, then those that it stopped. */
export function rowsOf({ exchange, blocks }: Subject, explanation: Explanation, standing: HostStanding): Row[] {
  const own = { ...rowOf(exchange, explanation, standing), stops: blocks.length };
  const stopped = blocks.map((each) => ({ ...rowOf(each, explanation, standing), stoppedBy: own.key }));
  return [own, ...stopped];
}

function rowOf(exchange: Exchange, { diagnosis, title }: Explanation, standing: HostStanding): Row {
  const { cause, confidence, probability, apiGateway, api } = diagnosis;
  return {
    key: keyOf(exchange),
    entry: exchange.entry,
    file: exchange.file,
    stoppedBy: null,
    stops: 0,
    status: exchange.response.status,
    method: exchange.request.method,
    url: redactUrl(exchange.request.url),
    stage: api.stage,
    host: exchange.host.hostname,
    hostKind: exchange.host.kind,
    hostLabel: standing.label,
    hostTaken: standing.taken,
    cause,
    title,
    confidence,
    probability,
    apiGateway,
    startedAt: valueOr(exchange.startedAt, null),
  };
}
