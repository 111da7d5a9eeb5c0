import { expect, test } from "vitest";
import { rowFor } from "../../testing/examples/row.ts";
import { type Rendered, renderInPanel } from "../../testing/panel/render.tsx";
import { FilterBox } from "./FilterBox.tsx";

function type({ root, change }: Rendered, text: string): Promise<void> {
  return change(() => {
    const field = fieldIn(root);
    field.focus();
    field.value = text;
    field.setSelectionRange(text.length, text.length);
    field.dispatchEvent(new Event("input", { bubbles: true }));
  });
}

function press({ root, change }: Rendered, key: string): Promise<void> {
  return change(() => fieldIn(root).dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true })));
}

function fieldIn(root: HTMLElement): HTMLInputElement {
  const field = root.querySelector("input");
  if (field === null) throw new Error("there is no field");
  return field;
}

test("completes a key, and then its values", async () => {
  const panel = await renderInPanel(<FilterBox />, {
    fill: ({ rows }) => {
      rows.value = [rowFor({ key: "0", method: "PATCH", cause: "a" })];
    },
  });
  await type(panel, "met");
  expect(panel.root.querySelector("[role=option]")?.textContent).toContain("method:");
  await press(panel, "Tab");
  expect(panel.root.querySelector("[role=option]")?.textContent).toContain("PATCH");
  await press(panel, "Tab");
  expect(panel.store.filter.value.trim()).toBe("method:PATCH");
});

test("says what it does not understand, in the field too", async () => {
  const panel = await renderInPanel(<FilterBox />);
  await type(panel, "nope:x ");
  const field = fieldIn(panel.root);
  expect(field.getAttribute("aria-invalid")).toBe("true");
  const problem = panel.root.querySelector("[role=status]")?.textContent;
  expect(problem).toContain("nope");
  expect(field.title).toBe(problem);
});

test("is emptied by its button and by Escape", async () => {
  const panel = await renderInPanel(<FilterBox />);
  for (const empty of [() => panel.click("Empty the filter"), () => press(panel, "Escape")]) {
    await type(panel, "carts ");
    await empty();
    expect(panel.store.filter.value).toBe("");
  }
});
