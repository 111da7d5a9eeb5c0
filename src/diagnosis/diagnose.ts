import type { SourceRecord } from "../capture/record.ts";
import { type ProbeResults, withProbeResults } from "../probes/with-probe-results.ts";
import { openSession } from "../session/open-session.ts";
import type { Recorded } from "../session/recording.ts";
import type { RefusedRequest, Session } from "../session/session.ts";
import { openCase } from "./case.ts";
import type { DiagnosedSession, RuleFailure } from "./diagnosed-session.ts";
import type { Explanation, Verdict } from "./explanation.ts";
import { explanationOf, type RankedCase, verdictOf } from "./explanation-of.ts";
import { findingsOf } from "./findings.ts";
import type { Knowledge } from "./knowledge.ts";
import { listedFrom, rank } from "./rank.ts";

export interface DiagnoseOptions {
  readonly knowledge: Knowledge;
  /** The user's own API hosts, wildcards allowed. */
  readonly apiHosts: readonly string[];
  /** What was recorded beside exchanges. */
  readonly records?: readonly SourceRecord<unknown>[];
}

/** Diagnoses every refused request of a recording. Never throws on hostile input; a rule that throws is listed. */
export function diagnose(
  recorded: readonly Recorded[],
  { knowledge, apiHosts, records }: DiagnoseOptions,
): DiagnosedSession {
  const session = openSession(recorded, apiHosts, null, records);
  const explained = session.refusedRequests.map((subject) => explain(subject, session, knowledge));
  return {
    session,
    explanations: explained.flatMap(({ explanation }) => explanation ?? []),
    findings: findingsOf(explained),
    failures: explained.flatMap(({ failures }) => failures),
  };
}

/** One refused request explained. The explanation is null where every rule failed or was ruled out. */
export interface Explained {
  readonly subject: RefusedRequest;
  readonly explanation: Explanation | null;
  readonly failures: readonly RuleFailure[];
}

const noProbeResults: ProbeResults = { made: [], worth: [] };

/** Diagnoses one refused request of a session. Never throws on hostile input; a rule that throws is listed. */
export function explain(
  subject: RefusedRequest,
  session: Session,
  knowledge: Knowledge,
  results: ProbeResults = noProbeResults,
): Explained {
  const { ranked, failures } = rankedCase(subject, session, knowledge, results);
  return { subject, explanation: ranked && explanationOf(ranked), failures };
}

/** The first cause alone, in a fraction of the time that `explain` takes. Null where that has no explanation. */
export function verdictOn(
  subject: RefusedRequest,
  session: Session,
  knowledge: Knowledge,
  results: ProbeResults = noProbeResults,
): { readonly verdict: Verdict | null; readonly failures: readonly RuleFailure[] } {
  const { ranked, failures } = rankedCase(subject, session, knowledge, results);
  return { verdict: ranked && verdictOf(ranked), failures };
}

function rankedCase(
  refused: RefusedRequest,
  session: Session,
  knowledge: Knowledge,
  results: ProbeResults,
): { readonly ranked: RankedCase | null; readonly failures: readonly RuleFailure[] } {
  const subject = openCase(refused, session, knowledge);
  const ranking = withProbeResults(results, rank(subject, knowledge.adaptedTo(subject, knowledge.rules)));
  const { file, entry } = refused.exchange;
  const failures = ranking.failures.map((failure) => ({ ...failure, file, entry }));
  const [first, ...others] = ranking.candidates;
  if (first === undefined) return { ranked: null, failures };
  const rivals = others.filter(({ probability }) => probability >= listedFrom);
  return { ranked: { subject, knowledge, results, ranking, first, rivals }, failures };
}
