import { expect, test, vi } from "vitest";
import { rowFor } from "../../testing/examples/row.ts";
import { renderInPanel } from "../../testing/panel/render.tsx";
import type { Store } from "../store/store.ts";
import { Toolbar } from "./Toolbar.tsx";

const fill = ({ rows, tally }: Store) => {
  rows.value = [rowFor({ key: "0", cause: "a" }), rowFor({ key: "1", cause: "b", apiGateway: false })];
  tally.value = { requests: 9, refused: 2, toApiGateway: 4, pending: 0 };
};

test("offers scopes with how many requests each has, and narrows the list to one", async () => {
  const { store, button, click } = await renderInPanel(<Toolbar />, { fill });
  expect(button("API Gateway: 1 request").getAttribute("aria-pressed")).toBe("false");
  expect(button("All refused: 2 requests").getAttribute("aria-pressed")).toBe("true");
  await click("Seen: 9 requests");
  expect(store.scope.value).toBe("seen");
  expect(button("Seen: 9 requests").getAttribute("aria-pressed")).toBe("true");
});

test("pauses and goes on, and says what waits", async () => {
  const actions = { pause: vi.fn(), resume: vi.fn() };
  const { store, text, click, change } = await renderInPanel(<Toolbar />, { actions });
  await click("Pause recording");
  expect(actions.pause).toHaveBeenCalledOnce();
  await change(() => {
    store.capture.value = { ...store.capture.value, paused: true, heldBack: 3 };
  });
  expect(text()).toContain("paused · 3 waiting");
  await click("Go on recording");
  expect(actions.resume).toHaveBeenCalledOnce();
});

test("exports only what there is", async () => {
  const { store, button, change } = await renderInPanel(<Toolbar />);
  expect(button("Export all refused requests").disabled).toBe(true);
  await change(() => fill(store));
  expect(button("Export all refused requests").disabled).toBe(false);
});

test("has nothing of a page where none is watched", async () => {
  const { root } = await renderInPanel(<Toolbar />, { surroundings: { watching: false }, actions: { reload: null } });
  const names = [...root.querySelectorAll("button")].map((each) => each.getAttribute("aria-label"));
  expect(names).not.toContain("Pause recording");
  expect(names).not.toContain("Reload and capture");
  expect(root.textContent).not.toContain("after navigation");
});

test("groups by root cause, or not", async () => {
  const { store, click } = await renderInPanel(<Toolbar />);
  await click("Group by root cause");
  expect(store.grouped.value).toBe(false);
});
