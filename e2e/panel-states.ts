import type { Frame, Locator } from "playwright";
import { demoHost } from "../testing/gateway/index.ts";
import type { Devtools } from "./devtools.ts";
import { aroundEntry, drop } from "./dropping.ts";
import { chosen, har, works, wrongStage } from "./har-fixtures.ts";
import { cause, expect } from "./test.ts";

/** A state of the panel, and what leads to it from an empty one. */
export interface State {
  readonly name: string;
  show(panel: Frame, devtools: Devtools): Promise<void>;
}

export const usualSize = { width: 1400, height: 760 };

export const states: readonly State[] = [
  { name: "nothing captured", show: async () => {} },
  {
    name: "nothing refused",
    show: async (panel, { page }) => {
      await page.goto(`https://${demoHost}/?nothing-refused`);
      await expect(panel.getByTestId("counts")).toBeVisible();
    },
  },
  { name: "list with overview", show: showExample },
  {
    name: "diagnosis",
    show: async (panel) => {
      await showExample(panel);
      await rowOf(panel, "api-key-missing").click();
      await showAll(panel);
    },
  },
  {
    name: "ambiguous, each cause with its evidence",
    show: async (panel) => {
      await openFile(panel, har(works, { ...wrongStage, url: works.url }));
      await rowOf(panel, "waf-blocked-apigw").click();
      await showAll(panel);
      await expect(panel.getByTestId("rivals")).toContainText("Something that no capture shows");
    },
  },
  {
    name: "stopped request",
    show: async (panel) => {
      await showExample(panel);
      await panel.getByText("stopped by its preflight").click();
      await expect(panel.locator("#diagnosis")).toContainText("never left the browser");
    },
  },
  {
    name: "hidden body",
    show: async (panel, devtools) => {
      await cause(devtools, "api-key-missing-unreadable");
      await rowOf(panel, "api-key-missing").first().click();
      await showAll(panel);
      await expect(panel.locator("#diagnosis")).toContainText("Not visible: hidden by CORS");
    },
  },
  {
    name: "request that was allowed",
    show: async (panel) => {
      await openFile(panel, har(works, wrongStage));
      await panel.getByRole("button", { name: /^Seen/ }).click();
      await panel.locator('[data-url$="/prod/orders"]').click();
      await expect(panel.locator("#diagnosis")).toContainText("Not refused");
    },
  },
  {
    name: "not grouped, everything listed",
    show: async (panel) => {
      await showExample(panel);
      await panel.getByRole("button", { name: "Group by root cause" }).click();
      await panel.getByRole("button", { name: /^Seen/ }).click();
      await expect(panel.getByTestId("request-row").first()).toBeVisible();
    },
  },
  {
    name: "everything fails since a moment, brushed",
    show: async (panel) => {
      await openFile(panel, har(works, works, wrongStage, wrongStage, wrongStage));
      await expect(panel.getByText(/^Since .* all 3 requests to .* were refused; 2 before were not/)).toBeVisible();
      const plot = panel.getByRole("slider", { name: "Moment" });
      await plot.press("Home");
      await plot.press("Shift+End");
      await plot.press("Enter");
      await expect(panel.getByRole("button", { name: "show all times" })).toBeVisible();
    },
  },
  {
    name: "filter with suggestions",
    show: async (panel) => {
      await showExample(panel);
      await panel.getByRole("combobox", { name: "Filter" }).pressSequentially("cause:");
      await panel.getByRole("combobox", { name: "Filter" }).press("ArrowDown");
      await expect(panel.getByRole("option", { selected: true })).toBeVisible();
    },
  },
  {
    name: "filter that is not understood",
    show: async (panel) => {
      await showExample(panel);
      await panel.getByRole("combobox", { name: "Filter" }).fill("status:403");
      await expect(panel.getByText("Did you mean “status-code:”?")).toBeVisible();
    },
  },
  {
    name: "filtered to nothing",
    show: async (panel) => {
      await showExample(panel);
      await panel.getByRole("combobox", { name: "Filter" }).fill("no such request");
      await expect(panel.getByRole("button", { name: /^Show all/ })).toBeVisible();
    },
  },
  {
    name: "all causes",
    show: async (panel) => {
      await showExample(panel);
      await panel.getByRole("button", { name: "All causes of a 403" }).click();
      await expect(panel.getByRole("searchbox", { name: "Search the causes" })).toBeVisible();
    },
  },
  {
    name: "page of a cause",
    show: async (panel) => {
      await showExample(panel);
      await rowOf(panel, "api-key-missing").click();
      await panel.locator("#headline").getByRole("button").click();
      await expect(panel.locator("#diagnosis")).toContainText("How it shows");
    },
  },
  {
    name: "reading a large file",
    show: async (panel) => {
      await drop(panel, "large.har", aroundEntry({ ...works, body: "x".repeat(2_000_000) }), 4000);
      await expect(panel.getByRole("progressbar", { name: "Read of large.har" })).toBeVisible();
    },
  },
  {
    name: "diagnosing",
    show: async (panel) => {
      await drop(panel, "many.har", aroundEntry(wrongStage), 20_000);
      await expect(panel.getByText(/diagnosing, [\d,]+ to go/)).toBeVisible();
    },
  },
  {
    name: "problems with files",
    show: async (panel) => {
      await panel.getByTestId("files").first().setInputFiles(chosen("page.html", "<html>"));
      await expect(panel.getByRole("region", { name: "Problems with files" })).toBeVisible();
    },
  },
  {
    name: "file over the panel",
    show: async (panel) => {
      await dragOver(panel, "dragover");
      await expect(panel.getByText(/^Drop HAR files to read them/)).toBeVisible();
    },
  },
  {
    name: "storage refused",
    show: async (panel) => {
      await showExample(panel);
      await refuseStorage(panel, true);
      await panel.getByRole("combobox", { name: "Filter" }).fill("method:GET");
      await expect(panel.getByText("The browser refused to store the settings.")).toBeVisible();
    },
  },
  {
    name: "paused",
    show: async (panel, devtools) => {
      await panel.getByRole("button", { name: "Pause recording" }).click();
      await cause(devtools, "api-key-missing");
      await expect(panel.getByText(/paused · [1-9]/)).toBeVisible();
    },
  },
  {
    name: "settings",
    show: async (panel) => {
      await showExample(panel);
      await panel.getByRole("button", { name: "Settings", exact: true }).click();
      await expect(panel.getByRole("dialog", { name: "Settings" })).toBeVisible();
    },
  },
  {
    name: "export",
    show: async (panel) => {
      await showExample(panel);
      await panel.locator('[data-testid="request-row"][data-cause="api-key-missing"]').click();
      await panel.getByRole("button", { name: "Export this diagnosis" }).click();
      await panel.getByRole("combobox", { name: "As" }).selectOption("minimal-har");
      await expect(panel.getByLabel("What will be shared")).toHaveValue(/"_apiGateway403"/);
    },
  },
  {
    name: "help",
    show: async (panel) => {
      await panel.getByRole("button", { name: "Help" }).click();
      await expect(panel.getByRole("dialog", { name: "Keys and marks" })).toBeVisible();
    },
  },
];

