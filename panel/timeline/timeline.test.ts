import { describe, expect, test } from "vitest";
import { rowFor } from "../../testing/examples/row.ts";
import { entriesOf } from "../list/entries.ts";
import { axisMarks } from "./axis.ts";
import { barsOf, roomAbove } from "./bars.ts";
import { binsSentence } from "./bins-sentence.ts";
import { momentText } from "./moments.ts";
import { beganIn } from "./time-range.ts";
import { binAt, binsIn, instantAt, middleOf, rangeBetween, type Timeline, timelineOf } from "./timeline.ts";

const from = Date.UTC(2025, 10, 4, 10, 42, 0);
const edges = Array.from({ length: 241 }, (_, index) => from + index * 1000);
const counts = Array.from({ length: 240 }, (_, index) => (index < 120 ? 1 : 0));
const allowed = { edges, counts, silences: [] };
const refusedAt = (second: number, cause: string, key = `${second} ${cause}`) =>
  rowFor({ key, cause, startedAt: from + second * 1000 });
const stage = "rest-stage-missing-or-unknown";
const preflight = "preflight-options-not-defined";
const rows = [refusedAt(121, stage), refusedAt(122, stage), refusedAt(122, preflight), refusedAt(239.999, stage)];

function timeline(width = 1200): Timeline {
  const made = timelineOf(rows, allowed, width);
  if (made === null) throw new Error("no timeline");
  return made;
}

describe("the timeline", () => {
  test("is none for a session of one instant or without times", () => {
    expect(timelineOf(rows, { edges: [], counts: [], silences: [] }, 1200)).toBeNull();
  });

  test("has as many bins as there is room for, each of as many parts, and loses no request", () => {
    for (const [width, bins] of [
      [1200, 240],
      [700, 120],
      [320, 60],
      [3, 1],
      [0, 1],
    ] as const) {
      const made = timeline(width);
      expect(made.bins).toHaveLength(bins);
      expect(made.bins.reduce((sum, bin) => sum + bin.allowed, 0)).toBe(120);
      expect(made.bins.reduce((sum, bin) => sum + bin.refused.length, 0)).toBe(4);
    }
  });

  test("has the last request in the last bin, and what has no time in none", () => {
    expect(timeline().bins.at(-1)?.refused).toHaveLength(1);
    const untimed = timelineOf([rowFor({ key: "x", cause: stage, startedAt: null })], allowed, 1200);
    expect(untimed?.bins.every(({ refused }) => refused.length === 0)).toBe(true);
  });
});

describe("a brushed range", () => {
  const within = (one: number, other: number) =>
    entriesOf(rows)
      .filter((entry) => beganIn(entry, rangeBetween(timeline(), from + one * 1000, from + other * 1000)))
      .map(({ row }) => row.key);

  test("holds what the bars under it show, whichever end is first", () => {
    expect(within(121, 121)).toEqual([`121 ${stage}`]);
    expect(within(122, 121)).toEqual([`121 ${stage}`, `122 ${stage}`, `122 ${preflight}`]);
    expect(within(0, 120)).toEqual([]);
  });

  test("to the end holds the last request", () => {
    expect(within(200, 300)).toEqual([`239.999 ${stage}`]);
  });

  test("holds nothing without a time, and a preflight by what it stopped", () => {
    const range = rangeBetween(timeline(), from, from + 240_000);
    const untimed = rowFor({ key: "x", startedAt: null });
    expect(beganIn({ row: untimed, stopped: [] }, range)).toBe(false);
    expect(beganIn({ row: untimed, stopped: [refusedAt(7, preflight)] }, range)).toBe(true);
  });

  test("covers the bins it was made of, at any width", () => {
    for (const width of [1200, 700, 320]) {
      const made = timeline(width);
      const last = made.bins.length - 1;
      for (const [first, end] of [
        [0, 0],
        [7, 12],
        [last, last],
        [0, last],
      ] as const) {
        const range = rangeBetween(made, middleOf(made, first), middleOf(made, end));
        expect(binsIn(made, range)).toEqual({ first, last: end });
      }
    }
  });

  test("stays at its times when the session grows", () => {
    const range = rangeBetween(timeline(), from + 60_000, from + 119_500);
    const longer = timelineOf(rows, { ...allowed, edges: edges.map((edge) => 2 * edge - from) }, 1200);
    expect(longer && binsIn(longer, range)).toEqual({ first: 30, last: 59 });
  });
});

