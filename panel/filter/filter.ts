import type { Row } from "../../src/worker/protocol.ts";
import type { Entry } from "../list/entries.ts";
import { filterKeys, keyNamed, plainTextsOf } from "./keys.ts";
import { partPattern } from "./pattern.ts";
import { type Term, termsOf } from "./terms.ts";

/** A filter that was read from text. */
export interface Filter {
  /** A sentence for each term that makes no sense. */
  readonly problems: readonly string[];
  /** Whether every term fits the request or one that it stopped; a term after `-` has to fit none of them. */
  admits(entry: Entry): boolean;
}

/** Reads a filter. A term with an unknown key counts as text, as in DevTools; unfinished terms match everything. */
export function parseFilter(text: string): Filter {
  const terms = termsOf(text).filter(({ value }) => value !== "");
  const tests = terms.map(testOf);
  return {
    problems: terms.flatMap(problemOf),
    admits: ({ row, stopped }) => {
      const rows = [row, ...stopped];
      return tests.every(({ fits, negative }) => rows.some(fits) !== negative);
    },
  };
}

interface Test {
  readonly negative: boolean;
  fits(row: Row): boolean;
}

function testOf({ key: name, value, negative }: Term): Test {
  const key = keyNamed(name);
  if (key === undefined) {
    const pattern = partPattern(name === null ? value : `${name}:${value}`);
    return { negative, fits: (row) => plainTextsOf(row).some(pattern) };
  }
  const pattern = key.pattern(value);
  return { negative, fits: (row) => key.textsOf(row).some(pattern) };
}

function problemOf({ key: name, value }: Term): readonly string[] {
  if (name === null || value.startsWith("//")) return [];
  const key = keyNamed(name);
  if (key === undefined) return [`“${name}:” is not a key, so it is looked for as text. ${hintFor(name)}`];
  const { takes } = key;
  return takes === undefined || takes.accepts(value) ? [] : [`“${name}:” takes ${takes.form}.`];
}

function hintFor(name: string): string {
  const alike = filterKeys.find(({ key }) => key.includes(name) || name.includes(key));
  return alike === undefined
    ? `Keys are ${filterKeys.map(({ key }) => key).join(", ")}.`
    : `Did you mean “${alike.key}:”?`;
}