export async function showExample(panel: Frame): Promise<void> {
  await panel.getByRole("main").getByRole("button", { name: "Show an example" }).click();
  await expect(panel.locator('[data-cause="s3-access-denied"]')).toBeVisible();
}

export async function openFile(panel: Frame, text: string): Promise<void> {
  await panel.getByTestId("files").first().setInputFiles(chosen("opened.har", text));
  await expect(panel.getByTestId("request-row").first()).toBeVisible();
}

export function rowOf(panel: Frame, named: string): Locator {
  return panel.locator(`[data-testid="request-row"][data-cause="${named}"]`);
}

/** Unfolds all of a diagnosis. */
async function showAll(panel: Frame): Promise<void> {
  await expect(panel.locator("#diagnosis")).toBeVisible();
  for (const fold of await panel.locator("#diagnosis .rivals-fold").all()) await fold.click();
  await panel.locator("details").evaluateAll((all) => {
    for (const each of all) each.setAttribute("open", "");
  });
}

async function dragOver(panel: Frame, type: "dragover" | "dragleave"): Promise<void> {
  await panel.evaluate((name) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([""], "x.har"));
    document.body.dispatchEvent(new DragEvent(name, { dataTransfer, bubbles: true, cancelable: true }));
  }, type);
}

interface Handover {
  readonly extension: { storage: { set: unknown; accepting?: unknown } };
}

/** Lets the extension's storage say no, as a browser does that may keep no site data; or ends that. */
async function refuseStorage(panel: Frame, refused: boolean): Promise<void> {
  await panel.evaluate((refuses) => {
    const { storage } = (globalThis as unknown as { handover: Handover }).handover.extension;
    storage.accepting ??= storage.set;
    storage.set = refuses ? async () => false : storage.accepting;
  }, refused);
}

/** Leads from any of the states back to an empty panel. */
export async function empty(panel: Frame, devtools: Devtools): Promise<void> {
  await devtools.frontend.emulateMedia({ forcedColors: "none", reducedMotion: "no-preference" });
  await devtools.frontend.setViewportSize(usualSize);
  await dragOver(panel, "dragleave");
  for (const dialog of await panel.getByRole("dialog").all()) await dialog.getByRole("button").first().click();
  await panel.getByRole("button", { name: "Clear" }).first().click();
  await refuseStorage(panel, false);
  await panel.getByRole("combobox", { name: "Filter" }).fill("");
  for (const name of ["Go on recording", "Back", "Dismiss"]) {
    const button = panel.getByRole("button", { name }).first();
    if (await button.isVisible()) await button.click();
  }
  const group = panel.getByRole("button", { name: "Group by root cause", pressed: false });
  if (await group.isVisible()) await group.click();
  await panel.getByRole("button", { name: /^All refused/ }).click();
  await panel.getByRole("button", { name: "Clear" }).first().click();
  await expect(panel.getByRole("main").getByRole("button", { name: "Show an example" })).toBeVisible();
}
