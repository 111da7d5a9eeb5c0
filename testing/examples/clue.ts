import { clue } from "../../src/diagnosis/clue.ts";
import type { Clue } from "../../src/diagnosis/rule.ts";

/** A clue for tests, whose words are its id. */
export function exampleClue(id: string, ask: Clue["ask"]): Clue {
  return clue({ id, holds: id, ask });
}
