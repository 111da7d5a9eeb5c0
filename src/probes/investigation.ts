import type { CommandTexts } from "../commands/command.ts";
import { type Case, openCase } from "../diagnosis/case.ts";
import type { Alternative, Confidence, ProbeResult } from "../diagnosis/diagnosis.ts";
import { resultsIn } from "../diagnosis/expected-results.ts";
import type { Knowledge } from "../diagnosis/knowledge.ts";
import { type Candidate, confidenceOf, listedFrom, rank, rounded } from "../diagnosis/rank.ts";
import type { Rule } from "../diagnosis/rule.ts";
import type { Exchange } from "../exchange/exchange.ts";
import type { RefusedRequest, Session } from "../session/session.ts";
import { type Checks, completeProbes, resultsOf } from "./check.ts";
import { worthAsking } from "./expected-gain.ts";
import { causesAmong, gainOf, type Hypothesis, hypothesesOf } from "./hypotheses.ts";
import { curlOf, namingClient } from "./probe-request.ts";
import { SafeRequest, type SendPolicy } from "./safe-request.ts";

/** Most requests that are sent about one refused request. */
export const mostRequests = 5;

/** Milliseconds between two requests. */
export const pauseBetween = 1000;

/**
 * How often a cause gives another result than it must: only where something was changed since the refusal. The rules
 * cover what an owner's definition leaves open. So no result rules a cause out, and none is a proof.
 */
const surprise = 0.002;

/** The causes of one refused request with the probe results so far. Immutable: each result makes a new one. */
export interface Investigation {
  readonly subject: Case;
  readonly checks: Checks;
  readonly hypotheses: readonly Hypothesis[];
  /** Ids of the checks that were made or supposed; none is made again. */
  readonly asked: readonly string[];
  readonly made: readonly ProbeResult[];
  /** For each result how much it moves each cause, in log-odds by the cause's id. */
  readonly worth: readonly ReadonlyMap<string, number>[];
}

/** The next probe, ready to be shown and sent. */
export interface PreparedProbe extends CommandTexts {
  readonly check: string;
  readonly says: string;
  readonly request: SafeRequest;
}

/** Begins with what the rules say about a refused request. */
export function investigate(subject: RefusedRequest, session: Session, knowledge: Knowledge): Investigation {
  const opened = openCase(subject, session, knowledge);
  const { candidates } = rank(opened, knowledge.adaptedTo(opened, knowledge.rules));
  const { checks } = knowledge;
  return { subject: opened, checks, hypotheses: hypothesesOf(candidates), asked: [], made: [], worth: [] };
}

/** The causes by what is known now, most probable first. Their sum lacks the share that no cause explains. */
export function causesOf({ hypotheses }: Investigation): readonly Candidate[] {
  return causesAmong(hypotheses);
}

/** The most probable cause by what is known now, and how sure it is. Null where no cause is left. */
export function verdictOf(
  investigation: Investigation,
): { readonly cause: Rule; readonly confidence: Confidence } | null {
  const [first] = causesOf(investigation);
  return first === undefined ? null : { cause: first.rule, confidence: confidenceOf(first) };
}

/**
 * The probe that is expected to tell most; null where the cause is certain, no probe tells enough, or as many were sent
 * as one refused request is worth. No probe is sent twice.
 */
export function nextProbe(investigation: Investigation, allowed: SendPolicy): PreparedProbe | null {
  if (investigation.asked.length >= mostRequests || verdictOf(investigation)?.confidence === "certain") return null;
  const [best] = availableProbes(investigation, allowed)
    .map((probe) => ({ probe, gain: gainOf(probe.check, investigation.hypotheses) }))
    .sort((a, b) => b.gain - a.gain);
  return best === undefined || best.gain < worthAsking ? null : best.probe;
}

