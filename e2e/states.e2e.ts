import { demoHost } from "../testing/gateway/index.ts";
import { expectNoViolations } from "./accessibility-checks.ts";
import { buildChanged } from "./changed-build.ts";
import { openDevtools } from "./devtools.ts";
import { aroundEntry, drop } from "./dropping.ts";
import { works, wrongStage } from "./har-fixtures.ts";
import { cause, expect, test } from "./test.ts";

test.beforeEach(async ({ panel }) => {
  await panel.getByRole("button", { name: "Clear" }).first().click();
  await expect(panel.getByTestId("request-row")).toHaveCount(0);
});

test.describe("nothing captured yet", () => {
  test("says what to do", async ({ panel }) => {
    await expect(panel.getByRole("heading", { name: "Waiting for requests" })).toBeVisible();
    await expect(panel.getByText("Do in the page what fails, or reload it.")).toBeVisible();
    await expect(panel.getByRole("main").getByRole("button", { name: "Open HAR files" })).toBeVisible();
  });

  test("the page is reloaded from there, and captured", async ({ devtools, panel }) => {
    await panel.getByRole("button", { name: "Reload the page" }).click();
    await expect(panel.getByTestId("counts")).toContainText("none refused");
    // What it still requests would come into the next test.
    await devtools.page.goto("about:blank");
  });

  test("an example is one click away, says that it is one, and goes with everything else", async ({ panel }) => {
    await panel.getByRole("button", { name: "Show an example" }).click();
    await expect(panel.getByText("This is an example, made up.")).toBeVisible();
    const row = panel.locator('[data-testid="request-row"][data-cause="api-key-missing"]');
    await row.click();
    await expect(panel.locator("#diagnosis")).toContainText("of Example (made up)");
    await panel.getByRole("button", { name: "Clear the example" }).click();
    await expect(panel.getByText("This is an example, made up.")).toHaveCount(0);
    await expect(panel.getByTestId("request-row")).toHaveCount(0);
  });
});

test("captured but nothing refused: what was seen, and why none of it counts", async ({ devtools, panel }) => {
  await devtools.page.goto(`https://${demoHost}/?seen`);
  await expect(panel.getByRole("heading", { name: "No request was refused" })).toBeVisible();
  await expect(panel.getByTestId("counts")).toContainText(/\d+ requests? to 1 host, none to API Gateway, none refused/);
  await panel.getByRole("button", { name: `This is my API: ${demoHost}` }).click();
  await expect(panel.getByTestId("counts")).not.toContainText("none to API Gateway");
  await panel.getByRole("button", { name: "list your API hosts in the settings" }).click();
  await panel.getByRole("button", { name: "Reset all settings" }).click();
  await expect(panel.getByLabel("My API hosts")).toHaveValue("");
  await panel.getByLabel("My API hosts").press("Escape");
  await expect(panel.getByRole("dialog")).toHaveCount(0);
});

test("DevTools opened late: what was requested before is said to be missing, until a reload", async ({ gateway }) => {
  const devtools = await openDevtools({ hostRules: gateway.hostRules });
  try {
    const panel = await devtools.showPanel();
    const hint = panel.getByText("No load of a page was seen yet.");
    await expect(hint).toBeVisible();
    await expectNoViolations(devtools, panel);
    await devtools.page.goto(`https://${demoHost}/`);
    await expect(hint).toHaveCount(0);
  } finally {
    await devtools.close();
  }
});

test("a large file: how much of it was read, and a way to stop", async ({ panel }) => {
  const body = "x".repeat(2_000_000);
  await drop(panel, "large.har", aroundEntry({ ...works, body }), 1000);
  await expect(panel.getByRole("progressbar", { name: "Read of large.har" })).toBeVisible();
  await expect(panel.getByText(/ of 2,00\d MB/)).toBeVisible();
  await panel.getByRole("button", { name: "Stop" }).click();
  await expect(panel.getByRole("progressbar")).toHaveCount(0);
  const problems = panel.getByRole("region", { name: "Problems with files" });
  await problems.locator("summary").click();
  await expect(problems).toContainText("The reading was stopped");
});

test("a file's problems can be dismissed, and the focus goes to what is left", async ({ panel }) => {
  await drop(panel, "page.html", ["", "<html>"]);
  const problems = panel.getByRole("region", { name: "Problems with files" });
  await expect(problems).toContainText("page.html");
  await problems.getByRole("button", { name: "Dismiss" }).press("Enter");
  await expect(problems).toHaveCount(0);
  await expect(panel.locator("main")).toBeFocused();
});

test("many refusals: those that wait for a diagnosis are counted", async ({ panel }) => {
  await drop(panel, "many.har", aroundEntry(wrongStage), 4000);
  await expect(panel.getByText(/diagnosing, [\d,]+ to go/)).toBeVisible();
  await expect(panel.getByText(/diagnosing, [\d,]+ to go/)).toHaveCount(0, { timeout: 40_000 });
});

