import type { ProbeResult } from "../diagnosis/diagnosis.ts";
import type { Verdict } from "../diagnosis/explanation.ts";
import type { Knowledge } from "../diagnosis/knowledge.ts";
import { rootOf } from "../diagnosis/root.ts";
import { redactHeader, redactUrl } from "../privacy/redaction.ts";
import {
  type Investigation,
  mostRequests,
  nextProbe,
  type PreparedProbe,
  pauseBetween,
  verdictOf,
} from "../probes/investigation.ts";
import { resultSentence } from "../probes/result-sentence.ts";
import type { SendPolicy } from "../probes/safe-request.ts";
import { liveFile } from "../session/recording.ts";
import type { AvailableProbe, InvestigationView, ShownProbeResult } from "./protocol.ts";

const limits = `Nothing is sent before that. About one refusal at most ${mostRequests} requests are made, ${pauseBetween / 1000} s apart, to its host alone, without body and cookies; the browser adds what it adds to every request.`;

/** What the inspected page may be asked to send about a request. A page gets no credential that it did not send itself. */
export function sendPolicyFor({ subject }: Investigation, credentials: boolean): SendPolicy {
  return { credentials: credentials && subject.exchange.file === liveFile, byPage: true };
}

/** How things stand with a refused request. */
interface Standing {
  readonly verdict: Verdict | null;
  /** Why the last request was not made, or got no response. */
  readonly failure: string | null;
}

/** The probe results about a refused request and the next probe, for people. */
export function investigationView(
  asking: Investigation,
  knowledge: Knowledge,
  { verdict, failure }: Standing,
): InvestigationView {
  const next = nextProbe(asking, sendPolicyFor(asking, false));
  const freely = nextProbe(asking, sendPolicyFor(asking, true));
  const carrying = freely === null || freely.request.credentials.length === 0 ? null : freely;
  return {
    made: asking.made.map((made) => toldCheck(made, (cause) => titleOf(cause, asking, knowledge))),
    verdict: asking.made.length === 0 ? null : verdict && told(verdict),
    next: next && askable(next),
    carrying: carrying && askable(carrying),
    limits,
    ended: next === null && carrying === null ? endOf(asking) : null,
    failure,
  };
}

function told({ cause, root, confidence, probability }: Verdict): InvestigationView["verdict"] {
  return { cause, title: root.title, confidence, probability };
}

function endOf(asking: Investigation): string {
  if (verdictOf(asking)?.confidence === "certain") return "The cause is certain; nothing is left to ask.";
  return asking.made.length >= mostRequests
    ? `${mostRequests} requests were made, which is all that one refusal is worth.`
    : "No harmless request would tell much more.";
}

function askable({ request, ...advice }: PreparedProbe): AvailableProbe {
  const { method, url, headers, credentials } = request;
  const lines = headers.map(({ name, value }) => `${name}: ${redactHeader(name, value)}`);
  return { ...advice, sends: [`${method} ${redactUrl(url)}`, ...lines], carries: credentials };
}

function titleOf(cause: string, { subject }: Investigation, knowledge: Knowledge): string {
  const rule = knowledge.rules.find(({ id }) => id === cause);
  return rule === undefined ? cause : rootOf(rule, subject, knowledge).title;
}

function toldCheck(
  { check: _, status, answer, before, after, ...advice }: ProbeResult,
  title: (cause: string) => string,
): ShownProbeResult {
  const ids = new Set([...after, ...before].map(({ cause }) => cause));
  const shifts = [...ids].map((cause) => ({
    cause,
    title: title(cause),
    before: before.find((each) => each.cause === cause)?.probability ?? 0,
    after: after.find((each) => each.cause === cause)?.probability ?? 0,
  }));
  return { ...advice, outcome: resultSentence({ status, answer }), shifts };
}
