import { expect, test, vi } from "vitest";
import { renderInPanel } from "../../testing/panel/render.tsx";
import { EmptyState } from "./EmptyState.tsx";

test("before anything is requested, says what to do", async () => {
  const reload = vi.fn();
  const { text, click } = await renderInPanel(<EmptyState />, { actions: { reload } });
  expect(text()).toContain("Waiting for requests");
  await click("Reload the page");
  expect(reload).toHaveBeenCalledOnce();
});

test("while recording is paused, counts what is held back, and goes on at a click", async () => {
  const resume = vi.fn();
  const { text, click } = await renderInPanel(<EmptyState />, {
    actions: { resume },
    fill: ({ capture }) => {
      capture.value = { ...capture.value, paused: true, heldBack: 2 };
    },
  });
  expect(text()).toContain("Recording is paused2 requests held back.");
  await click("recording goes on");
  expect(resume).toHaveBeenCalledOnce();
});

test("says that no load of a page was seen", async () => {
  const { text } = await renderInPanel(<EmptyState />, {
    fill: ({ capture }) => {
      capture.value = { ...capture.value, pageLoadSeen: false };
    },
  });
  expect(text()).toContain("No load of a page was seen yet.");
});

test("where nothing was refused, counts what was looked at and lists its hosts", async () => {
  const { text } = await renderInPanel(<EmptyState />, {
    fill: ({ tally, hosts }) => {
      tally.value = { requests: 3, refused: 0, toApiGateway: 0, pending: 0 };
      hosts.value = [{ host: "www.example.com", label: "other host", isApiGateway: false, why: [], requests: 3 }];
    },
  });
  expect(text()).toContain("3 requests to 1 host, none to API Gateway, none refused.");
  expect(text()).toContain("www.example.com");
});

test("counts refused requests that wait for their diagnosis", async () => {
  const { text } = await renderInPanel(<EmptyState />, {
    fill: ({ tally }) => {
      tally.value = { requests: 3, refused: 2, toApiGateway: 2, pending: 2 };
    },
  });
  expect(text()).toContain("Diagnosing 2 refused requests");
});

test("where no page can be watched, asks for files and says where they come from", async () => {
  const actions = { reload: null };
  const tab = await renderInPanel(<EmptyState />, { surroundings: { watching: false }, actions });
  expect(tab.text()).toContain("Drop HAR files here");
  expect(tab.text()).toContain("open DevTools (F12) on it");
  const page = await renderInPanel(<EmptyState />, { surroundings: { watching: false, installed: false }, actions });
  expect(page.text()).toContain("look for Export or Save in the Network panel");
});
