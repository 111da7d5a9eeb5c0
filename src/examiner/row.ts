import type { Explanation } from "../diagnosis/explanation.ts";
import type { Exchange } from "../exchange/exchange.ts";
import { valueOr } from "../exchange/known.ts";
import { redactUrl } from "../exchange/redaction.ts";
import type { HostStanding, Subject } from "../session/session.ts";
import { keyOf } from "./key.ts";
import type { Row, Verdict } from "./messages.ts";

/** A refused request, then those that it stopped. */
export function rowsOf({ exchange, blocks }: Subject, explanation: Explanation, standing: HostStanding): Row[] {
  const verdict = verdictOf(explanation);
  const { stage } = explanation.diagnosis.api;
  const own = { ...rowOf(exchange, standing), stage, verdict, stops: blocks.length };
  const stopped = blocks.map((each) => ({ ...rowOf(each, standing), stage, verdict, stoppedBy: own.key }));
  return [own, ...stopped];
}

/** A request as such, whatever became of it. */
export function rowOf(exchange: Exchange, standing: HostStanding): Row {
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
    hostTaken: standing.taken,
    startedAt: valueOr(exchange.startedAt, null),
  };
}

function verdictOf({ diagnosis, root }: Explanation): Verdict {
  const { cause, confidence, probability, apiGateway } = diagnosis;
  return { finding: root.key, cause, title: root.title, confidence, probability, apiGateway };
}
