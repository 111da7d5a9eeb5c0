import type { Frame } from "playwright";
import { har, type Made, signedElsewhere, works, wrongStage } from "./har-fixtures.ts";
import { cause, expect, test } from "./test.ts";

test.beforeEach(async ({ panel }) => {
  await panel.getByRole("button", { name: "Clear" }).first().click();
  await expect(panel.getByTestId("request-row")).toHaveCount(0);
});

// The next file's tests use the same panel, and one below widens the list.
test.afterEach(({ panel }) => panel.getByRole("button", { name: /^All refused/ }).click());

async function open(panel: Frame, ...made: readonly Made[]): Promise<void> {
  const file = { name: "details.har", mimeType: "application/json", buffer: Buffer.from(har(...made)) };
  await panel.getByTestId("files").first().setInputFiles(file);
}

function steps(panel: Frame) {
  return panel.getByRole("list", { name: "Steps of API Gateway, in order" });
}

test("each step says what became of it to the pointer and to the keyboard, until Escape", async ({
  devtools,
  panel,
}) => {
  await cause(devtools, "api-key-missing");
  await panel.locator('[data-cause="api-key-missing"]').first().click();
  const [stage, key] = [
    steps(panel).getByRole("button", { name: "Stage" }),
    steps(panel).getByRole("button", { name: "API key" }),
  ];
  const tip = panel.locator(".how-far-tip");
  await stage.hover();
  await expect(tip).toContainText(/passed/i);
  await tip.hover();
  await expect(tip).toBeVisible();
  await key.hover();
  await expect(tip).toContainText("API key looks at");

  await stage.focus();
  await stage.press("ArrowRight");
  await expect(steps(panel).getByRole("button", { name: "WAF" })).toBeFocused();
  await expect(tip).toContainText("WAF looks at");
  await expect(steps(panel).getByRole("button", { name: "WAF" })).toHaveAccessibleDescription(/WAF looks at/);
  await panel.page().keyboard.press("Escape");
  await expect(tip).toHaveCount(0);
  await expect(panel.locator("#diagnosis")).toBeVisible();
});

test("an HTTP API has its own order", async ({ devtools, panel }) => {
  await cause(devtools, "http-api-jwt-insufficient-scope");
  await panel.locator('[data-cause="http-api-jwt-insufficient-scope"]').first().click();
  await expect(steps(panel).getByRole("button")).toHaveText([
    "TLS",
    "Host",
    "Stage",
    "Route",
    "Authorizer",
    "Throttle",
    "Integration",
  ]);
});

test("a WebSocket API has its own order, too", async ({ devtools, panel }) => {
  await cause(devtools, "websocket-connect-denied");
  await panel.locator('[data-cause="websocket-connect-denied"]').first().click();
  await expect(steps(panel).getByRole("button")).toHaveText([
    "TLS",
    "Host",
    /^Stage/,
    /^\$connect/,
    "API key",
    "Throttle",
    "Message",
    "Integration",
  ]);
});

test("what no cause explains has its place among the causes that fit", async ({ panel }) => {
  await open(panel, works, { ...wrongStage, url: works.url });
  await panel.locator('[data-cause="waf-blocked-apigw"]').click();
  const rest = panel.getByTestId("rivals").locator("> li").last();
  await expect(rest).toContainText("Something that no capture shows");
  await expect(rest).toContainText(/\d+%/);
  await expect(rest.getByRole("button")).toHaveCount(0);
});

test("the page of a cause says in sentences what shows it", async ({ panel }) => {
  await open(panel, works, wrongStage);
  await panel.locator('[data-cause="rest-stage-missing-or-unknown"]').click();
  await panel.locator("#headline").getByRole("button").click();
  await expect(panel.locator(".cause-page-signs")).toContainText("a path that begins otherwise works on the host");
  await expect(panel.locator(".cause-reasons")).toContainText("told apart by whether the request sends an x-api-key");
});

test("evidence leads to its place in the request", async ({ panel }) => {
  await open(panel, works, wrongStage);
  await panel.locator('[data-cause="rest-stage-missing-or-unknown"]').click();
  const evidence = panel.getByRole("button", { name: "x-amzn-errortype: ForbiddenException" }).first();
  await evidence.focus();
  await evidence.press("Enter");
  const mark = panel.locator("mark");
  await expect(mark).toHaveText("ForbiddenException");
  await expect(mark).toBeInViewport();
  await expect(mark).toBeFocused();
});

