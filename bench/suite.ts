/** One figure of a suite. Ratios are comparable between machines, the rest is not. */
export interface Figure {
  /** What was measured on what: "realistic-pretty-100 against JSON.parse". */
  readonly name: string;
  readonly value: number;
  readonly unit: "x" | "ms" | "MB" | "requests" | "frames/s" | "requests/s" | "times";
  readonly goal: Goal | null;
}

/** What a figure has to reach. */
export interface Goal {
  readonly at: "least" | "most";
  readonly value: number;
}

export interface SuiteOptions {
  /** Sizes of captures in megabytes. */
  readonly sizes: readonly number[];
  readonly rounds: number;
}

/** A part of the product that is measured. */
export interface Suite {
  readonly name: string;
  measure(options: SuiteOptions): Promise<readonly Figure[]>;
}

/** Null where the figure has no goal. */
export function isMet({ value, goal }: Figure): boolean | null {
  if (goal === null) return null;
  return goal.at === "least" ? value >= goal.value : value <= goal.value;
}

export const atLeast = (value: number): Goal => ({ at: "least", value });
export const atMost = (value: number): Goal => ({ at: "most", value });
