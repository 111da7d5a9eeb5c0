import { describe, expect, it } from "vitest";
import { exampleClue } from "../../testing/examples/clue.ts";
import type { Case } from "./case.ts";
import { both, cannotTell, clue, fact, no, opposite, yes } from "./clue.ts";
import { phrase, url } from "./quote.ts";

/** The clues below do not look at the case. */
const anyCase = {} as Case;

const key = clue({ id: "key", holds: "a key is sent", fails: "no key is sent", ask: () => yes("a key is sent") });
const stage = clue({ id: "stage", holds: "the stage exists", fails: "the stage is missing", ask: () => no("none") });
const known = clue({ id: "known", holds: "the host is known", ask: () => yes("it is known") });

describe("a response", () => {
  it("observes a fact with the id of its clue, or of its opposite", () => {
    expect(key.ask(anyCase)).toMatchObject({ answer: "yes", fact: "key" });
    expect(stage.ask(anyCase)).toMatchObject({ answer: "no", fact: "not-stage" });
  });

  it("keeps a fact that it shares with other clues, also where it is the answer of another clue", () => {
    const first = exampleClue("first", () => fact("shared", yes("it is there")));
    const second = exampleClue("second", () => first.ask(anyCase));
    expect(second.ask(anyCase)).toMatchObject({ fact: "shared" });
  });

  it("is the same observation where the opposite is asked", () => {
    const reversed = exampleClue("reversed", () => opposite(key.ask(anyCase)));
    expect(reversed.ask(anyCase)).toMatchObject({ answer: "no", fact: "key", says: "a key is sent" });
    expect(opposite(cannotTell("it", "it is hidden"))).toEqual(cannotTell("it", "it is hidden"));
  });

  it("has the quotes of its sentence, written as a tag or as a phrase with another request", () => {
    const quotes = [{ part: "url", name: null, text: "/prod" }];
    const other = { file: "a.har", entry: 3 } as Parameters<typeof yes>[1] & object;
    expect(yes`${url("/prod")} is there`).toEqual({ answer: "yes", says: "`/prod` is there", quotes });
    expect(no(phrase`${url("/prod")} works`, other)).toEqual({
      answer: "no",
      says: "`/prod` works",
      quotes,
      at: { file: "a.har", entry: 3 },
    });
  });
});

describe("two clues together", () => {
  it("have the words of both where both hold, and where one does not if both have words for that", () => {
    expect(both(key, stage)).toMatchObject({
      id: "key-and-stage",
      holds: "a key is sent, and the stage exists",
      fails: "no key is sent, or the stage is missing",
    });
    expect(both(both(key, stage), known).holds).toBe("a key is sent, and the stage exists, and the host is known");
    expect(both(key, known).fails).toBeUndefined();
  });

  it("observe what the first shows, or what refutes them", () => {
    expect(both(key, known).ask(anyCase)).toMatchObject({ answer: "yes", fact: "key" });
    expect(both(key, stage).ask(anyCase)).toMatchObject({ answer: "no", fact: "not-stage" });
  });
});
