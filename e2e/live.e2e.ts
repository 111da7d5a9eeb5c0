import { demoHost } from "../testing/gateway/index.ts";
import { openDevtools } from "./devtools.ts";
import { requestsIn } from "./net-log.ts";
import { cause, expect, rowsFor, test } from "./test.ts";

test.beforeEach(async ({ panel }) => {
  await panel.getByRole("button", { name: "Clear" }).first().click();
  await expect(panel.getByTestId("request-row")).toHaveCount(0);
});

test("a refusal that CORS hides shows what the page saw, what was said, and two separate fixes", async ({
  devtools,
  panel,
}) => {
  expect(await cause(devtools, "api-key-missing-unreadable")).toContain("Failed to fetch");
  await panel.locator('[data-cause="api-key-missing"]').first().click();
  const diagnosis = panel.locator("#diagnosis");
  await expect(diagnosis).toContainText("Your page saw");
  await expect(diagnosis).toContainText("TypeError: Failed to fetch");
  await expect(diagnosis).toContainText("hidden by CORS");
  await expect(diagnosis).toContainText("To make the refusal readable");
  await expect(diagnosis).toContainText("x-api-key");
});

test("a refused preflight and the request that it stopped are one thing", async ({ devtools, panel }) => {
  await cause(devtools, "preflight-options-not-defined");
  const preflight = panel.locator('[data-cause="preflight-options-not-defined"]').first();
  await expect(preflight).toContainText("OPTIONS");
  const stopped = panel.getByTestId("request-row").filter({ hasText: "stopped by its preflight" });
  await expect(stopped).toHaveCount(1);
  await stopped.click();
  await expect(panel.locator("#diagnosis")).toContainText("never left the browser");
});

test("navigation keeps requests and bodies, unless the log is not to be kept", async ({ devtools, panel }) => {
  const { page } = devtools;
  const denied = panel.locator('[data-cause="lambda-authorizer-explicit-deny"]');
  await cause(devtools, "lambda-authorizer-explicit-deny");
  await expect(denied).toHaveCount(1);
  await page.goto(`https://${demoHost}/?next`);
  await denied.click();
  const words = "with an explicit deny in an identity-based policy";
  await expect(panel.locator("#diagnosis")).toContainText(words);

  await panel.getByRole("checkbox", { name: /Keep/ }).uncheck();
  await page.goto(`https://${demoHost}/?after`);
  await expect(denied).toHaveCount(0);
  await panel.getByRole("checkbox", { name: /Keep/ }).check();
});

test("a pause holds requests back and loses none", async ({ devtools, panel }) => {
  await panel.getByRole("button", { name: "Pause recording" }).click();
  await cause(devtools, "api-key-missing");
  await expect(panel.getByText(/paused · [1-9]\d* waiting/)).toBeVisible();
  await expect(panel.getByTestId("request-row")).toHaveCount(0);
  await panel.getByRole("button", { name: "Go on recording" }).click();
  await expect(panel.locator('[data-cause="api-key-missing"]')).toHaveCount(1);
});

test("without a refusal the panel counts what it saw and says for each host why", async ({ devtools, panel }) => {
  await devtools.page.goto(`https://${demoHost}/?quiet`);
  await expect(panel.getByTestId("counts")).toContainText(/request/);
  await expect(panel.locator("body")).toContainText("its name is not execute-api");
});

test("requests made before the tab was first shown are there", async ({ gateway }) => {
  const devtools = await openDevtools({ hostRules: gateway.hostRules, url: `https://${demoHost}/` });
  try {
    await cause(devtools, "lambda-authorizer-explicit-deny");
    await devtools.page.goto(`https://${demoHost}/?away`);
    const panel = await devtools.showPanel();
    const row = panel.locator('[data-cause="lambda-authorizer-explicit-deny"]');
    await expect(row).toHaveCount(1);
    await row.click();
    await expect(panel.locator("#diagnosis")).toContainText("explicit deny");
  } finally {
    await devtools.close();
  }
});

test("secrets of the traffic are masked", async ({ devtools, panel }) => {
  const sent = devtools.page.waitForRequest((request) => request.headers()["x-api-key"] !== undefined);
  await cause(devtools, "api-key-invalid-or-disabled");
  const apiKey = (await sent).headers()["x-api-key"] ?? "";
  expect(apiKey).not.toBe("");
  const row = panel.locator('[data-cause^="api-key-"]').first();
  await row.click();
  await panel.getByText("GET https://").first().waitFor();
  expect(await panel.content()).not.toContain(apiKey);
});

test("the extension requests nothing, and could not", async ({ gateway }, testInfo) => {
  const netLog = testInfo.outputPath("net-log.json");
  const devtools = await openDevtools({ hostRules: gateway.hostRules, url: `https://${demoHost}/`, netLog });
  const panel = await devtools.showPanel();
  await cause(devtools, "rest-stage-missing-or-unknown");
  await rowsFor(panel, "https://").first().click();
  await expect(panel.locator("#diagnosis")).toBeVisible();
  const tried = panel.evaluate((url) => fetch(url), `https://${demoHost}/`);
  await expect(tried).rejects.toThrow("Failed to fetch");
  await devtools.close();

  const requests = await requestsIn(netLog);
  expect(requests.filter(({ initiator }) => initiator === `https://${demoHost}`)).not.toEqual([]);
  const own = requests.filter(({ initiator }) => initiator?.startsWith("chrome-extension:"));
  expect(own.filter(({ url }) => !url.startsWith("chrome-extension:"))).toEqual([]);
});

test("a theme chosen before the panel is first shown is the panel's", async ({ gateway }) => {
  const devtools = await openDevtools({ hostRules: gateway.hostRules });
  await devtools.theme("dark");
  const panel = await devtools.showPanel();
  await expect(panel.locator("html")).toHaveAttribute("data-theme", "dark");
  await devtools.close();
});

test("the panel follows DevTools' theme", async ({ devtools, panel }) => {
  await devtools.theme("dark");
  await expect(panel.locator("html")).toHaveAttribute("data-theme", "dark");
  await devtools.theme("light");
  await expect(panel.locator("html")).toHaveAttribute("data-theme", "light");
});
