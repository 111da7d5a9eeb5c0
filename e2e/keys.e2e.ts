import { empty, showExample } from "./panel-states.ts";
import { expect, test } from "./test.ts";

test.beforeEach(async ({ devtools, panel }) => {
  await devtools.dock("undocked");
  await empty(panel, devtools);
});

test.afterEach(({ devtools, panel }) => empty(panel, devtools));

test("the filter is a key away, and has its own keys to itself", async ({ panel }) => {
  await showExample(panel);
  const list = panel.getByRole("treegrid", { name: "Requests" });
  const filter = panel.getByRole("combobox", { name: "Filter" });
  for (const key of ["/", "Control+f"]) {
    await list.press(key);
    await expect(filter).toBeFocused();
  }
  await filter.press("/");
  await expect(filter).toHaveValue("/");
});

test("help opens, closes, and gives the focus back", async ({ panel }) => {
  await showExample(panel);
  const list = panel.getByRole("treegrid", { name: "Requests" });
  await list.press("ArrowDown");
  await list.press("?");
  const help = panel.getByRole("dialog", { name: "Keys and marks" });
  await expect(help).toContainText("Go to the filter");
  await help.press("Escape");
  await expect(help).toHaveCount(0);
  await expect(list).toBeFocused();
});

test("recording and clearing have the Network panel's keys", async ({ panel }) => {
  await showExample(panel);
  const list = panel.getByRole("treegrid", { name: "Requests" });
  await list.press("Control+e");
  await expect(panel.getByRole("button", { name: "Go on recording" })).toBeVisible();
  await list.press("Control+l");
  await expect(panel.getByTestId("request-row")).toHaveCount(0);
  await expect(panel.getByRole("main")).toBeFocused();
});

test("Escape in the list is the list's, and opens no drawer of DevTools", async ({ devtools, panel }) => {
  await showExample(panel);
  const list = panel.getByRole("treegrid", { name: "Requests" });
  await list.press("ArrowDown");
  await list.press("Escape");
  await expect(panel.locator('[aria-selected="true"]')).toHaveCount(0);
  await list.press("ArrowDown");
  await expect(panel.locator("#diagnosis")).toBeVisible();
  await list.press("Enter");
  await panel.locator("#diagnosis").press("Escape");
  await expect(list).toBeFocused();
  await expect(devtools.frontend.locator(".drawer-tabbed-pane")).toBeHidden();
});

test("keys without Ctrl can be turned off", async ({ panel }) => {
  await showExample(panel);
  await panel.getByRole("button", { name: "Settings", exact: true }).click();
  const choice = panel.getByLabel(/Let the keys/);
  await choice.uncheck();
  await choice.press("Escape");
  const list = panel.getByRole("treegrid", { name: "Requests" });
  await list.press("?");
  await list.press("/");
  await expect(list).toBeFocused();
  await expect(panel.getByRole("dialog")).toHaveCount(0);
  await panel.getByRole("button", { name: "Settings", exact: true }).click();
  await panel.getByRole("button", { name: "Reset all settings" }).click();
  await expect(choice).toBeChecked();
});
