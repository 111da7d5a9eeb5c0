import type { Frame } from "playwright";
import { executeApiHost, forms, names } from "../testing/gateway/demo-account.ts";
import { expectNoViolations } from "./accessibility-checks.ts";
import type { Devtools } from "./devtools.ts";
import { empty } from "./panel-states.ts";
import { expect, rowsFor, test } from "./test.ts";

test.beforeEach(({ devtools, panel }) => empty(panel, devtools));
test.afterEach(({ devtools, panel }) => empty(panel, devtools));

const shop = `https://${executeApiHost(forms.readable.shopId)}`;
const hidden = `https://${executeApiHost(forms.unreadable.shopId)}`;
const httpApi = `https://${executeApiHost(names.httpApiId)}`;

/** Lets the page make one request, and chooses it in the list. */
async function refuse({ page }: Devtools, panel: Frame, url: string, init: RequestInit = {}): Promise<void> {
  await page.evaluate(([address, options]) => fetch(address, options).then(String, String), [url, init] as const);
  await rowsFor(panel, url).first().click();
  await expect(panel.locator("#diagnosis")).toBeVisible();
}

const verdict = (panel: Frame) => panel.getByTestId("asked-verdict");
const button = (panel: Frame) => panel.getByRole("button", { name: "Ask", exact: true });
const asked = (panel: Frame) => panel.getByRole("list", { name: "Asked" }).locator("> li");
const ended = (panel: Frame) => panel.locator(".probe > .detail-aside").last();

/** Asks once, and waits for what came back. */
async function ask(panel: Frame): Promise<void> {
  const before = await asked(panel).count();
  await button(panel).click();
  await expect(asked(panel)).toHaveCount(before + 1, { timeout: 15_000 });
}

/** Asks until nothing is worth a request any more; gives how many were made. */
async function askAll(panel: Frame): Promise<number> {
  await expect(button(panel)).toBeVisible();
  while (await button(panel).isVisible()) await ask(panel);
  return asked(panel).count();
}

for (const { what, url, cause } of [
  { what: "Forbidden for want of a stage", url: `${shop}/orders/17`, cause: "rest-stage-missing-or-unknown" },
  { what: "Forbidden for want of a key", url: `${shop}/prod/partners`, cause: "api-key-missing" },
  { what: "the same, hidden by CORS", url: `${hidden}/prod/partners`, cause: "api-key-missing" },
  {
    what: "an HTTP API's authorizer",
    url: `${httpApi}/members?member=silver`,
    cause: "http-api-lambda-authorizer-deny",
  },
]) {
  test(`the page asks, and the true cause is first: ${what}`, async ({ devtools, panel }) => {
    await refuse(devtools, panel, url);
    expect(await askAll(panel)).toBeLessThanOrEqual(5);
    await expect(verdict(panel)).toHaveAttribute("data-cause", cause);
    await expect(verdict(panel)).toContainText(/likely|certain/);
    await expect(rowsFor(panel, url).first(), "the list goes by the responses").toHaveAttribute("data-cause", cause);
    await expect(panel.locator("#diagnosis .headline-pill").first()).toHaveText(/likely|certain/);
    await expect(ended(panel)).toBeVisible();
  });
}

test("where no harmless request tells the rest apart, it says so", async ({ devtools, panel }) => {
  await refuse(devtools, panel, `${shop}/prod/ledger`);
  await askAll(panel);
  await expect(ended(panel)).toHaveText("No harmless request would tell much more.");
  await expect(verdict(panel)).not.toContainText("certain");
});

test("what is sent is shown before, and what was sent is no request of the list", async ({ devtools, panel }) => {
  await refuse(devtools, panel, `${shop}/prod/partners`);
  const shown = await panel.locator(".probe .code-block pre").textContent();
  const sent: string[] = [];
  devtools.page.on("request", (request) => sent.push(`${request.method()} ${request.url()}`));
  await ask(panel);
  expect(sent).toEqual([shown]);
  await expect(panel.getByRole("button", { name: /^Seen: 1\b/ })).toBeVisible();
  devtools.page.removeAllListeners("request");
});

test("a page whose policy forbids the request is told of, with the command instead", async ({ devtools, panel }) => {
  await refuse(devtools, panel, `${shop}/prod/partners`);
  await devtools.page.evaluate(() => {
    const policy = document.createElement("meta");
    policy.httpEquiv = "content-security-policy";
    policy.content = "connect-src 'none'";
    document.head.append(policy);
  });
  await button(panel).click();
  await expect(panel.getByRole("alert").filter({ hasText: "No response was seen" })).toBeVisible({ timeout: 20_000 });
  await expect(button(panel)).toBeEnabled();
  await expect(panel.getByText("curl -si").first()).toBeVisible();
  await devtools.page.reload();
});

test("nothing that a page does makes the panel ask", async ({ devtools, panel }) => {
  await refuse(devtools, panel, `${shop}/prod/partners`);
  await expect(button(panel)).toBeVisible();
  const sent: string[] = [];
  devtools.page.on("request", (request) => sent.push(request.url()));
  await devtools.page.evaluate(() => {
    for (const message of ["ask", { type: "ask" }, { ask: true, key: "0 live" }]) postMessage(message, "*");
    document.dispatchEvent(new Event("handover"));
    document.body.click();
  });
  await expect(asked(panel)).toHaveCount(0);
  expect(sent).toEqual([]);
  devtools.page.removeAllListeners("request");
});

test("axe finds nothing before and after it is asked, light and dark", async ({ devtools, panel }) => {
  await refuse(devtools, panel, `${shop}/prod/partners`);
  await expect(button(panel)).toBeVisible();
  await expectNoViolations(devtools, panel, "before");
  expect(await askAll(panel)).toBeGreaterThan(0);
  await expectNoViolations(devtools, panel, "after");
});
