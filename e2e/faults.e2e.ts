import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page, Worker } from "playwright";
import { demoHost } from "../testing/gateway/index.ts";
import { openDevtools } from "./devtools.ts";
import { aroundEntry, drop } from "./dropping.ts";
import { works } from "./har-fixtures.ts";
import { startStallingApi } from "./stalling-api.ts";
import { cause, expect, test } from "./test.ts";

const nothingExamined = "Nothing is examined any more:";

/** Ends the extension's Worker once it holds the lock whose release tells of its end; DevTools have Workers of their own. */
async function endWorker(page: Page): Promise<void> {
  const isOurs = (worker: Worker) => worker.url().startsWith("chrome-extension:");
  const examiner = page.workers().find(isOurs) ?? (await page.waitForEvent("worker", { predicate: isOurs }));
  const held = () => examiner.evaluate("navigator.locks.query().then(({ held }) => held.length)");
  await expect.poll(held).toBeGreaterThan(0);
  await examiner.evaluate("close()");
}

test("DevTools closed and opened again say that the page's load was not seen, and capture what follows", async ({
  gateway,
}) => {
  const before = await openDevtools({ hostRules: gateway.hostRules, url: `https://${demoHost}/` });
  try {
    const closed = await before.showPanel();
    await cause(before, "api-key-missing");
    await expect(closed.locator('[data-cause="api-key-missing"]')).toHaveCount(1);
    await before.frontend.close();
    const devtools = await before.openAgain();
    const panel = await devtools.showPanel();
    await expect(panel.getByText("No load of a page was seen yet.")).toBeVisible();
    await cause(devtools, "lambda-authorizer-explicit-deny");
    await expect(panel.locator('[data-cause="lambda-authorizer-explicit-deny"]')).toHaveCount(1);
  } finally {
    await before.close();
  }
});

test("an extension that is reloaded takes DevTools with it, and is there when they are opened again", async ({
  gateway,
}, testInfo) => {
  const profile = testInfo.outputPath("profile");
  await allowReloading(profile);
  const before = await openDevtools({ hostRules: gateway.hostRules, url: `https://${demoHost}/`, profile });
  try {
    await before.showPanel();
    const closed = before.frontend.waitForEvent("close");
    const isBack = before.context.waitForEvent("serviceworker");
    const [background] = before.context.serviceWorkers();
    // The extension ends before it can respond.
    await background?.evaluate("chrome.runtime.reload()").catch(() => null);
    await Promise.all([closed, isBack]);
    const devtools = await before.openAgain();
    const panel = await devtools.showPanel();
    await cause(devtools, "api-key-missing");
    await expect(panel.locator('[data-cause="api-key-missing"]')).toHaveCount(1);
  } finally {
    await before.close();
  }
});

/** Without its developer mode, Chromium 156 turns an unpacked extension off that is reloaded. */
async function allowReloading(profile: string): Promise<void> {
  await mkdir(join(profile, "Default"), { recursive: true });
  const preferences = { extensions: { ui: { developer_mode: true } } };
  await writeFile(join(profile, "Default", "Preferences"), JSON.stringify(preferences));
}

test("what a tab requested before it crashed can be read, and the panel reloads it", async ({ gateway }) => {
  const devtools = await openDevtools({ hostRules: gateway.hostRules, url: `https://${demoHost}/` });
  try {
    const panel = await devtools.showPanel();
    await cause(devtools, "lambda-authorizer-explicit-deny");
    const row = panel.locator('[data-cause="lambda-authorizer-explicit-deny"]');
    await expect(row).toHaveCount(1);
    const seen = panel.getByRole("button", { name: /^Seen/ });
    const crashed = devtools.page.waitForEvent("crash");
    await devtools.page.goto("chrome://crash").catch(() => null);
    await crashed;
    await row.click();
    await expect(panel.locator("#diagnosis")).toContainText("explicit deny");
    const before = await seen.innerText();
    await panel.getByRole("button", { name: "Reload and capture" }).click();
    await expect(seen).not.toHaveText(before);
    await expect(row).toHaveCount(1);
  } finally {
    await devtools.close();
  }
});

