import { expect, test } from "vitest";
import { renderInPanel } from "../../testing/panel/render.tsx";
import { Dialog } from "./Dialog.tsx";

test("is open while the store says so, and tells the store when the browser closed it", async () => {
  const view = (
    <Dialog name="help" title="Keys">
      Everything
    </Dialog>
  );
  const { root, store, change, click } = await renderInPanel(view);
  expect(root.querySelector("dialog")).toBeNull();
  await change(() => {
    store.dialog.value = "help";
  });
  expect(root.querySelector("dialog")?.open).toBe(true);
  await click("Close: Keys");
  expect(store.dialog.value).toBeNull();
  expect(root.querySelector("dialog")).toBeNull();
});
