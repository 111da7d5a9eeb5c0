import { expect, test } from "vitest";
import { openCase } from "../src/diagnosis/case.ts";
import { observationOf } from "../src/diagnosis/observation.ts";
import { openSession } from "../src/session/open-session.ts";
import { recordingOf } from "../testing/examples/recording.ts";
import { examples } from "../testing/examples/rule-examples.ts";
import { rules } from "./index.ts";
import { knowledge } from "./knowledge.ts";

/** The observation and the sentence of each clue of each rule, for each refused request of the examples. */
const observed = Object.values(examples)
  .flatMap(({ mustSay, mustNotSay }) => [...mustSay, ...mustNotSay])
  .flatMap((example) => {
    const session = openSession(recordingOf(example), []);
    return session.refusedRequests.map((refused) => openCase(refused, session, knowledge));
  })
  .flatMap((subject) =>
    [...new Set(rules.flatMap(({ clues }) => clues.map(({ clue }) => clue)))].flatMap((clue) => {
      const answer = clue.ask(subject);
      if (answer.answer === "unknown") return [];
      const { fact: id = "", quotes, says } = answer;
      return [{ observation: observationOf({ id, quotes }), says }];
    }),
  );

function ambiguous(pairs: readonly (readonly [key: string, value: string])[]): readonly (readonly string[])[] {
  const values = new Map<string, Set<string>>();
  for (const [key, value] of pairs) values.set(key, (values.get(key) ?? new Set()).add(value));
  return [...values].flatMap(([key, found]) => (found.size > 1 ? [[key, ...found]] : []));
}

test("one observation always reads alike: what reads otherwise has a fact or a quote of its own", () => {
  expect(ambiguous(observed.map(({ observation, says }) => [observation, says]))).toEqual([]);
});

test("what reads alike is one observation: clues that say the same share the fact", () => {
  expect(ambiguous(observed.map(({ observation, says }) => [says, observation]))).toEqual([]);
});
