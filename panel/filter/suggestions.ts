import { groupBy } from "../../src/session/group-by.ts";
import type { Row } from "../../src/worker/protocol.ts";
import { counted } from "../elements/wording.ts";
import { type FilterKey, filterKeys, keyNamed } from "./keys.ts";
import { partPattern } from "./pattern.ts";
import { termsOf } from "./terms.ts";

/** How many values are offered at most. */
const mostValues = 12;

/** A completion of the filter. */
export interface Suggestion {
  /** The key, or the value without its key. */
  readonly label: string;
  readonly note: string;
  /** The whole filter with this taken. */
  readonly text: string;
  /** Where the caret stands then. */
  readonly caret: number;
}

/**
 * Keys that begin like the word at the caret, or, after a key, values that rows have, the most frequent first.
 * @param caret index into `text`
 */
export function suggestionsFor(text: string, caret: number, rows: readonly Row[]): readonly Suggestion[] {
  const at = termsOf(text).find(({ from, until }) => from < caret && caret <= until);
  const { from, until } = at ?? { from: caret, until: caret };
  const [typed] = termsOf(text.slice(from, caret));
  const complete = (label: string, note: string, written: string): Suggestion => {
    const term = `${typed?.negative ? "-" : ""}${written}`;
    return { label, note, text: text.slice(0, from) + term + text.slice(until), caret: from + term.length };
  };
  if (typed === undefined || typed.key === null) {
    return keysLike(typed?.value ?? "").map(({ key, says }) => complete(`${key}:`, says, `${key}:`));
  }
  const key = keyNamed(typed.key);
  return key === undefined
    ? []
    : valuesOf(key, typed.value, rows).map(([value, count]) =>
        complete(value, counted(count, "request"), `${key.key}:${quoted(value)}`),
      );
}

function keysLike(begun: string): readonly FilterKey[] {
  return filterKeys.filter(({ key }) => key.startsWith(begun.toLowerCase()));
}

function valuesOf(key: FilterKey, typed: string, rows: readonly Row[]): readonly (readonly [string, number])[] {
  const pattern = partPattern(typed);
  const alike = rows.filter((row) => key.textsOf(row).some(pattern));
  const byValue = groupBy(alike, (row) => key.textsOf(row)[0] ?? "");
  const counts = [...byValue].map(([value, those]) => [value, those.length] as const);
  const offered = counts.filter(([value]) => value !== "" && value !== typed);
  return offered.toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, mostValues);
}

/** As it is written in a filter. A quote cannot stand inside quotes; a star fits it. */
function quoted(value: string): string {
  return /[\s"]/.test(value) ? `"${value.replaceAll('"', "*")}"` : value;
}
