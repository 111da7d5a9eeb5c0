import { type CaseKnowledge, openCase } from "../diagnosis/case.ts";
import type { Explained } from "../diagnosis/diagnose.ts";
import type { Finding } from "../diagnosis/finding.ts";
import { findingsOf } from "../diagnosis/findings.ts";
import { keyOf } from "../diagnosis/place.ts";
import { requestAsCurl } from "../reports/curl.ts";
import type { RefusedRequest } from "../session/session.ts";
import type { Sessions } from "../session/sessions.ts";
import { exchangeView } from "./exchange-view.ts";
import type { Details } from "./protocol.ts";
import { signatureView } from "./signature-view.ts";
import { tokenView } from "./token-view.ts";

/** Requests of a finding whose evidence is merged; more would hold up the caller. */
const mergedAtMost = 100;

/** The refusal that a request is, or that stopped it; undefined where it was not refused. */
export function refusedRequestOf(key: string, sessions: Sessions): RefusedRequest | undefined {
  return sessions.refusedRequests.find(
    ({ exchange, blocks }) => keyOf(exchange) === key || blocks.some((each) => keyOf(each) === key),
  );
}

export interface DetailsOptions {
  /** Keys of the requests that share the finding; null where the request alone is asked for. */
  readonly alike: readonly string[] | null;
  /** Whether credentials are masked in the requests shown. */
  readonly masks: boolean;
  readonly knowledge: CaseKnowledge;
  explain(subject: RefusedRequest): Explained;
}

/** Everything about one refusal; null where every rule failed or was ruled out. */
export function detailsOf(
  subject: RefusedRequest,
  sessions: Sessions,
  { alike, masks, knowledge, explain }: DetailsOptions,
): Details | null {
  const { explanation, failures } = explain(subject);
  if (explanation === null) return null;
  const opened = openCase(subject, sessions.of(subject.exchange), knowledge);
  const { exchange, blocks } = subject;
  return {
    key: keyOf(exchange),
    explanation: explanation.full(),
    finding: alike && findingOf(alike, explanation.root.key, sessions, explain),
    exchange: exchangeView(exchange, masks),
    stopped: blocks.map((each) => exchangeView(each, masks)),
    signature: signatureView(opened),
    token: tokenView(exchange),
    curl: requestAsCurl(exchange.request),
    failures,
  };
}

/** The finding with all its requests; what shows it comes from the first of them. */
function findingOf(
  alike: readonly string[],
  root: string,
  { refusedRequests: subjects }: Sessions,
  explain: DetailsOptions["explain"],
): Finding | null {
  const wanted = new Set(alike);
  const own = subjects.filter(({ exchange }) => wanted.has(keyOf(exchange)));
  const explained = own.slice(0, mergedAtMost).map(explain);
  const [finding] = findingsOf(explained.filter(({ explanation }) => explanation?.root.key === root));
  if (finding === undefined) return null;
  const requests = own.map(({ exchange: { file, entry } }) => ({ file, entry }));
  return { ...finding, requests };
}
