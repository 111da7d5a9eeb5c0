import { expect, test, vi } from "vitest";
import { renderInPanel } from "../../testing/panel/render.tsx";
import { exampleName } from "../files/example-name.ts";
import type { Store } from "../store/store.ts";
import { Notices } from "./Notices.tsx";

test("says that the Worker ended, and what helps here", async () => {
  const fill = ({ workerEnded }: Store) => {
    workerEnded.value = true;
  };
  const { text } = await renderInPanel(<Notices />, { fill });
  expect(text()).toContain("Close DevTools and open them again to go on.");
  const tab = await renderInPanel(<Notices />, { fill, surroundings: { watching: false } });
  expect(tab.text()).toContain("Reload this page to go on.");
});

test("says what could not be done, until that is dismissed", async () => {
  const { root, store, click } = await renderInPanel(<Notices />, {
    fill: ({ failure }) => {
      failure.value = "Recording goes on: no memory. Try it again.";
    },
  });
  expect(root.querySelector("[role=alert]")?.textContent).toBe("Recording goes on: no memory. Try it again.");
  await click("Dismiss");
  expect(store.failure.value).toBeNull();
});

test("an example says that it is made up, and goes at a click", async () => {
  const clear = vi.fn();
  const { click } = await renderInPanel(<Notices />, {
    actions: { clear },
    fill: ({ sources }) => {
      sources.value = [{ file: exampleName, producer: { name: "", version: "" }, count: 1, problems: [] }] as never;
    },
  });
  await click("Clear the example");
  expect(clear).toHaveBeenCalledOnce();
});

test("rules that failed are counted, with what to report", async () => {
  const { text } = await renderInPanel(<Notices />, {
    fill: ({ failures }) => {
      failures.value = [{ rule: "waf-blocked", file: "a.har", entry: 4, reason: "it threw" }];
    },
  });
  expect(text()).toContain("1 rule failed.");
  expect(text()).toContain("waf-blocked at request 4 of a.har: it threw");
});

test("settings that the browser does not store, and requests that are kept no longer, are said", async () => {
  const { text } = await renderInPanel(<Notices />, {
    fill: ({ storageRefused, capture }) => {
      storageRefused.value = true;
      capture.value = { ...capture.value, evicted: { allowed: 12, refused: 0 } };
    },
  });
  expect(text()).toContain("The browser refused to store the settings.");
  expect(text()).toContain("12 older requests");
});