test("evidence leads to the other request that shows it, out of whatever the list is narrowed to, and back", async ({
  panel,
}) => {
  await open(panel, works, wrongStage);
  await panel.locator('[data-cause="rest-stage-missing-or-unknown"]').click();
  await panel
    .getByRole("button", { name: /GET \/prod\/orders returned 200/ })
    .first()
    .click();
  const chosen = panel.locator('[data-testid="request-row"][aria-selected="true"]');
  await expect(chosen).toHaveAttribute("data-url", /\/prod\/orders$/);
  await expect(chosen).toBeInViewport();
  await expect(panel.locator("#diagnosis")).toContainText("Not refused: the response was 200");
  await panel.getByRole("button", { name: "Back", exact: true }).click();
  await expect(panel.locator("#headline")).toContainText("doesn't exist");
});

test("every cause has a page, reached from its name and found among all, and each leads back", async ({ panel }) => {
  await open(panel, works, wrongStage);
  await panel.locator('[data-cause="rest-stage-missing-or-unknown"]').click();
  await panel.locator("#headline").getByRole("button").click();
  const page = panel.locator("#diagnosis");
  await expect(page).toContainText("How it shows");
  await expect(page).toContainText("--rest-api-id f1l2e3d4r5");
  await page.getByRole("button", { name: "The API key is missing" }).click();
  await expect(panel.locator("#headline")).toHaveText("The API key is missing");
  await panel.getByRole("button", { name: "All causes" }).click();
  await panel.getByRole("searchbox", { name: "Search the causes" }).fill("clock");
  await page.getByRole("button", { name: /time/ }).first().click();
  await expect(page).toContainText("sigv4-clock-skew");
  await panel.page().keyboard.press("Escape");
  await expect(panel.locator("#headline")).toContainText("causes of a 403");
  await panel.getByRole("button", { name: "Back", exact: true }).click();
  await expect(panel.locator("#headline")).toHaveText("The API key is missing");
  await panel.page().keyboard.press("Escape");
  await expect(page).toContainText("rest-stage-missing-or-unknown");
  await panel.page().keyboard.press("Escape");
  await expect(page).toContainText("How far it got");
  await expect(page).toBeFocused();
});

test("why not: what was ruled out is there, with what speaks against it", async ({ panel }) => {
  await open(panel, works, wrongStage);
  await panel.locator('[data-cause="rest-stage-missing-or-unknown"]').click();
  await panel.getByText("Why not?").click();
  await expect(panel.locator(".cause-reasons")).toContainText("AWS WAF blocked the request");
});

test("a signature stands beside what API Gateway computed, with the line that differs", async ({ panel }) => {
  await open(panel, signedElsewhere);
  await panel.locator('[data-cause="sigv4-signature-mismatch"]').click();
  const differing = panel.locator(".signature-differs");
  await expect(differing).toHaveCount(1);
  await expect(differing).toContainText("/prod/orders%20new");
  await expect(differing).toContainText("/prod/orders%2520new");
  expect(await panel.content()).not.toContain("AKIAIOSFODNN7EXAMPLE");
});

test("a token shows its claims and its time, and not itself", async ({ devtools, panel }) => {
  const sent = devtools.page.waitForRequest((request) => request.headers()["authorization"] !== undefined);
  await cause(devtools, "http-api-jwt-insufficient-scope");
  const authorization = (await sent).headers()["authorization"] ?? "";
  await panel.locator('[data-cause="http-api-jwt-insufficient-scope"]').first().click();
  const diagnosis = panel.locator("#diagnosis");
  await expect(diagnosis).toContainText(/In time: it expires .+ after the response/);
  await expect(diagnosis).toContainText("https://id.example.com/");
  const signature = authorization.split(".").at(-1) ?? "";
  expect(signature).not.toBe("");
  expect(await panel.content()).not.toContain(signature);
});

test("the head of a root cause shows all its requests, each of which leads to its own diagnosis", async ({ panel }) => {
  const other = { ...wrongStage, url: wrongStage.url.replace("orders", "carts") };
  await open(panel, works, wrongStage, other, wrongStage);
  await panel.locator('[data-finding="rest-stage-missing-or-unknown"]').click();
  const diagnosis = panel.locator("#diagnosis");
  await expect(diagnosis).toContainText("3 requests, one cause");
  await diagnosis.getByRole("button", { name: /carts/ }).click();
  await expect(diagnosis).not.toContainText("one cause");
  await expect(panel.locator('[aria-selected="true"]')).toHaveAttribute("data-url", /carts$/);
});

