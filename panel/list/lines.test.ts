import { describe, expect, test } from "vitest";
import { rowFor } from "../../testing/examples/row.ts";
import { entriesOf, inScope } from "./entries.ts";
import { flatLines, groupedLines, type Line } from "./lines.ts";

const preflight = rowFor({ key: "0", method: "OPTIONS", cause: "preflight-options-not-defined", stops: 1 });
const orders = rowFor({ key: "2", path: "/api/orders", cause: "rest-stage-missing-or-unknown", startedAt: 30 });
const carts = rowFor({ key: "3", path: "/api/carts", cause: "rest-stage-missing-or-unknown", startedAt: 20 });
const bucket = rowFor({ key: "4", cause: "s3-access-denied", apiGateway: false });
const images = rowFor({ key: "5", cause: "s3-access-denied", apiGateway: false });
const icons = rowFor({ key: "6", cause: "s3-access-denied", apiGateway: false });
const fine = rowFor({ key: "7", status: 200 });
const stopped = rowFor({ key: "1", method: "PUT", status: 0, cause: "preflight-options-not-defined", stoppedBy: "0" });
const entries = entriesOf([preflight, orders, carts, bucket, images, icons, fine, stopped]);

const keysOf = (lines: readonly Line[]) => lines.map(({ key }) => key);

describe("the list", () => {
  test("has a request that a preflight stopped behind that preflight, whenever it arrived", () => {
    expect(keysOf(flatLines(entries, null))).toEqual(["0", "1", "2", "3", "4", "5", "6", "7"]);
  });

  test("is sorted by any column, both ways; what a preflight stopped stays with it", () => {
    const byTime = keysOf(flatLines(entries, { column: "time", descending: false }));
    expect(byTime.indexOf("3")).toBeLessThan(byTime.indexOf("2"));
    const byPath = keysOf(flatLines(entries, { column: "path", descending: true }));
    expect(byPath.indexOf("2")).toBeLessThan(byPath.indexOf("3"));
    expect(byPath.indexOf("1")).toBe(byPath.indexOf("0") + 1);
  });

  test("puts what is unknown last, whichever way it is sorted", () => {
    const unknown = rowFor({ key: "8", startedAt: null });
    for (const descending of [true, false]) {
      const lines = flatLines(entriesOf([unknown, orders]), { column: "time", descending });
      expect(keysOf(lines).at(-1)).toBe("8");
    }
  });
});

describe("the list by root causes", () => {
  const heads = (lines: readonly Line[]) => lines.flatMap((line) => (line.kind === "finding" ? line.finding : []));

  test("has heads for causes of several requests, API Gateway's first, and what was not refused last", () => {
    const lines = groupedLines(entries, null, new Set());
    expect(heads(lines).map(({ refused, since }) => ({ refused, since }))).toEqual([
      { refused: 2, since: 20 },
      { refused: 3, since: 0 },
    ]);
    expect(keysOf(lines)).toEqual([lines[0]?.key, "2", "3", "0", "1", lines[5]?.key, "4", "5", "6", "7"]);
  });

  test("folds the requests of a cause away", () => {
    const [head] = groupedLines(entries, null, new Set());
    const folded = groupedLines(entries, null, new Set([head?.key ?? ""]));
    expect(keysOf(folded)).not.toContain("2");
    expect(heads(folded)[0]).toMatchObject({ open: false, refused: 2 });
  });
});

test("a scope lets through what API Gateway refused, all that was refused, or everything", () => {
  const within = (scope: "api-gateway" | "refused" | "seen") => entries.filter((each) => inScope(each, scope)).length;
  expect(within("api-gateway")).toBe(3);
  expect(within("refused")).toBe(6);
  expect(within("seen")).toBe(7);
});