/** Every probe that may be sent now. */
export function availableProbes(
  { subject, checks, asked }: Investigation,
  allowed: SendPolicy,
): readonly PreparedProbe[] {
  return completeProbes(checks, subject).flatMap(([id, { says, tellsLike = "", ...probe }]) => {
    if (asked.includes(id) || asked.includes(tellsLike)) return [];
    const own = probe.request(subject);
    const wanted = allowed.namesClient ? namingClient(own, subject.exchange) : own;
    const request = SafeRequest.from(wanted, subject.exchange, allowed);
    return request instanceof SafeRequest ? [{ check: id, says, ...curlOf(wanted), request }] : [];
  });
}

/** The investigation with the response to a probe, as it was seen. */
export function withResponse(
  investigation: Investigation,
  { request: _, ...probe }: PreparedProbe,
  response: Exchange,
): Investigation {
  const { subject, checks } = investigation;
  const check = checks[probe.check];
  const result = check !== undefined && "reads" in check ? check.reads(subject.exchange, response) : null;
  const next = supposing(investigation, probe.check, result);
  const answer = resultsOf(checks, probe.check).find(([name]) => name === result)?.[1] ?? null;
  const { status } = response.response;
  const made = { ...probe, status, answer, before: listed(investigation), after: listed(next) };
  return {
    ...next,
    made: [...investigation.made, made],
    worth: [...investigation.worth, logOddsOf(investigation, next)],
  };
}

function logOddsOf(investigation: Investigation, next: Investigation): ReadonlyMap<string, number> {
  const before = new Map(causesOf(investigation).map(({ rule, probability }) => [rule.id, probability]));
  return new Map(
    causesOf(next).map(({ rule, probability }) => [
      rule.id,
      Math.log(probability / (before.get(rule.id) ?? probability)),
    ]),
  );
}

/** The investigation if a check got this result; null stands for a response that tells nothing. */
export function supposing(investigation: Investigation, check: string, result: string | null): Investigation {
  const { asked } = investigation;
  const hypotheses = result === null ? investigation.hypotheses : updated(investigation, check, result);
  return { ...investigation, hypotheses, asked: [...asked, check] };
}

/** The causes as they are listed, most probable first. */
export function listed(investigation: Investigation): readonly Alternative[] {
  return causesOf(investigation)
    .filter(({ probability }) => probability >= listedFrom)
    .map(({ rule, probability }) => ({ cause: rule.id, probability: rounded(probability) }));
}

/** The probability that a check gets this result, 0 to 1, by the causes that expect one. */
export function chanceOf(investigation: Investigation, check: string, result: string): number {
  const { total, expected } = weighed(investigation, check, result);
  return total === 0 ? 0 : expected / total;
}

/**
 * Bayes' rule. A cause that says nothing about the check is taken to give the results of the others, as is the share that
 * no cause explains: the result moves neither.
 */
function updated(investigation: Investigation, check: string, result: string): readonly Hypothesis[] {
  const { each: all, total, expected } = weighed(investigation, check, result);
  if (total === 0) return investigation.hypotheses;
  return all.map(({ hypothesis, likelihood }) =>
    likelihood === null
      ? hypothesis
      : { ...hypothesis, probability: (hypothesis.probability * likelihood * total) / expected },
  );
}

/**
 * The likelihood of the result under each hypothesis, null where it says nothing. `total` is the probability of those
 * that say something, `expected` the part of it with this result.
 */
function weighed({ hypotheses, checks }: Investigation, check: string, result: string) {
  const count = resultsOf(checks, check).length;
  const each = hypotheses.map((hypothesis) => ({
    hypothesis,
    likelihood: likelihoodOf(resultsIn(hypothesis.expected, check), result, count),
  }));
  const saying = each.filter(({ likelihood }) => likelihood !== null);
  const total = sum(saying.map(({ hypothesis }) => hypothesis.probability));
  const expected = sum(saying.map(({ hypothesis, likelihood }) => hypothesis.probability * (likelihood ?? 0)));
  return { each, total, expected };
}

/** How often a cause with these expected results gives this one of `count`; null where it expects none in particular. */
function likelihoodOf(expected: readonly string[], result: string, count: number): number | null {
  if (expected.length === 0) return null;
  const share = expected.filter((each) => each === result).length / expected.length;
  return (1 - surprise) * share + surprise / count;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, each) => total + each, 0);
}
