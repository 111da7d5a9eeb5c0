import { expect, test, vi } from "vitest";
import type { Exported, ExportFormat } from "../../src/worker/protocol.ts";
import { WorkerEndedError } from "../../src/worker/reject-at-end.ts";
import { rowFor } from "../../testing/examples/row.ts";
import { renderInPanel } from "../../testing/panel/render.tsx";
import type { Store } from "../store/store.ts";
import { ExportDialog } from "./ExportDialog.tsx";

const file = {
  mediaType: "text/plain",
  baseName: "report",
  covers: "all",
  problemsIn: "document",
  inPanel: true,
} as const;

const formats: readonly ExportFormat[] = [
  { ...file, id: "markdown", label: "Report", purpose: "for a ticket", extension: "md", secrets: "placeholders" },
  { ...file, id: "har", label: "HAR", purpose: "all requests", extension: "har", secrets: "pseudonyms" },
];

const exported: Exported = { file: new Blob(["# Report"]), fileName: "report.md", beginning: "# Report", isCut: true };

const fill = ({ dialog, rows, selected }: Store) => {
  dialog.value = "export";
  rows.value = [rowFor({ key: "0", cause: "a" }), rowFor({ key: "1", cause: "b" })];
  selected.value = "1";
};

const exportFormats = async () => formats;

function choose(root: HTMLElement, index: number, value: string): void {
  const select = root.querySelectorAll("select")[index];
  if (select === undefined) throw new Error("there is no such choice");
  select.value = value;
  select.dispatchEvent(new Event("change", { bubbles: true }));
}

test("shows what will be shared before it can be saved", async () => {
  const write = vi.fn(async () => exported);
  const { root, text } = await renderInPanel(<ExportDialog />, { fill, actions: { exportFormats, export: write } });
  expect(write).toHaveBeenLastCalledWith({ kind: "all" }, expect.objectContaining({ format: "markdown" }));
  expect(root.querySelector("textarea")?.value).toBe("# Report");
  expect(text()).toContain("8 bytes, of which the first are shown");
  expect(text()).toContain("Save as report.md");
});

test("exports the chosen request or its root cause alone, without account ids where that is asked for", async () => {
  const write = vi.fn(async () => exported);
  const { root, change } = await renderInPanel(<ExportDialog />, { fill, actions: { exportFormats, export: write } });
  await change(() => choose(root, 0, "request"));
  expect(write).toHaveBeenLastCalledWith({ kind: "request", key: "1" }, expect.anything());
  await change(() => root.querySelector<HTMLInputElement>("input[type=checkbox]")?.click());
  expect(write).toHaveBeenLastCalledWith(expect.anything(), expect.objectContaining({ hidePeople: true }));
});

test("offers to keep credentials for files alone that can hold them, and keeps them for no other", async () => {
  const write = vi.fn(async () => exported);
  const { root, text, change } = await renderInPanel(<ExportDialog />, {
    fill,
    actions: { exportFormats, export: write },
  });
  expect(text()).not.toContain("Keep credentials");
  await change(() => choose(root, 1, "har"));
  const boxes = () => root.querySelectorAll<HTMLInputElement>("input[type=checkbox]");
  await change(() => boxes()[1]?.click());
  expect(write).toHaveBeenLastCalledWith(expect.anything(), expect.objectContaining({ format: "har", unmasked: true }));
  await change(() => choose(root, 1, "markdown"));
  expect(write).toHaveBeenLastCalledWith(expect.anything(), expect.objectContaining({ unmasked: false }));
});

test("says while a file is written, and why none was, with what to do", async () => {
  let fail = (_: Error): void => {};
  const write = () =>
    new Promise<never>((_, reject) => {
      fail = reject;
    });
  const { root, text, change } = await renderInPanel(<ExportDialog />, {
    fill,
    actions: { exportFormats, export: write },
  });
  expect(text()).toContain("is being written …");
  await change(() => fail(new WorkerEndedError()));
  expect(root.querySelector("[role=alert]")?.textContent).toBe(
    "Nothing was exported: the extension's Worker ended. Close DevTools and open them again.",
  );
  expect(text()).not.toContain("is being written");
  expect(text()).not.toContain("Save as");
});
