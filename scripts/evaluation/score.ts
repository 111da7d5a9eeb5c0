import type { Answer } from "./classifier.ts";
import { fits, type Verdict } from "./verdict.ts";

/** Figures over a set of verdicts. Means and shares over nothing are null. */
export interface Score {
  readonly requests: number;
  readonly answered: number;
  readonly right: number;
  readonly exact: number;
  readonly inTopThree: number;
  readonly certain: number;
  readonly certainButWrong: number;
  readonly certainOrLikely: number;
  /** Mean of (probability of the first cause − 1 where it is right, else 0)², over those diagnosed. 0 is best, 1 worst. */
  readonly brierFirst: number | null;
  /** Mean of `rankingLoss` over all requests, 0 to 2. */
  readonly brierRanking: number | null;
  readonly reliability: readonly Bin[];
}

/** Responses whose first cause was said to be about as probable. */
interface Bin {
  /** Probabilities from here (inclusive) to `to` (exclusive; 1 belongs to the last bin). */
  readonly from: number;
  readonly to: number;
  readonly count: number;
  readonly meanSaid: number;
  readonly shareRight: number;
}

/** Counts verdicts and measures their probabilities. */
export function score(verdicts: readonly Verdict[]): Score {
  const count = (holds: (verdict: Verdict) => boolean) => verdicts.filter(holds).length;
  const answered = verdicts.flatMap(firstSaid);
  return {
    requests: verdicts.length,
    answered: answered.length,
    right: count(({ right }) => right),
    exact: count(({ exact }) => exact),
    inTopThree: count(({ inTopThree }) => inTopThree),
    certain: count(({ said }) => said?.confidence === "certain"),
    certainButWrong: count(isCertainButWrong),
    certainOrLikely: count(({ said }) => said !== null && said.confidence !== "ambiguous"),
    brierFirst: mean(answered.map(({ probability, right }) => (probability - (right ? 1 : 0)) ** 2)),
    brierRanking: mean(verdicts.map(rankingLoss)),
    reliability: reliabilityOf(answered),
  };
}

/** The worst that can be said. */
export function isCertainButWrong({ said, right }: Verdict): boolean {
  return said?.confidence === "certain" && !right;
}

interface Said {
  readonly probability: number;
  readonly right: boolean;
}

function firstSaid({ said, right }: Verdict): Said[] {
  return said === null ? [] : [{ probability: probabilityOf(said), right }];
}

function probabilityOf({ ranking }: Answer): number {
  return ranking[0]?.probability ?? 0;
}

/**
 * Brier's loss over several classes (Brier 1950), where the label's cause and those it accepts are one class, since
 * nothing tells them apart: (1 − their probability)² + the squares of all others. Silence costs 1.
 */
export function rankingLoss({ label, said }: Verdict): number {
  const ranking = said?.ranking ?? [];
  const own = ranking.filter(({ cause }) => fits(label, cause));
  const others = ranking.filter(({ cause }) => !fits(label, cause));
  return (1 - sum(own.map(({ probability }) => probability))) ** 2 + sum(others.map((each) => each.probability ** 2));
}

const bins = 10;

function reliabilityOf(answered: readonly Said[]): Bin[] {
  return Array.from({ length: bins }, (_, bin) => {
    const within = answered.filter(({ probability }) => Math.min(Math.floor(probability * bins), bins - 1) === bin);
    return {
      from: bin / bins,
      to: (bin + 1) / bins,
      count: within.length,
      meanSaid: mean(within.map(({ probability }) => probability)) ?? 0,
      shareRight: mean(within.map(({ right }) => (right ? 1 : 0))) ?? 0,
    };
  }).filter(({ count }) => count > 0);
}

/** Null where there is nothing to take the mean of. */
function mean(numbers: readonly number[]): number | null {
  return numbers.length === 0 ? null : sum(numbers) / numbers.length;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
