import { expect, test } from "vitest";
import { storedViewFrom } from "./stored-view.ts";

const fresh = { filter: "", scope: "refused", grouped: true, columnWidths: {} };

test("what is stored in another form than expected counts as nothing stored", () => {
  const odd = {
    filter: 3,
    scope: "all",
    grouped: "no",
    columnWidths: { status: "wide", method: -1, path: Number.NaN },
  };
  for (const stored of [undefined, null, 7, "x", [], odd]) expect(storedViewFrom(stored)).toEqual(fresh);
});

test("a stored view is read back, columns that there are none of left out", () => {
  const view = { filter: "method:GET", scope: "seen", grouped: false, columnWidths: { path: 200 } };
  expect(storedViewFrom({ ...view, columnWidths: { path: 200, ghost: 90 } })).toEqual(view);
});
