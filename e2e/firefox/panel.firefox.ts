import { demoHost } from "../../testing/gateway/index.ts";
import { har, works, wrongStage } from "../har-fixtures.ts";
import type { FirefoxPage } from "./devtools.ts";
import { cause, clear, click, drop, expect, listed, openOnDemo, test, textOf } from "./test.ts";

test.beforeEach(({ panel }) => clear(panel));

function expectText(page: FirefoxPage, selector: string, text: string): Promise<void> {
  return expect.poll(() => textOf(page, selector)).toContain(text);
}

function expectListed(panel: FirefoxPage, causes: readonly string[]): Promise<void> {
  return expect.poll(async () => (await listed(panel)).map((row) => row.cause)).toEqual(causes);
}

test("a refusal that CORS hides shows what the page saw, and what was said", async ({ devtools, panel }) => {
  const saw = await cause(devtools, "lambda-authorizer-explicit-deny-unreadable");
  await click(panel, '[data-cause="lambda-authorizer-explicit-deny"]');
  await expectText(panel, "#diagnosis", `Your page saw${saw}`);
  await expectText(panel, "#diagnosis", "To make the refusal readable");
  // Firefox hands over the body that it keeps from the page.
  await expectText(panel, "#diagnosis", "with an explicit deny");
});

test("a refused preflight is explained without the request that it stopped", async ({ devtools, panel }) => {
  await cause(devtools, "preflight-options-not-defined");
  await click(panel, '[data-cause="preflight-options-not-defined"]');
  await expectText(panel, "#diagnosis", "never left the browser");
});

test("navigation keeps requests and bodies, unless the log is not to be kept", async ({ devtools, panel }) => {
  await cause(devtools, "lambda-authorizer-explicit-deny");
  // Firefox hands over nothing that ended just before.
  await expectListed(panel, ["lambda-authorizer-explicit-deny"]);
  await devtools.goto(`https://${demoHost}/?next`);
  await click(panel, '[data-cause="lambda-authorizer-explicit-deny"]');
  await expectText(panel, "#diagnosis", "with an explicit deny in an identity-based policy");

  await click(panel, ".toolbar-keep input");
  await devtools.goto(`https://${demoHost}/?after`);
  await expectListed(panel, []);
  await click(panel, ".toolbar-keep input");
});

test("requests made before the tab was first shown are there, with their bodies", async () => {
  const { devtools, close } = await openOnDemo();
  try {
    await cause(devtools, "lambda-authorizer-explicit-deny");
    const panel = await devtools.showPanel();
    await click(panel, '[data-cause="lambda-authorizer-explicit-deny"]');
    await expectText(panel, "#diagnosis", "with an explicit deny in an identity-based policy");
  } finally {
    await close();
  }
});

test("the panel follows the toolbox's theme", async ({ devtools, panel }) => {
  const theme = () => panel.evaluate(() => document.documentElement.dataset["theme"], null);
  await devtools.theme("dark");
  await expect.poll(theme).toBe("dark");
  await devtools.theme("light");
  await expect.poll(theme).toBe("light");
});

test("dropped HAR files are listed like live traffic", async ({ panel }) => {
  await drop(panel, { "one.har": har(works, wrongStage), "two.har": har(wrongStage) });
  await expectListed(panel, ["rest-stage-missing-or-unknown", "rest-stage-missing-or-unknown"]);
});

test("the toolbar button opens the panel in a tab, which reads files and shares the settings", async ({
  devtools,
  panel,
}) => {
  await typeApiHosts(panel, "orders.example.com");
  const tab = await devtools.openPlainTab();
  await drop(tab, { "one.har": har(wrongStage) });
  await expectListed(tab, ["rest-stage-missing-or-unknown"]);
  await click(tab, 'button[aria-label="Settings"]');
  const hosts = () => tab.evaluate(() => document.querySelector<HTMLTextAreaElement>("#api-hosts")?.value, null);
  await expect.poll(hosts).toBe("orders.example.com");
  await devtools.closePlainTab();
  await typeApiHosts(panel, "");
});

async function typeApiHosts(panel: FirefoxPage, text: string): Promise<void> {
  await click(panel, 'button[aria-label="Settings"]');
  await expect.poll(() => textOf(panel, "#api-hosts-help")).not.toBeNull();
  await panel.evaluate((value) => {
    const field = document.querySelector<HTMLTextAreaElement>("#api-hosts");
    if (field === null) throw new Error("there is no field for API hosts");
    field.value = value;
    for (const type of ["input", "change"]) field.dispatchEvent(new Event(type, { bubbles: true }));
  }, text);
  await click(panel, 'button[aria-label="Close: Settings"]');
}

test("what Firefox keeps back is named where it is looked for", async ({ devtools, panel }) => {
  await expectText(panel, ".empty-state", "only the requests that pass the Network panel's filter");
  // The filter stays until the second request is listed: Firefox applies it when a request has ended, not when it begins.
  await devtools.filterNetwork("/orders");
  await cause(devtools, "api-key-missing");
  await cause(devtools, "rest-stage-missing-or-unknown");
  await expectListed(panel, ["rest-stage-missing-or-unknown"]);
  await devtools.filterNetwork("");
  await click(panel, '[data-testid="request-row"]');
  await expectText(panel, "#diagnosis", "Firefox lets no extension show a request in the Network panel.");

  await click(panel, 'button[aria-label="Help"]');
  await expectText(panel, "dialog", "only the requests that pass the Network panel's filter");
  await click(panel, 'button[aria-label^="Close:"]');
});

test("a command is copied", async ({ devtools, panel }) => {
  await cause(devtools, "api-key-missing");
  await click(panel, '[data-cause="api-key-missing"]');
  await click(panel, '#diagnosis button[title*="as curl"]');
  await expect.poll(() => devtools.clipboardText()).toMatch(/^curl /);
});
