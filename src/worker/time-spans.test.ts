import { expect, test } from "vitest";
import { timeSpanAt, timeSpansOf } from "./time-spans.ts";

const morning = Date.UTC(2025, 10, 4, 9);
const minute = 60_000;
const every = (step: number, count: number, from: number) =>
  Array.from({ length: count }, (_, index) => from + index * step);

test("one instant, or none, has no parts", () => {
  expect(timeSpansOf([])).toEqual({ edges: [], silences: [] });
  expect(timeSpansOf([morning, morning])).toEqual({ edges: [], silences: [] });
});

test("a span is parted equally, and the last request is in the last part", () => {
  const starts = every(1000, 61, morning);
  const { edges, silences } = timeSpansOf(starts);
  expect(edges).toHaveLength(241);
  expect(silences).toEqual([]);
  expect(timeSpanAt(edges, morning)).toBe(0);
  expect(timeSpanAt(edges, starts.at(-1) ?? 0)).toBe(239);
});

test("every instant is in the part between whose edges it lies, and one beyond the ends in the first or last", () => {
  const { edges } = timeSpansOf(every(997, 400, morning));
  for (const [part, edge] of edges.slice(0, -1).entries()) {
    expect(timeSpanAt(edges, edge)).toBe(part);
    if (part > 0) expect(timeSpanAt(edges, edge - 0.001)).toBe(part - 1);
  }
  expect(timeSpanAt(edges, 0)).toBe(0);
  expect(timeSpanAt(edges, morning * 2)).toBe(239);
});

test("an old file beside live traffic leaves room for both: the year between is one part", () => {
  const year = 365 * 24 * 60 * minute;
  const { edges, silences } = timeSpansOf([...every(1000, 100, morning), ...every(1000, 10, morning + year)]);
  expect(edges).toHaveLength(241);
  expect(silences).toHaveLength(1);
  const silence = silences[0] ?? 0;
  expect(timeSpanAt(edges, morning + 99_000)).toBe(silence - 1);
  expect(timeSpanAt(edges, morning + year)).toBe(silence + 1);
  expect(240 - silence).toBeGreaterThan(12);
});

test("a single request after a silence has its place", () => {
  const { edges, silences } = timeSpansOf([...every(1000, 100, morning), morning + 60 * minute]);
  expect(silences).toHaveLength(1);
  expect(timeSpanAt(edges, morning + 60 * minute)).toBe((silences[0] ?? 0) + 1);
});

test("silences that are short, or among as long ones, stay as long as they are", () => {
  expect(timeSpansOf([...every(1000, 10, morning), morning + 5 * minute]).silences).toEqual([]);
  expect(timeSpansOf(every(15 * minute, 40, morning)).silences).toEqual([]);
});

test("however many silences there are, there are as many parts, in order", () => {
  const bursts = Array.from({ length: 60 }, (_, index) => every(100, 5, morning + 2 ** (index / 2) * 1000));
  const { edges } = timeSpansOf(bursts.flat());
  expect(edges).toHaveLength(241);
  expect(edges.every((edge, index) => index === 0 || edge > (edges[index - 1] ?? 0))).toBe(true);
});
