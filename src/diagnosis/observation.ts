import type { Evidence } from "./diagnosis.ts";

/**
 * Equal for evidence that rests on one observation: the same fact with the same quotes, whichever clue, cause or request
 * it is of. Quotes are on one line, so that a line break parts them.
 */
export function observationOf({ id, quotes }: Pick<Evidence, "id" | "quotes">): string {
  let observation = id;
  for (const { part, name, text } of quotes) observation += `\n${part}\n${name}\n${text}`;
  return observation;
}