test("a browser that refuses to store settings is told of, and the settings hold", async ({ devtools }) => {
  const tab = await devtools.context.newPage();
  await tab.addInitScript(() => {
    const { storage } = (globalThis as unknown as { chrome: { storage: { local: { set: unknown } } } }).chrome;
    storage.local.set = () => Promise.reject(new Error("QUOTA_BYTES quota exceeded"));
  });
  await tab.goto(`chrome-extension://${devtools.extensionId}/panel/index.html`);
  await tab.getByRole("button", { name: "Settings" }).click();
  await tab.getByLabel("Host", { exact: true }).check();
  await tab.keyboard.press("Escape");
  await expect(tab.getByText("The browser refused to store the settings.")).toBeVisible();
  await tab.getByRole("button", { name: "Dismiss" }).click();
  await expect(tab.getByText("The browser refused to store the settings.")).toHaveCount(0);
  await tab.getByRole("button", { name: "Settings" }).click();
  await expect(tab.getByLabel("Host", { exact: true })).toBeChecked();
  await tab.close();
});

test("a body that the browser hid is said to be hidden, not empty", async ({ devtools, panel }) => {
  await cause(devtools, "api-key-missing-unreadable");
  await panel.locator('[data-cause="api-key-missing"]').first().click();
  const diagnosis = panel.locator("#diagnosis");
  await diagnosis.locator("details.request-exchange > summary").first().click();
  await expect(diagnosis.locator("details.request-exchange").first()).toContainText("Not visible: hidden by CORS");
});

test("a rule that failed is told of, and the other causes are weighed all the same", async ({ gateway }, testInfo) => {
  const extension = testInfo.outputPath("extension");
  await buildWithBrokenRule("waf-blocked-apigw", extension);
  const devtools = await openDevtools({ hostRules: gateway.hostRules, url: `https://${demoHost}/`, extension });
  try {
    const panel = await devtools.showPanel();
    await cause(devtools, "rest-stage-missing-or-unknown");
    await expect(panel.locator('[data-cause="rest-stage-missing-or-unknown"]')).toHaveCount(1);
    const notices = panel.getByRole("region", { name: "Notices" });
    await notices.getByText("1 rule failed.").click();
    await expect(notices).toContainText(/waf-blocked-apigw at request \d+ of live: Unexpected end of JSON input/);
    await expectNoViolations(devtools, panel);
  } finally {
    await devtools.close();
  }
});

/** Builds the extension with a clue in one of its rules that throws whatever it is asked. */
function buildWithBrokenRule(id: string, outDir: string): Promise<void> {
  const broken = '{ clue: { id: "broken", ask: () => JSON.parse("") }, yes: 0, no: 0 }';
  return buildChanged(`/${id}.ts`, (code) => code.replace("clues: [", `clues: [${broken},`), outDir);
}

test("hidden columns stay hidden for the next panel, until all settings are reset", async ({ devtools, panel }) => {
  await panel.getByRole("button", { name: "Show an example" }).click();
  const time = panel.getByRole("columnheader", { name: "Time" });
  await devtools.dock("undocked");
  await expect(time).toBeVisible();
  await panel.getByRole("button", { name: "Settings", exact: true }).click();
  await panel.getByLabel("Time", { exact: true }).uncheck();
  await expect(time).toHaveCount(0);

  const tab = await devtools.context.newPage();
  await tab.goto(`chrome-extension://${devtools.extensionId}/panel/index.html`);
  await tab.getByRole("button", { name: "Settings", exact: true }).click();
  await expect(tab.getByLabel("Time", { exact: true })).not.toBeChecked();
  await tab.close();

  await panel.getByRole("button", { name: "Reset all settings" }).click();
  await panel.getByLabel("My API hosts").press("Escape");
  await expect(time).toBeVisible();
});

test("credentials are shown in the chosen request alone, and only where the settings say so", async ({
  devtools,
  panel,
}) => {
  const refused = devtools.page.waitForResponse((response) => response.status() === 403);
  await cause(devtools, "api-key-invalid-or-disabled");
  const apiKey = (await refused).request().headers()["x-api-key"] ?? "none";
  await panel.locator('[data-cause^="api-key-"]').first().click();
  const diagnosis = panel.locator("#diagnosis");
  await expect(diagnosis).toContainText("credentials are hidden");
  await panel.getByRole("button", { name: "Settings", exact: true }).click();
  const hide = panel.getByLabel(/Hide credentials/);
  await hide.uncheck();
  await expect(diagnosis.locator(".request-exchange")).toContainText(apiKey);
  await expect(panel.locator(".list")).not.toContainText(apiKey);
  await hide.check();
  await expect(diagnosis).not.toContainText(apiKey);
  await hide.press("Escape");
});
