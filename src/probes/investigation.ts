import { type CheckId, probeOf, resultsIn, resultsOf } from "../../rules/probes/checks.ts";
import { probes } from "../../rules/probes/probes.ts";
import { compareResponse } from "../../rules/probes/reaction.ts";
import type { CommandTexts } from "../commands/command.ts";
import { type Case, openCase } from "../diagnosis/case.ts";
import type { Alternative, Confidence, ProbeResult } from "../diagnosis/diagnosis.ts";
import type { Knowledge } from "../diagnosis/knowledge.ts";
import { type Candidate, confidenceOf, listedFrom, rank, rounded } from "../diagnosis/rank.ts";
import type { Rule } from "../diagnosis/rule.ts";
import type { Exchange } from "../exchange/exchange.ts";
import type { RefusedRequest, Session } from "../session/session.ts";
import { worthAsking } from "./expected-gain.ts";
import { causesAmong, gainOf, type Hypothesis, hypothesesOf } from "./hypotheses.ts";
import { curlOf, namingClient } from "./probe-request.ts";
import { SafeRequest, type SendPolicy } from "./safe-request.ts";

/** Requests that one refusal is worth at most. */
export const mostRequests = 5;

/** Milliseconds between two requests. */
export const pauseBetween = 1000;

/**
 * How often a cause answers otherwise than it must: only where something was changed since the refusal. What an owner's
 * definition leaves open is in the rules. So no answer rules a cause out, and none is a proof.
 */
const surprise = 0.002;

/** What was found out about one refusal so far. Immutable: each answer makes a new one. */
export interface Investigation {
  readonly subject: Case;
  readonly hypotheses: readonly Hypothesis[];
  /** The questions that are behind it, made or supposed; none is asked again. */
  readonly asked: readonly CheckId[];
  readonly made: readonly ProbeResult[];
  /** For each that was made, what its answer is worth for each cause, in log-odds. */
  readonly worth: readonly ReadonlyMap<string, number>[];
}

/** The next request, ready to be shown and sent. */
export interface PreparedProbe extends CommandTexts {
  readonly check: CheckId;
  readonly says: string;
  readonly request: SafeRequest;
}

/** Begins with what the rules say of the refusal. */
export function openInvestigation(subject: Case, candidates: readonly Candidate[]): Investigation {
  return { subject, hypotheses: hypothesesOf(candidates), asked: [], made: [], worth: [] };
}

/** Begins with what the rules say of a refused request. */
export function investigate(subject: RefusedRequest, session: Session, knowledge: Knowledge): Investigation {
  const opened = openCase(subject, session, knowledge);
  return openInvestigation(opened, rank(opened, knowledge.adaptedTo(opened, knowledge.rules)).candidates);
}

/** The causes by what is known now, most probable first. What no cause explains is missing from their sum. */
export function causesOf({ hypotheses }: Investigation): readonly Candidate[] {
  return causesAmong(hypotheses);
}

/** What is known now: the first cause and how sure it is. Null where no cause is left. */
export function verdictOf(asking: Investigation): { readonly cause: Rule; readonly confidence: Confidence } | null {
  const [first] = causesOf(asking);
  return first === undefined ? null : { cause: first.rule, confidence: confidenceOf(first) };
}

/**
 * The request that is expected to tell most; null where the cause is certain, nothing is worth a request any more, or
 * as many were made as one refusal is worth. The same question is never asked twice.
 */
export function nextProbe(asking: Investigation, allowed: SendPolicy): PreparedProbe | null {
  if (asking.asked.length >= mostRequests || verdictOf(asking)?.confidence === "certain") return null;
  const [best] = availableProbes(asking, allowed)
    .map((question) => ({ question, gain: gainOf(question.check, asking.hypotheses) }))
    .sort((a, b) => b.gain - a.gain);
  return best === undefined || best.gain < worthAsking ? null : best.question;
}

