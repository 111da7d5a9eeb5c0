import { expect, test } from "vitest";
import { defaultView, storedViewFrom } from "./stored-view.ts";

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
  for (const stored of [undefined, null, 7, "x", [], odd]) expect(storedViewFrom(stored)).toEqual(defaultView);
});

test("a stored view is read back, columns that there are none of left out", () => {
  const view = {
    filter: "method:GET",
    scope: "seen",
    grouped: false,
    characterKeys: false,
    shell: "powershell",
    declaringTool: "cdk",
  };
  const columnsAsStored = { columnWidths: { path: 200, ghost: 90 }, hiddenColumns: ["ghost", 3, "time"] };
  expect(storedViewFrom({ ...view, ...columnsAsStored })).toEqual({
    ...view,
    columnWidths: { path: 200 },
    hiddenColumns: ["time"],
  });
});

test("the column that tells requests apart cannot be hidden", () => {
  expect(storedViewFrom({ hiddenColumns: ["path", "status"] }).hiddenColumns).toEqual(["status"]);
});
