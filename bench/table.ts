import { type Figure, isMet } from "./suite.ts";

/** Figures in lines, each with its goal and whether it was met. */
export function tableOf(name: string, figures: readonly Figure[]): string {
  const width = Math.max(...figures.map((figure) => figure.name.length));
  const lines = figures.map(
    (figure) => `  ${figure.name.padEnd(width)}  ${shownValue(figure).padStart(12)}  ${shownGoal(figure)}`,
  );
  return [`${name}`, ...lines, ""].join("\n");
}

function shownValue({ value, unit }: Figure): string {
  return `${value.toFixed(unit === "x" ? 2 : 0)} ${unit}`;
}

function shownGoal(figure: Figure): string {
  const { goal } = figure;
  if (goal === null) return "";
  return `at ${goal.at} ${goal.value}: ${isMet(figure) ? "met" : "not met"}`;
}
