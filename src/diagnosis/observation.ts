import type { Evidence } from "./diagnosis.ts";

/**
 * Equal for evidence that rests on one observation: the same fact with the same quotes, whichever clue, cause or request
 * it is of.
 */
export function observationOf({ id, quotes }: Pick<Evidence, "id" | "quotes">): string {
  return JSON.stringify([id, ...quotes.map(({ part, name, text }) => [part, name, text])]);
}
