import { describe, expect, test } from "vitest";
import { drawnLines, indexesFrom, slotOf } from "./slots.ts";

describe("the rows of the document", () => {
  test("are all in use wherever the list is scrolled to, and show no line that there is none of", () => {
    expect(indexesFrom(-2, 4, 9)).toEqual([0, 1, 2, 3]);
    expect(indexesFrom(3, 4, 9)).toEqual([3, 4, 5, 6]);
    expect(indexesFrom(8, 4, 9)).toEqual([5, 6, 7, 8]);
    expect(indexesFrom(0, 4, 2)).toEqual([0, 1]);
  });

  test("stand in the order of their lines where the list rests", () => {
    for (const first of [0, 1, 5, 99]) {
      const indexes = indexesFrom(first, 4, 200);
      expect(drawnLines(indexes, 4, slotOf(first, 4)).map(({ index }) => index)).toEqual(indexes);
    }
  });

  test("stay where they are while the list scrolls: a row that left shows the line that came", () => {
    const before = drawnLines(indexesFrom(10, 4, 200), 4, slotOf(10, 4));
    const after = drawnLines(indexesFrom(11, 4, 200), 4, slotOf(10, 4));
    expect(after.map(({ slot }) => slot)).toEqual(before.map(({ slot }) => slot));
    expect(after.map(({ index }) => index)).toEqual([14, 11, 12, 13]);
  });
});
