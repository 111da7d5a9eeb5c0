import { redactUrl } from "../exchange/redaction.ts";
import { openSession } from "../session/open-session.ts";
import type { Recorded } from "../session/recording.ts";
import type { Session, Subject } from "../session/session.ts";
import { type Case, openCase } from "./case.ts";
import type { Diagnosis, Evidence } from "./diagnosis.ts";
import { byWeight, type Candidate, confidenceOf, type Ranking, rank } from "./engine.ts";
import type { Examination, RuleFailure } from "./examination.ts";
import type { Explanation, Rival } from "./explanation.ts";
import { nextCheck } from "./next-check.ts";
import { pageView } from "./page-view.ts";
import { progressOf, progressSentence } from "./progress.ts";
import { rulesFor } from "./refuser.ts";
import type { Rule } from "./rule.ts";

export interface ExamineOptions {
  readonly rules: readonly Rule[];
  /** The user's own API hosts, wildcards allowed. */
  readonly apiHosts: readonly string[];
}

/** Alternatives below this probability are not listed. */
const listedFrom = 0.02;

/** Diagnoses every refused request of a recording. Never throws on hostile input; a rule that throws is listed. */
export function examine(recorded: readonly Recorded[], { rules, apiHosts }: ExamineOptions): Examination {
  const session = openSession(recorded, apiHosts);
  const explained = session.subjects.map((subject) => explain(subject, session, rules));
  return {
    session,
    explanations: explained.flatMap(({ explanation }) => explanation ?? []),
    failures: explained.flatMap(({ failures }) => failures),
  };
}

/** One refused request explained. The explanation is null where every rule failed or was ruled out. */
export interface Explained {
  readonly explanation: Explanation | null;
  readonly failures: readonly RuleFailure[];
}

/** Diagnoses one refused request of a session. Never throws on hostile input; a rule that throws is listed. */
export function explain(subject: Subject, session: Session, rules: readonly Rule[]): Explained {
  const opened = openCase(subject, session);
  const ranking = rank(opened, rulesFor(opened, rules));
  const { file, entry } = subject.exchange;
  const failures = ranking.failures.map((failure) => ({ ...failure, file, entry }));
  const [first] = ranking.candidates;
  return { explanation: first === undefined ? null : explanationOf(opened, ranking, first), failures };
}

function explanationOf(subject: Case, ranking: Ranking, first: Candidate): Explanation {
  const { candidates } = ranking;
  const progress = progressOf(candidates);
  const rivals = candidates.slice(1).filter(({ probability }) => probability >= listedFrom);
  const evidence = [first, ...rivals].map((each) => byWeight(ranking.evidenceOf(each)));
  const [why = [], ...ofRivals] = evidence;
  return {
    diagnosis: diagnosisOf(subject, ranking, first, rivals, evidence.flat()),
    title: first.rule.title,
    who: whoRefused(subject, first),
    means: first.rule.means,
    page: pageView(subject),
    progress,
    progressSays: progressSentence(progress),
    why,
    rivals: rivals.map((rival, index) => rivalOf(rival, ofRivals[index] ?? [], why)),
  };
}

function diagnosisOf(
  subject: Case,
  { candidates, unseen }: Ranking,
  first: Candidate,
  rivals: readonly Candidate[],
  evidence: readonly Evidence[],
): Diagnosis {
  const { exchange, blocks, api } = subject;
  const confidence = confidenceOf(first);
  return {
    file: exchange.file,
    entry: exchange.entry,
    method: exchange.request.method,
    url: redactUrl(exchange.request.url),
    status: exchange.response.status,
    apiGateway: first.rule.refusedBy === "api-gateway" || first.rule.refusedBy === "integration",
    api,
    cause: first.rule.id,
    confidence,
    probability: rounded(first.probability),
    alternatives: rivals.map(({ rule, probability }) => ({ cause: rule.id, probability: rounded(probability) })),
    refusedAt: first.rule.refusedAt,
    blocks: blocks.map(({ entry }) => entry),
    evidence,
    unknown: unseen,
    nextCheck: confidence === "certain" ? null : nextCheck(subject, candidates),
    fix: first.rule.fix(subject),
    links: first.rule.links,
  };
}

function rounded(probability: number): number {
  return Math.round(probability * 1000) / 1000;
}

const kinds = { rest: "REST API", http: "HTTP API", websocket: "WebSocket API", unknown: "API" } as const;

function whoRefused({ api }: Case, { rule }: Candidate): string {
  if (rule.refusedBy === "elsewhere") return `Refused by ${rule.who}, not by API Gateway`;
  const name = [kinds[api.kind], api.id].filter(Boolean).join(" ");
  return [`Refused by ${rule.who}`, name, api.region].filter(Boolean).join(" · ");
}

/** A rival is told apart by what does not count as much for the first cause in the same way. */
function rivalOf({ rule, probability }: Candidate, evidence: readonly Evidence[], why: readonly Evidence[]): Rival {
  const own = evidence.find((each) => !why.some((first) => countsAsMuch(first, each)));
  return { cause: rule.id, title: rule.title, probability, says: own?.says ?? "would answer the same" };
}

/** Log-odds that two causes may differ by before the difference is worth a sentence. */
const notWorthSaying = 0.5;

function countsAsMuch(first: Evidence, other: Evidence): boolean {
  const [weight, own] = [first.weight ?? 0, other.weight ?? 0];
  const sameWay = first.says === other.says && Math.sign(weight) === Math.sign(own);
  return sameWay && Math.abs(own) <= Math.abs(weight) + notWorthSaying;
}