test("a place on the strip is an instant, and one beyond its ends the first or last", () => {
  expect(instantAt(timeline(), 0.5)).toBe(from + 120_000);
  expect(binAt(timeline(), instantAt(timeline(), -1))).toBe(0);
  expect(binAt(timeline(), instantAt(timeline(), 2))).toBe(239);
});

describe("the bars", () => {
  /** Top and height of each bar of a path, by its bin. */
  const barsIn = (path: string) =>
    new Map(
      [...path.matchAll(/M([\d.]+) ([\d.]+)h[\d.]+v([\d.]+)/g)].map((each) => [
        Math.floor(Number(each[1])),
        { top: Number(each[2]), high: Number(each[3]) },
      ]),
    );

  test("stand above the line for each cause, the most frequent at the bottom, others on top of it", () => {
    const { causes } = barsOf(timeline());
    expect(causes.map(({ verdict }) => verdict.cause)).toEqual([stage, preflight]);
    const [bottom, top] = causes.map(({ path }) => barsIn(path));
    expect(bottom?.get(122)?.top).toBe(roomAbove - (bottom?.get(122)?.high ?? 0));
    expect(top?.get(122)).toEqual({ top: 0, high: roomAbove / 2 - 1 });
    expect(top?.size).toBe(1);
  });

  test("show one request beside many", () => {
    const many = Array.from({ length: 5000 }, (_, index) => refusedAt(10, stage, String(index)));
    const made = timelineOf([...many, refusedAt(20, preflight)], allowed, 1200);
    const bars = made && barsOf(made).causes.find(({ verdict }) => verdict.cause === preflight);
    expect(barsIn(bars?.path ?? "").get(20)?.high).toBeGreaterThanOrEqual(4);
  });

  test("stand below the line for what was allowed", () => {
    const { allowed: path } = barsOf(timeline());
    expect(barsIn(path).get(0)?.top).toBe(roomAbove);
    expect(barsIn(path).has(150)).toBe(false);
  });
});

describe("the words", () => {
  const time = (second: number) => momentText(from + second * 1000, 1000);

  test("for a bin say when, what was refused and why, and what was allowed", () => {
    expect(binsSentence(timeline(), 122, 122)).toBe(
      `${time(122)} – ${time(123)}: 2 refused: 1 × Title of ${stage}, 1 × Title of ${preflight}`,
    );
    expect(binsSentence(timeline(), 121, 121)).toBe(`${time(121)} – ${time(122)}: 1 refused: Title of ${stage}`);
    expect(binsSentence(timeline(), 0, 0)).toContain(": 1 allowed");
    expect(binsSentence(timeline(), 200, 200)).toContain(": nothing");
    expect(binsSentence(timeline(), 118, 121)).toBe(
      `${time(118)} – ${time(122)}: 1 refused: Title of ${stage}; 2 allowed`,
    );
  });

  test("on the axis are few, round and apart", () => {
    const marks = axisMarks(timeline(), 1200);
    expect(marks.map(({ label }) => label)).toContain(time(60));
    expect(marks.length).toBeLessThanOrEqual(10);
    expect(axisMarks(timeline(320), 320).length).toBeGreaterThanOrEqual(1);
    expect(axisMarks(timeline(), 0)).toEqual([]);
  });

  test("on the axis name the day where a silence ended", () => {
    const later = edges.map((edge, index) => (index > 120 ? edge + 86_400_000 : edge));
    const broken = timelineOf(rows, { edges: later, counts, silences: [120] }, 1200);
    const labels = broken && axisMarks(broken, 1200).map(({ label }) => label);
    expect(labels?.filter((label) => label.startsWith("Nov"))).toHaveLength(2);
  });

  test("for an instant are as exact as it matters", () => {
    expect(momentText(from + 250, 10)).toMatch(/:00\.250$/);
    expect(momentText(from, 3_600_000)).toMatch(/^Nov [345] \d\d:\d\d$/);
  });
});
