import { valueOr } from "../exchange/known.ts";
import { groupBy } from "../session/group-by.ts";
import type { RefusedRequest } from "../session/session.ts";
import type { Api, Confidence, Evidence, Unavailable } from "./diagnosis.ts";
import type { Explanation } from "./explanation.ts";
import type { Finding } from "./finding.ts";
import { observationOf } from "./observation.ts";
import type { Place } from "./place.ts";
import { byWeight } from "./rank.ts";

/** A refused request with its explanation; null where no rule could say. */
interface Explained {
  readonly subject: RefusedRequest;
  readonly explanation: Explanation | null;
}

interface Member {
  readonly subject: RefusedRequest;
  readonly explanation: Explanation;
}

/** Groups explanations by root: the same cause in the same scope. In order of the first request of each. */
export function findingsOf(explained: readonly Explained[]): Finding[] {
  const members = explained.flatMap(({ subject, explanation }) =>
    explanation === null ? [] : [{ subject, explanation }],
  );
  const roots = groupBy(members, ({ explanation }) => explanation.root.key);
  return [...roots.values()].flatMap((alike) => {
    const lead = surest(alike.map(({ explanation }) => explanation));
    return lead === undefined ? [] : [findingOf(lead, alike)];
  });
}

function findingOf(lead: Explanation, alike: readonly Member[]): Finding {
  const diagnoses = alike.map(({ explanation }) => explanation.diagnosis);
  const { cause, probability, apiGateway, fix, links } = lead.diagnosis;
  const confidence = confidenceOfAll(
    diagnoses.map((each) => each.confidence),
    lead.diagnosis.confidence,
  );
  const open = [lead.diagnosis, ...diagnoses].find(({ nextCheck }) => nextCheck !== null);
  return {
    cause,
    title: lead.root.title,
    confidence,
    probability,
    apiGateway,
    api: commonApi(diagnoses.map(({ api }) => api)),
    scope: lead.root.scope,
    requests: diagnoses.map(({ file, entry }) => ({ file, entry })),
    blocks: diagnoses.flatMap(({ file, blocks }) => blocks.map((entry): Place => ({ file, entry }))),
    ...timesOf(alike),
    evidence: mergedEvidence(alike.map(({ explanation }) => explanation.why)),
    unknown: unseenByAll(diagnoses.map(({ unknown }) => unknown)),
    nextCheck: confidence === "certain" ? null : (open?.nextCheck ?? null),
    fix,
    links,
  };
}

/** The explanation with the most probable cause; the first of several. Undefined where there are none. */
export function surest(explanations: readonly Explanation[]): Explanation | undefined {
  return explanations.toSorted((a, b) => b.diagnosis.probability - a.diagnosis.probability)[0];
}

/** A finding is certain only if every request in it is. */
function confidenceOfAll(all: readonly Confidence[], lead: Confidence): Confidence {
  return lead === "certain" && all.some((each) => each !== "certain") ? "likely" : lead;
}

function commonApi(apis: readonly Api[]): Api | null {
  const [first] = apis;
  if (first === undefined || apis.some(({ host }) => host !== first.host)) return null;
  const common = <K extends keyof Api>(key: K) => apis.every((each) => each[key] === first[key]);
  return {
    ...first,
    kind: common("kind") ? first.kind : "unknown",
    id: common("id") ? first.id : null,
    region: common("region") ? first.region : null,
    stage: common("stage") ? first.stage : null,
  };
}

function timesOf(alike: readonly Member[]): Pick<Finding, "since" | "until"> {
  const starts = alike
    .map(({ subject }) => valueOr(subject.exchange.startedAt, Number.NaN))
    .filter((start) => Math.abs(start) <= lastInstant)
    .sort((a, b) => a - b);
  const [first, last] = [starts[0], starts.at(-1)].map((start) => (start === undefined ? null : isoOf(start)));
  return { since: first ?? null, until: last ?? null };
}

/** Milliseconds since the epoch that a Date can hold (ECMA-262, 21.4.1.1). A capture may hold any number. */
const lastInstant = 8.64e15;

function isoOf(instant: number): string {
  return new Date(instant).toISOString();
}

/** Most observations of one clue; more would be a list of the requests. */
const quotedPerClue = 2;

/** Each observation once with its greatest weight, strongest first; of equal weights the one of more requests first. */
function mergedEvidence(all: readonly (readonly Evidence[])[]): Evidence[] {
  const observed = [...groupBy(all.flat(), observationOf).values()];
  const merged = observed.toSorted((a, b) => b.length - a.length).flatMap((alike) => byWeight(alike).slice(0, 1));
  const kept = groupBy(byWeight(merged), ({ clue, answer }) => `${answer} ${clue}`);
  return byWeight([...kept.values()].flatMap((alike) => alike.slice(0, quotedPerClue)));
}

function unseenByAll([first = [], ...others]: readonly (readonly Unavailable[])[]): Unavailable[] {
  return first.filter(({ what }) => others.every((unseen) => unseen.some((each) => each.what === what)));
}