/** All that may be asked now. */
export function availableProbes({ subject, asked }: Investigation, allowed: SendPolicy): readonly PreparedProbe[] {
  const done = new Set<string>(asked);
  return (Object.keys(probes) as (keyof typeof probes)[]).flatMap((id) => {
    const check = probeOf(id, subject);
    if (check === null || done.has(id) || done.has(check.tellsLike ?? "")) return [];
    const wanted = allowed.namesClient
      ? namingClient(check.request(subject), subject.exchange)
      : check.request(subject);
    const request = SafeRequest.from(wanted, subject.exchange, allowed);
    return request instanceof SafeRequest ? [{ check: id, says: check.says, ...curlOf(wanted), request }] : [];
  });
}

/** What is known with the answer to a question; `answer` is the exchange as it was seen. */
export function withResponse(
  asking: Investigation,
  { request: _, ...question }: PreparedProbe,
  answer: Exchange,
): Investigation {
  const { check } = question;
  const reaction = compareResponse(asking.subject.exchange, answer);
  const name = reaction === null ? null : (probeOf(check, asking.subject)?.reads(reaction) ?? null);
  const next = supposing(asking, check, name);
  const words = resultsOf(check).find(([each]) => each === name)?.[1] ?? null;
  const { status } = answer.response;
  const made = { ...question, status, answer: words, before: listed(asking), after: listed(next) };
  return { ...next, made: [...asking.made, made], worth: [...asking.worth, logOddsOf(asking, next)] };
}

function logOddsOf(asking: Investigation, next: Investigation): ReadonlyMap<string, number> {
  const before = new Map(causesOf(asking).map(({ rule, probability }) => [rule.id, probability]));
  return new Map(
    causesOf(next).map(({ rule, probability }) => [
      rule.id,
      Math.log(probability / (before.get(rule.id) ?? probability)),
    ]),
  );
}

/** What would be known if a check got this answer; null stands for one that tells nothing. */
export function supposing(asking: Investigation, check: CheckId, answer: string | null): Investigation {
  const { hypotheses, asked } = asking;
  const left = answer === null ? hypotheses : updated(hypotheses, check, answer);
  return { ...asking, hypotheses: left, asked: [...asked, check] };
}

/** The causes as they are listed, most probable first. */
export function listed(asking: Investigation): readonly Alternative[] {
  return causesOf(asking)
    .filter(({ probability }) => probability >= listedFrom)
    .map(({ rule, probability }) => ({ cause: rule.id, probability: rounded(probability) }));
}

/** How probable it is that a check gets this answer, 0 to 1, as far as causes say. */
export function chanceOf({ hypotheses }: Investigation, check: CheckId, answer: string): number {
  const { total, expected } = weighed(hypotheses, check, answer);
  return total === 0 ? 0 : expected / total;
}

/**
 * Bayes' rule. A cause that says nothing of the check is taken to answer as the others do on the whole, and so is what no
 * cause explains: neither moves by the answer.
 */
function updated(hypotheses: readonly Hypothesis[], check: CheckId, answer: string): readonly Hypothesis[] {
  const { each: all, total, expected } = weighed(hypotheses, check, answer);
  if (total === 0) return hypotheses;
  return all.map(({ hypothesis, likelihood }) =>
    likelihood === null
      ? hypothesis
      : { ...hypothesis, probability: (hypothesis.probability * likelihood * total) / expected },
  );
}

/** How likely the answer is under each hypothesis; `total` is the probability of those that say, `expected` its part with the answer. */
function weighed(hypotheses: readonly Hypothesis[], check: CheckId, answer: string) {
  const names = resultsOf(check).length;
  const each = hypotheses.map((hypothesis) => ({
    hypothesis,
    likelihood: likelihoodOf(resultsIn(hypothesis.expected, check), answer, names),
  }));
  const saying = each.filter(({ likelihood }) => likelihood !== null);
  const total = sum(saying.map(({ hypothesis }) => hypothesis.probability));
  const expected = sum(saying.map(({ hypothesis, likelihood }) => hypothesis.probability * (likelihood ?? 0)));
  return { each, total, expected };
}

/** How often a cause that gives one of these answers gives this one; null where it gives none in particular. */
function likelihoodOf(answers: readonly string[], answer: string, names: number): number | null {
  if (answers.length === 0) return null;
  const share = answers.filter((each) => each === answer).length / answers.length;
  return (1 - surprise) * share + surprise / names;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, each) => total + each, 0);
}