test("full storage is told of, and what was set holds", async ({ panel }) => {
  const storage = "chrome.storage.local";
  // A value counts as its JSON, with the length of its key.
  await panel.evaluate(`(async () => {
    const rest = ${storage}.QUOTA_BYTES - await ${storage}.getBytesInUse();
    await ${storage}.set({ full: "x".repeat(rest - 'full""'.length) });
  })()`);
  try {
    await panel.getByRole("button", { name: "Settings", exact: true }).click();
    const hosts = panel.getByLabel("My API hosts");
    await hosts.fill("api.example.org");
    await hosts.press("Escape");
    await expect(panel.getByText("The browser refused to store the settings.")).toBeVisible();
    await panel.getByRole("button", { name: "Settings", exact: true }).click();
    await expect(hosts).toHaveValue("api.example.org");
    await hosts.fill("");
    await hosts.press("Escape");
  } finally {
    await panel.evaluate(`${storage}.remove("full")`);
  }
});

test("a page that is left in the middle of a response: what Chromium does not hand over is said in the help", async ({
  gateway,
}) => {
  const api = await startStallingApi();
  const hostRules = `${gateway.hostRules}, ${api.hostRule}`;
  const devtools = await openDevtools({ hostRules, url: `https://${demoHost}/` });
  try {
    const panel = await devtools.showPanel();
    const status = await devtools.page.evaluate(async (url) => (await fetch(url)).status, api.url);
    expect(status).toBe(403);
    await devtools.page.goto(`https://${demoHost}/?next`);
    await cause(devtools, "api-key-missing");
    await expect(panel.locator('[data-cause="api-key-missing"]')).toHaveCount(1);
    await panel.getByRole("button", { name: "Help" }).click();
    await expect(panel.getByRole("dialog")).toContainText("no request whose response was still arriving");
  } finally {
    await devtools.close();
    await api.close();
  }
});

test("a Worker that ends while a file is read: reading ends, and it is said that nothing is examined", async ({
  devtools,
}) => {
  const tab = await devtools.context.newPage();
  await tab.goto(`chrome-extension://${devtools.extensionId}/panel/index.html`);
  await drop(tab, "large.har", aroundEntry({ ...works, body: "x".repeat(2_000_000) }), 1000);
  await expect(tab.getByRole("progressbar", { name: "Read of large.har" })).toBeVisible();
  await endWorker(tab);
  await expect(tab.getByText(nothingExamined)).toBeVisible();
  await expect(tab.getByText("Reload this page to go on.")).toBeVisible();
  await expect(tab.getByRole("progressbar")).toHaveCount(0);
  await expect(
    tab.getByText(/could not be read to its end: the extension's Worker ended\. Reload this page\./),
  ).toBeVisible();
  await expect(tab.getByText("large.har", { exact: true })).toBeVisible();
  await tab.close();
});

test("a Worker that ends before an export is written: the dialog says that nothing was exported", async ({
  devtools,
}) => {
  const tab = await devtools.context.newPage();
  await tab.goto(`chrome-extension://${devtools.extensionId}/panel/index.html`);
  await tab.getByRole("button", { name: "Show an example" }).click();
  await expect(tab.locator("[data-cause]").first()).toBeVisible();
  await endWorker(tab);
  await expect(tab.getByText(nothingExamined)).toBeVisible();
  await tab.getByRole("button", { name: "Export all refused requests" }).click();
  await expect(tab.getByRole("dialog").getByRole("alert")).toHaveText(
    /^Nothing was exported: .*Worker ended\. Reload this page\.$/,
  );
  await tab.close();
});

test("a Worker that ended before the panel was first shown is told of, with what to do", async ({ gateway }) => {
  const devtools = await openDevtools({ hostRules: gateway.hostRules, url: `https://${demoHost}/` });
  try {
    await endWorker(devtools.frontend);
    const panel = await devtools.showPanel();
    await expect(panel.getByText(nothingExamined)).toBeVisible();
    await expect(panel.getByText("Close DevTools and open them again to go on.")).toBeVisible();
  } finally {
    await devtools.close();
  }
});
