import { expect, test, vi } from "vitest";
import { type Settings, settingDeclarations } from "../../src/session/settings.ts";
import { type Rendered, renderInPanel } from "../../testing/panel/render.tsx";
import type { Store } from "../store/store.ts";
import { Settings as SettingsDialog } from "./Settings.tsx";

const fill = ({ dialog }: Store) => {
  dialog.value = "settings";
};

function box({ root }: Rendered, label: string): HTMLInputElement {
  const found = [...root.querySelectorAll("label")].find(({ textContent }) => textContent?.startsWith(label));
  const input = found?.querySelector("input") ?? null;
  if (input === null) throw new Error(`no box "${label}"`);
  return input;
}

test("every switch changes its own setting", async () => {
  const changeSettings = vi.fn();
  const panel = await renderInPanel(<SettingsDialog />, { fill, actions: { changeSettings } });
  for (const name of ["keepAfterNavigation", "filesTogether", "maskCredentials"] as const) {
    const [beginning = ""] = settingDeclarations[name].label.split("`");
    expect(box(panel, beginning).checked).toBe(true);
    await panel.change(() => box(panel, beginning).click());
    expect(changeSettings).toHaveBeenLastCalledWith({ ...panel.store.settings.value, [name]: false });
  }
});

test("the hosts of an API are one a line; a name that no host can have is said", async () => {
  const changeSettings = (settings: Settings) => {
    store.settings.value = settings;
  };
  const { root, store, text, change } = await renderInPanel(<SettingsDialog />, { fill, actions: { changeSettings } });
  const area = root.querySelector("textarea");
  if (area === null) throw new Error("there is no field for API hosts");
  // As when a browser fills the field in: nothing is rendered between the two events.
  await change(() => {
    area.value = "https://api.example.com/orders\n-a.example";
    for (const event of ["input", "change"]) area.dispatchEvent(new Event(event, { bubbles: true }));
  });
  expect(store.settings.value.apiHosts).toEqual(["api.example.com", "-a.example"]);
  expect(area.value).toBe("api.example.com\n-a.example");
  expect(text()).toContain("No host can have this name: -a.example");
});

test("columns are hidden and shown, and their widths reset where any was changed", async () => {
  const panel = await renderInPanel(<SettingsDialog />, { fill });
  const { store, button, change, click } = panel;
  await change(() => box(panel, "Method").click());
  expect(store.hiddenColumns.value).toContain("method");
  await change(() => box(panel, "Method").click());
  expect(store.hiddenColumns.value).not.toContain("method");
  expect(button("Reset the widths").disabled).toBe(true);
  await change(() => {
    store.columnWidths.value = { path: 300 };
  });
  await click("Reset the widths");
  expect(store.columnWidths.value).toEqual({});
});

test("keys without Ctrl can be turned off", async () => {
  const panel = await renderInPanel(<SettingsDialog />, { fill });
  await panel.change(() => box(panel, "Let the keys").click());
  expect(panel.store.characterKeys.value).toBe(false);
});
