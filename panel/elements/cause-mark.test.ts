import { expect, test } from "vitest";
import { rules } from "../../rules/index.ts";
import { type CauseMark, type MarkedCause, marksFor } from "./cause-mark.ts";

const causes: readonly MarkedCause[] = rules.map(({ id, refusedBy }) => ({
  cause: id,
  apiGateway: refusedBy === "api-gateway" || refusedBy === "integration",
}));
const ours = causes.filter(({ apiGateway }) => apiGateway);

function marksIn(shown: readonly MarkedCause[]): readonly CauseMark[] {
  return [...marksFor(shown).values()];
}

test("eight causes of one session differ by hue alone, whichever they are", () => {
  for (const start of ours.keys()) {
    const eight = marksIn([...ours.slice(start), ...ours].slice(0, 8));
    expect(new Set(eight.map(({ hue }) => hue)).size).toBe(8);
  }
});

test("thirty-two differ by hue and shape, and more have marks too", () => {
  expect(new Set(marksIn(ours.slice(0, 32)).map((mark) => JSON.stringify(mark))).size).toBe(32);
  expect(marksIn(ours)).toHaveLength(ours.length);
});

test("a cause keeps its mark when others come after it", () => {
  const shown = causes.slice(0, 20);
  const marks = marksFor(causes);
  for (const [cause, mark] of marksFor(shown)) expect(marks.get(cause)).toEqual(mark);
});

test("causes outside API Gateway take no hue from those inside, and differ by shape", () => {
  const outside = causes.filter(({ apiGateway }) => !apiGateway).slice(0, 4);
  expect(marksIn([...outside, ...ours]).slice(4)).toEqual(marksIn(ours));
  expect(new Set(marksIn(outside).map(({ shape }) => shape)).size).toBe(4);
  expect(marksIn(outside).every(({ hue }) => hue === null)).toBe(true);
});
