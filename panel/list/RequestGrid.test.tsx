import { expect, test, vi } from "vitest";
import { rowFor } from "../../testing/examples/row.ts";
import { renderInPanel } from "../../testing/panel/render.tsx";
import { columns } from "./columns.ts";
import { FindingRow } from "./FindingRow.tsx";
import type { FindingLine } from "./lines.ts";
import { NothingShown } from "./NothingShown.tsx";
import { RequestGrid } from "./RequestGrid.tsx";
import { RequestRow } from "./RequestRow.tsx";

const place = { id: "line-0", index: 0, top: 0, columns, isSelected: false };

function cell(root: HTMLElement, id: string): string | undefined {
  return root.querySelector(`.list-cell-${id}`)?.textContent ?? undefined;
}

test("a row shows its cause and how sure that is", async () => {
  const row = rowFor({ key: "0", cause: "a", stage: "prod", stops: 2, hostKind: "default-endpoint" });
  const { root } = await renderInPanel(<RequestRow {...place} row={row} level={1} />);
  expect(["status", "method", "kind", "path", "stops"].map((id) => cell(root, id))).toEqual([
    "403",
    "GET",
    "API",
    "/prod/carts",
    "2",
  ]);
  expect(cell(root, "cause")).toBe("Title of a80%");
});

test("a request that its preflight stopped says so in place of a cause; an allowed one says nothing", async () => {
  const stopped = rowFor({ key: "1", cause: "a", stoppedBy: "0", status: 0 });
  const { root } = await renderInPanel(<RequestRow {...place} row={stopped} level={1} />);
  expect(cell(root, "cause")).toBe("stopped by its preflight");
  const allowed = await renderInPanel(<RequestRow {...place} row={rowFor({ key: "2", status: 200 })} level={1} />);
  expect(cell(allowed.root, "cause")).toBe("");
});

test("characters that would reorder a path are shown by name", async () => {
  const row = rowFor({ key: "0", path: "/prod/\u202etxt", cause: "a" });
  const { root } = await renderInPanel(<RequestRow {...place} row={row} level={1} />);
  expect(cell(root, "path")).toContain("⟨U+202E⟩");
});

test("the head of a root cause says how many requests it has, and whether they are folded away", async () => {
  const verdict = rowFor({ key: "0", cause: "a" }).verdict;
  if (verdict === null) throw new Error("the row was refused");
  const finding: FindingLine = { verdict, refused: 3, stopped: 1, host: "a.example", since: null, open: false };
  const { root, text } = await renderInPanel(<FindingRow {...place} finding={finding} />);
  expect(text()).toBe("Title of alikely · 80%3 requests · 1 more stopped · a.example");
  expect(root.querySelector("tr")?.getAttribute("aria-expanded")).toBe("false");
});

test("keys choose lines, and fold the requests of a root cause", async () => {
  const { root, store, change } = await renderInPanel(<RequestGrid />, {
    fill: ({ rows }) => {
      rows.value = ["0", "1", "2"].map((key) => rowFor({ key, cause: key === "2" ? "b" : "a" }));
    },
  });
  const press = (key: string) =>
    change(() => root.querySelector("table")?.dispatchEvent(new KeyboardEvent("keydown", { key })));
  await press("ArrowDown");
  expect(store.selectedFinding.value).toBe("a");
  expect(store.lines.value).toHaveLength(4);
  await press("ArrowLeft");
  expect(store.lines.value).toHaveLength(2);
  await press("End");
  expect(store.selected.value).toBe("2");
  await press("Escape");
  expect(store.selected.value).toBeNull();
});

test("a column's head sorts up, down, and not at all", async () => {
  const { root, store, click } = await renderInPanel(<RequestGrid />);
  const sorting: unknown[] = [];
  for (const _ of [1, 2, 3]) {
    await click("Status");
    sorting.push(root.querySelector("th")?.getAttribute("aria-sort"));
  }
  expect(sorting).toEqual(["ascending", "descending", "none"]);
  expect(store.sorting.value).toBeNull();
});

test("a list that is narrowed to nothing says by what, and how to see everything again", async () => {
  const showAllRefused = vi.fn();
  const { store, text, change, click } = await renderInPanel(<NothingShown />, {
    actions: { showAllRefused },
    fill: ({ rows }) => {
      rows.value = [rowFor({ key: "0", cause: "a" })];
    },
  });
  expect(text()).toContain("None of the refused requests was refused by API Gateway.");
  await change(() => {
    store.filter.value = "x";
  });
  expect(text()).toContain("The filter lets no request through.");
  await change(() => {
    store.range.value = { from: 0, until: 1000 };
  });
  expect(text()).toContain("Nothing that the filter lets through began in");
  await click("Show all 1 refused request");
  expect(showAllRefused).toHaveBeenCalledOnce();
});
