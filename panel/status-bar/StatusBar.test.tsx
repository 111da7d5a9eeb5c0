import { expect, test, vi } from "vitest";
import { rowFor } from "../../testing/examples/row.ts";
import { renderInPanel } from "../../testing/panel/render.tsx";
import { StatusBar } from "./StatusBar.tsx";

test("counts what was seen, kept or not, and what waits for its diagnosis", async () => {
  const { text } = await renderInPanel(<StatusBar />, {
    fill: ({ rows, tally, capture }) => {
      rows.value = [rowFor({ key: "0", cause: "a" }), rowFor({ key: "1", cause: "b", apiGateway: false })];
      tally.value = { requests: 1200, refused: 5, toApiGateway: 9, pending: 3 };
      capture.value = { ...capture.value, evicted: { allowed: 34, refused: 0 } };
    },
  });
  expect(text()).toContain("1,234 requests seen");
  expect(text()).toContain("2 refused, 2 root causes");
  expect(text()).toContain("1 by API Gateway");
  expect(text()).toContain("diagnosing, 3 to go");
});

test("a page load that was not seen can be made up for", async () => {
  const reload = vi.fn();
  const { store, click, change, text } = await renderInPanel(<StatusBar />, { actions: { reload } });
  expect(text()).not.toContain("page load not seen");
  await change(() => {
    store.capture.value = { ...store.capture.value, pageLoadSeen: false };
  });
  await click("page load not seen");
  expect(reload).toHaveBeenCalledOnce();
});
