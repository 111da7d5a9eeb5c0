import { type Measured, measureAsking } from "./probing/measure.ts";
import { situations } from "./probing/situations.ts";

/** Measures against the local API Gateway what asking achieves; docs/ask.md says what the figures mean. */

process.stdout.write(inWords(measureAsking(situations())));

function inWords(figures: Measured): string {
  const { situations: all, separable, requests, untilSettled, fewest } = figures;
  const lines = [
    `${all} refusals of generated definitions; in ${separable} some harmless request tells the cause from all others.`,
    `There the true cause is first, and likely or certain: ${share(figures.settledBefore, separable)} before asking, ${share(figures.settled, separable)} after.`,
    `Requests there: median ${median(requests)}, mean ${mean(requests)}, most ${requests.at(-1) ?? 0}. The cause is settled after ${mean(untilSettled)}; with hindsight ${mean(fewest)} would do.`,
    `Of all, the true cause is likely or certain: ${share(figures.settledOfAllBefore, all)} before, ${share(figures.settledOfAll, all)} after; another is likely: ${share(figures.likelyWrongBefore, all)} before, ${share(figures.likelyWrong, all)} after.`,
    `Certain and wrong: ${figures.certainlyWrong}.`,
    "",
    "| the response | refusals | causes | separable | settled |",
    "| --- | --- | --- | --- | --- |",
    ...figures.kinds.map((kind) => `| ${Object.values(kind).join(" | ")} |`),
  ];
  return `${lines.join("\n")}\n`;
}

function share(part: number, all: number): string {
  return `${part} of ${all} (${((100 * part) / all).toFixed(1)} %)`;
}

function median(ascending: readonly number[]): number {
  return ascending[Math.floor(ascending.length / 2)] ?? 0;
}

function mean(numbers: readonly number[]): string {
  return (numbers.reduce((sum, each) => sum + each, 0) / Math.max(1, numbers.length)).toFixed(2);
}
