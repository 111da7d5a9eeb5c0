import { expect, test, vi } from "vitest";
import type { Source } from "../../src/session/recording.ts";
import { renderInPanel } from "../../testing/panel/render.tsx";
import { DropTarget } from "./DropTarget.tsx";
import { FileProblems } from "./FileProblems.tsx";
import { OpenFilesButton } from "./OpenFilesButton.tsx";
import { ReadingProgress } from "./ReadingProgress.tsx";

test("a file that could not be read says why until it is dismissed", async () => {
  const { root, text, click } = await renderInPanel(<FileProblems />, {
    fill: ({ refusedFiles }) => {
      refusedFiles.value = [{ name: "page.html", says: "is no HAR file." }];
    },
  });
  expect(root.querySelector("[role=alert]")?.textContent).toBe("page.html is no HAR file.");
  await click("Dismiss");
  expect(text()).toBe("");
});

test("a file with flaws says how many entries they cost, and lists them", async () => {
  const source = {
    file: "a.har",
    count: 10,
    problems: [
      { entry: 3, reason: "has no request", lost: true },
      { entry: null, reason: "ends early", lost: false },
    ],
  } as unknown as Source;
  const { root, text, click } = await renderInPanel(<FileProblems />, {
    fill: ({ sources }) => {
      sources.value = [source];
    },
  });
  expect(text()).toContain("a.har was read with 2 problems; 1 of 10 entries could not be used.");
  expect([...root.querySelectorAll("li")].map(({ textContent }) => textContent)).toEqual([
    "entry 3: has no request (left out)",
    "file: ends early",
  ]);
  await click("Dismiss");
  expect(text()).toBe("");
});

test("a large file shows how much of it was read, and can be stopped; a small one does not flicker", async () => {
  const stopReading = vi.fn();
  const { store, text, change, click } = await renderInPanel(<ReadingProgress />, { actions: { stopReading } });
  const reading = (size: number) =>
    change(() => {
      store.reading.value = { file: "large.har", read: size / 2, size };
    });
  await reading(1_000_000);
  expect(text()).toBe("");
  await reading(40_000_000);
  expect(text()).toContain("Reading large.har20 of 40 MB");
  await click("Stop");
  expect(stopReading).toHaveBeenCalledOnce();
});

test("files that are chosen are opened, the same ones again too", async () => {
  const openFiles = vi.fn();
  const { root, change } = await renderInPanel(<OpenFilesButton class="tool">Open HAR</OpenFilesButton>, {
    actions: { openFiles },
  });
  const input = root.querySelector("input") ?? expect.fail("there is no field");
  const file = new File(["{}"], "a.har");
  // A browser tells of a choice only where it differs from the one before.
  const chosen = { files: { value: [file] }, value: { value: "a.har", writable: true } };
  await change(() => Object.defineProperties(input, chosen).dispatchEvent(new Event("change", { bubbles: true })));
  expect(openFiles.mock.calls).toEqual([[[file]]]);
  expect(input.value).toBe("");
});

test("what is pasted is read, unless it is pasted into a text field", async () => {
  const openText = vi.fn();
  const { root, change } = await renderInPanel(
    <>
      <DropTarget />
      <input />
    </>,
    { actions: { openText } },
  );
  const paste = (target: EventTarget) =>
    change(() => {
      const data = { files: [], getData: () => '{"log":{}}' };
      target.dispatchEvent(Object.assign(new Event("paste", { bubbles: true }), { clipboardData: data }));
    });
  const field = root.querySelector("input");
  if (field !== null) await paste(field);
  expect(openText).not.toHaveBeenCalled();
  await paste(document);
  expect(openText).toHaveBeenCalledWith('{"log":{}}');
});
