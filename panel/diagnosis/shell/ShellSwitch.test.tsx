import { expect, test } from "vitest";
import { detailsFor } from "../../../testing/panel/details.ts";
import { renderInPanel } from "../../../testing/panel/render.tsx";
import { shell } from "./ShellSwitch.tsx";

test("chooses the shell of all commands", async () => {
  const { root, store, text, change } = await renderInPanel(<shell.View details={detailsFor()} />);
  expect(text()).toBe("Commands forbashPowerShell");
  await change(() => root.querySelectorAll("input")[1]?.click());
  expect(store.shell.value).toBe("powershell");
});
