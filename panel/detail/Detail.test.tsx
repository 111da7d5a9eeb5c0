import { expect, test } from "vitest";
import { detailsFor, exchangeFor } from "../../testing/panel/details.ts";
import { renderInPanel } from "../../testing/panel/render.tsx";
import { Detail } from "./Detail.tsx";

test("shows root causes, the chosen request, or one that was not refused", async () => {
  const { store, text, change } = await renderInPanel(<Detail />);
  expect(text()).toContain("0 refused requests");
  await change(() => {
    store.detail.allowed.value = exchangeFor({ status: 200 });
  });
  expect(text()).toContain("Not refused: the response was 200");
  await change(() => {
    store.detail.allowed.value = null;
    store.details.value = detailsFor();
  });
  expect(text()).toContain("The API key is missing");
});

test("says why a request could not be loaded, in place of what was shown before", async () => {
  const { root, store, change } = await renderInPanel(<Detail />);
  await change(() => {
    store.detail.failure.value = "This could not be loaded: no memory.";
  });
  expect(root.querySelector("[role=alert]")?.textContent).toBe("This could not be loaded: no memory.");
});

test("says why a page could not be loaded, with the way back", async () => {
  const { root, store, change, click } = await renderInPanel(<Detail />);
  await change(() => {
    store.detail.open({ kind: "cause", id: "api-key-missing" });
    store.detail.pageFailure.value = "This could not be loaded: no memory.";
  });
  expect(root.querySelector("[role=alert]")?.textContent).toBe("This could not be loaded: no memory.");
  await click("Back");
  expect(store.detail.pages.value).toEqual([]);
});

test("a request that evidence pointed to leads back to the diagnosis", async () => {
  const { store, click } = await renderInPanel(<Detail />, {
    fill: ({ detail, details, selected }) => {
      details.value = detailsFor();
      detail.visit.value = { key: "other", from: "first" };
      selected.value = "other";
    },
  });
  await click("Back");
  expect(store.selected.value).toBe("first");
});