test("the request is copied as a command without its secrets", async ({ devtools, panel }) => {
  const sent = devtools.page.waitForRequest((request) => request.headers()["x-api-key"] !== undefined);
  await cause(devtools, "api-key-invalid-or-disabled");
  const key = (await sent).headers()["x-api-key"] ?? "";
  await panel.locator('[data-cause^="api-key-"]').first().click();
  const copied = await textOfCopy(panel, () => panel.getByRole("button", { name: /Copy as cURL/ }).click());
  expect(copied).toContain("curl -gv -X GET");
  expect(copied).toContain('"$X_API_KEY"');
  expect(copied).not.toContain(key);
});

test("the cause is copied in one line", async ({ panel }) => {
  await open(panel, works, wrongStage);
  await panel.locator('[data-cause="rest-stage-missing-or-unknown"]').click();
  const copied = await textOfCopy(panel, () => panel.getByRole("button", { name: /the cause in one line/ }).click());
  expect(copied).toMatch(/^403 GET https:\/\/\S+\/api\/orders: The stage api doesn't exist \(likely · \d+%\)/);
});

test("the address of a documentation page is copied", async ({ panel }) => {
  await open(panel, works, wrongStage);
  await panel.locator('[data-cause="rest-stage-missing-or-unknown"]').click();
  const link = panel.locator(".links li").first();
  const copied = await textOfCopy(panel, () => link.getByRole("button", { name: /Copy/ }).click());
  expect(copied).toBe(await link.getByRole("link").getAttribute("href"));
  expect(copied).toMatch(/^https:\/\//);
});

/** What a click puts on the clipboard; headless Chromium has no clipboard that can be read. */
async function textOfCopy(panel: Frame, click: () => Promise<void>): Promise<string> {
  await panel.evaluate(() => {
    delete document.documentElement.dataset["copied"];
    const write = async (text: string) => {
      document.documentElement.dataset["copied"] = text;
    };
    Object.defineProperty(navigator, "clipboard", { value: { writeText: write }, configurable: true });
  });
  await click();
  const root = panel.locator("html");
  await expect(root).toHaveAttribute("data-copied", /./);
  return (await root.getAttribute("data-copied")) ?? "";
}

test("nothing is wider than the panel, however narrow it is", async ({ devtools, panel }) => {
  // In a wide window of its own the list would stand beside the diagnosis.
  await devtools.dock("right");
  await cause(devtools, "rest-stage-missing-or-unknown");
  await panel.locator('[data-cause="rest-stage-missing-or-unknown"]').first().click();
  for (const width of [320, 400, 560]) {
    await panel.locator("#panel").evaluate((root, pixels) => {
      root.style.width = `${pixels}px`;
    }, width);
    const overflowing = () => panel.locator("#diagnosis").evaluate((box) => box.scrollWidth - box.clientWidth);
    await expect.poll(overflowing, `at ${width} px`).toBeLessThanOrEqual(0);
    const last = steps(panel).getByRole("button").last();
    await last.scrollIntoViewIfNeeded();
    await expect(last).toBeInViewport({ ratio: 1 });
  }
  await panel.locator("#panel").evaluate((root) => root.removeAttribute("style"));
});

test("logs, runbook and console are folded, and commands are written for the chosen shell", async ({
  devtools,
  panel,
}) => {
  await cause(devtools, "api-key-missing");
  await panel.locator('[data-cause="api-key-missing"]').first().click();
  const logs = panel.locator("details", { has: panel.getByRole("heading", { name: /^Logs/ }) });
  const command = logs.locator("pre", { hasText: "filter-log-events" });
  await expect(command).toBeHidden();
  await logs.locator("summary").click();
  await expect(command).toContainText("--log-group-name API-Gateway-Execution-Logs_");
  const role = logs.locator("pre", { hasText: "update-account" });
  await expect(role).toContainText("--patch-operations op=");
  await panel.getByRole("radio", { name: "PowerShell" }).check();
  await expect(role).toContainText("--patch-operations 'op=");
  await panel.getByRole("radio", { name: "bash" }).check();
  await expect(panel.getByRole("heading", { name: /^Runbook/ })).toBeVisible();
});

test("the fix is declared in the words of the chosen tool", async ({ devtools, panel }) => {
  await cause(devtools, "preflight-options-not-defined");
  await panel.locator('[data-cause="preflight-options-not-defined"]').first().click();
  const section = panel.locator("details", { has: panel.getByRole("heading", { name: /^Declare it/ }) });
  const snippet = section.locator("pre").first();
  await expect(snippet).toBeHidden();
  await section.locator("summary").click();
  await expect(snippet).toContainText("Type: AWS::ApiGateway::Method");
  await panel.getByRole("radio", { name: "Terraform" }).check();
  await expect(snippet).toContainText('resource "aws_api_gateway_method"');
  await panel.getByRole("radio", { name: "CloudFormation" }).check();
});
