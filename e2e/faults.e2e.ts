import { openDevtools } from "./devtools.ts";
import { aroundEntry, drop } from "./dropping.ts";
import { demoHost } from "./gateway/index.ts";
import { works } from "./har-fixtures.ts";
import { startStallingApi } from "./stalling-api.ts";
import { cause, expect, test } from "./test.ts";

const notExamined = "Nothing is examined any more:";

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
}) => {
  const before = await openDevtools({ hostRules: gateway.hostRules, url: `https://${demoHost}/` });
  try {
    await before.showPanel();
    const closed = before.frontend.waitForEvent("close");
    const [background] = before.context.serviceWorkers();
    await background?.evaluate("chrome.runtime.reload()");
    await closed;
    const devtools = await before.openAgain();
    const panel = await devtools.showPanel();
    await cause(devtools, "api-key-missing");
    await expect(panel.locator('[data-cause="api-key-missing"]')).toHaveCount(1);
  } finally {
    await before.close();
  }
});

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

test("full storage is told of, and what was set holds", async ({ devtools, panel }) => {
  const storage = "chrome.storage.local";
  await panel.evaluate(`${storage}.set({ full: "x".repeat(${storage}.QUOTA_BYTES - 1000) })`);
  try {
    await panel.getByRole("button", { name: "Settings", exact: true }).click();
    const hosts = panel.getByLabel("My API hosts");
    await hosts.fill("api.example.org");
    await hosts.press("Escape");
    await expect(panel.getByText("The browser refused to store the settings.")).toBeVisible();
    await expect(devtools.page).toHaveURL(`https://${demoHost}/`);
  } finally {
    await panel.evaluate(`${storage}.remove("full")`);
  }
});

test("a page that is left in the middle of a body: the refusal stays, and why its body is missing is said", async ({
  gateway,
}) => {
  const api = await startStallingApi();
  const hostRules = `${gateway.hostRules}, ${api.hostRule}`;
  const devtools = await openDevtools({ hostRules, url: `https://${demoHost}/` });
  try {
    const panel = await devtools.showPanel();
    await devtools.page.evaluate(async (url) => void (await fetch(url)), api.url);
    await devtools.page.goto(`https://${demoHost}/?next`);
    const row = panel.locator(`[data-testid="request-row"][data-url="${api.url}"]`);
    await expect(row).toContainText("403");
    await row.click();
    const exchange = panel.locator("#diagnosis details.exchange").first();
    await exchange.locator("summary").click();
    await expect(exchange).toContainText("Not visible: the page was left before the body could be fetched");
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
  await tab.workers()[0]?.evaluate("close()");
  await expect(tab.getByText(notExamined)).toBeVisible();
  await expect(tab.getByText("Reload this page to go on.")).toBeVisible();
  await expect(tab.getByRole("progressbar")).toHaveCount(0);
  await tab.close();
});

test("a Worker that ended before the panel was first shown is told of, with what to do", async ({ gateway }) => {
  const devtools = await openDevtools({ hostRules: gateway.hostRules, url: `https://${demoHost}/` });
  try {
    await devtools.frontend.workers()[0]?.evaluate("close()");
    const panel = await devtools.showPanel();
    await expect(panel.getByText(notExamined)).toBeVisible();
    await expect(panel.getByText("Close DevTools and open them again to go on.")).toBeVisible();
  } finally {
    await devtools.close();
  }
});
