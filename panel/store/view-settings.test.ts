import { expect, test } from "vitest";
import { createView, resetArrangement, showView, viewFrom, viewOf } from "./view-settings.ts";

const initial = viewFrom(undefined);

test("what is stored in another form than expected counts as nothing stored", () => {
  const odd = {
    filter: 3,
    scope: "all",
    grouped: "no",
    columnWidths: { status: "wide", method: -1, path: Number.NaN, cause: 1e9, __proto__: { kind: 90 } },
    hiddenColumns: "path",
    characterKeys: 1,
    shell: "cmd",
    declaringTool: "pulumi",
  };
  for (const stored of [null, 7, "x", [], odd]) expect(viewFrom(stored)).toEqual(initial);
});

const chosen = {
  filter: "method:GET",
  scope: "seen",
  grouped: false,
  characterKeys: false,
  shell: "powershell",
  declaringTool: "cdk",
};

test("a stored view is read back, columns that there are none of left out", () => {
  const columnsAsStored = { columnWidths: { path: 200, ghost: 90 }, hiddenColumns: ["ghost", 3, "time"] };
  expect(viewFrom({ ...chosen, ...columnsAsStored })).toEqual({
    ...chosen,
    columnWidths: { path: 200 },
    hiddenColumns: ["time"],
  });
});

test("the column that tells requests apart cannot be hidden", () => {
  expect(viewFrom({ hiddenColumns: ["path", "status"] }).hiddenColumns).toEqual(["status"]);
});

test("what is shown is what is stored next, and a reset keeps what the list is narrowed to", () => {
  const signals = createView();
  expect(viewOf(signals)).toEqual(initial);
  showView(signals, viewFrom(chosen));
  expect(viewOf(signals)).toEqual({ ...initial, ...chosen });
  resetArrangement(signals);
  expect(viewOf(signals)).toEqual({ ...initial, filter: "method:GET", scope: "seen" });
});
