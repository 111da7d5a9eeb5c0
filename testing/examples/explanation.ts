import { knowledge } from "../../rules/knowledge.ts";
import { diagnose } from "../../src/diagnosis/diagnose.ts";
import type { Explanation } from "../../src/diagnosis/explanation.ts";
import type { Rule } from "../../src/diagnosis/rule.ts";
import type { Recorded } from "../../src/session/recording.ts";

/** What a person reads about the last refusal of a recording. */
export interface Told {
  readonly cause: string;
  readonly why: readonly string[];
  readonly fix: readonly string[];
}

/** Examines a recording and keeps the sentences about its last refusal; throws where nothing was refused. */
export function toldAbout(recorded: readonly Recorded[], rules: readonly Rule[]): Told {
  const last: Explanation | undefined = diagnose(recorded, {
    knowledge: { ...knowledge, rules },
    apiHosts: [],
  }).explanations.at(-1);
  if (last === undefined) throw new Error("the example has no refusal");
  const { diagnosis, why } = last;
  return {
    cause: diagnosis.cause,
    why: why.map(({ says }) => says),
    fix: diagnosis.fix.map(({ says }) => says),
  };
}
