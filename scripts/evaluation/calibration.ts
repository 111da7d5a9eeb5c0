import { basename, dirname } from "node:path";
import { filesOfCauses } from "../rules/files.ts";
import { fits, type Verdict } from "./verdict.ts";

/** A band of said probabilities, with the share that must be right. */
interface Band {
  readonly title: string;
  readonly from: number;
  /** Exclusive. */
  readonly to: number;
  readonly atLeast: number;
}

const bands: readonly Band[] = [
  { title: "90 % or more", from: 0.9, to: Number.POSITIVE_INFINITY, atLeast: 0.95 },
  { title: "60 to 90 %", from: 0.6, to: 0.9, atLeast: 0.7 },
];

/** What a band was said for, and how much of it was right. */
export interface Kept extends Band {
  readonly said: number;
  readonly right: number;
  /** The same with probabilities that were calibrated on the other families of causes. */
  readonly heldOut: { readonly said: number; readonly right: number };
}

/**
 * Whether said probabilities mean what they say. Weights are set by hand; the one figure that could be fitted to captures
 * is a temperature, by which all log-odds are divided. Each family of causes is held out once: the temperature is fitted
 * on the others and the family measured with it.
 */
export function reliabilityByBand(verdicts: readonly Verdict[]): Kept[] {
  const said = verdicts.filter(({ said }) => (said?.ranking.length ?? 0) > 0);
  const heldOut = calibratedElsewhere(said);
  return bands.map((band) => {
    const within = said.filter((each) => isWithin(band, firstProbability(each, 1)));
    const calibrated = heldOut.filter(({ probability }) => isWithin(band, probability));
    return { ...band, ...countRight(within), heldOut: countRight(calibrated) };
  });
}

function countRight(of: readonly { readonly right: boolean }[]): { readonly said: number; readonly right: number } {
  return { said: of.length, right: of.filter(({ right }) => right).length };
}

function isWithin({ from, to }: Band, probability: number): boolean {
  return probability >= from && probability < to;
}

function calibratedElsewhere(verdicts: readonly Verdict[]) {
  const families = new Set(verdicts.map(familyOfVerdict));
  return [...families].flatMap((family) => {
    const others = verdicts.filter((each) => familyOfVerdict(each) !== family);
    const temperature = temperatureFor(others);
    const own = verdicts.filter((each) => familyOfVerdict(each) === family);
    return own.map((each) => ({ right: each.right, probability: firstProbability(each, temperature) }));
  });
}

const familyById = new Map(filesOfCauses().map((path) => [basename(path, ".ts"), basename(dirname(path))]));

function familyOfVerdict({ label }: Verdict): string {
  return familyById.get(label.cause ?? "") ?? "none";
}

/** From sharper to softer than said. */
const temperatures = Array.from({ length: 31 }, (_, step) => 0.5 * 4 ** (step / 30));

/** The temperature under which the right causes were the least surprising; 1 leaves the probabilities as they were said. */
function temperatureFor(verdicts: readonly Verdict[]): number {
  const losses = temperatures.map((temperature) => ({ temperature, loss: logLoss(verdicts, temperature) }));
  return losses.reduce((best, each) => (each.loss < best.loss ? each : best)).temperature;
}

/** What is taken for the probability of a cause that was not listed. */
const unlisted = 0.001;

function logLoss(verdicts: readonly Verdict[], temperature: number): number {
  return verdicts.reduce((loss, verdict) => {
    const right = softened(verdict, temperature).filter(({ cause }) => fits(verdict.label, cause));
    return loss - Math.log(right.reduce((sum, { probability }) => sum + probability, 0) || unlisted);
  }, 0);
}

function firstProbability(verdict: Verdict, temperature: number): number {
  return softened(verdict, temperature)[0]?.probability ?? 0;
}

/** The ranking with its log-odds divided by the temperature; what no cause takes stays untaken. */
function softened({ said }: Verdict, temperature: number) {
  const ranking = said?.ranking ?? [];
  const whole = ranking.reduce((sum, { probability }) => sum + probability, 0);
  const powers = ranking.map(({ probability }) => probability ** (1 / temperature));
  const total = powers.reduce((sum, each) => sum + each, 0);
  return ranking.map(({ cause }, index) => ({ cause, probability: (whole * (powers[index] ?? 0)) / total }));
}
