import { mkdir } from "node:fs/promises";
import type { Frame } from "playwright";
import { type Devtools, openDevtools } from "./devtools.ts";
import { demoHost, rows, startGateway } from "./gateway/index.ts";

/**
 * The demo of `npm start`: Chromium with DevTools at our tab, on a page whose buttons cause each refusal through the
 * local gateway. Without a display it causes all of them, prints what the panel says, and saves a picture.
 */
const hasDisplay = process.platform !== "linux" || Boolean(process.env["DISPLAY"] || process.env["WAYLAND_DISPLAY"]);
const headless = !hasDisplay || Boolean(process.env["CI"]);

const gateway = await startGateway();
const devtools = await openDevtools({
  hostRules: gateway.hostRules,
  url: `https://${demoHost}/`,
  headless,
  size: { width: 1600, height: 900 },
});
await (headless ? showInText(devtools) : stayOpen(devtools));
await gateway.close();

async function stayOpen(open: Devtools): Promise<void> {
  await open.showPanel();
  console.log("Chromium is open: press a button of the demo page and look at the tab “API Gateway 403” in DevTools.");
  console.log("Close the window or press Ctrl+C to end.");
  await open.page.waitForEvent("close", { timeout: 0 });
  await open.close();
}

async function showInText(open: Devtools): Promise<void> {
  await open.dock("undocked");
  const panel = await open.showPanel();
  await open.page.evaluate(() => (globalThis as unknown as { causeAll(): Promise<unknown> }).causeAll());
  await untilListed(panel, await Promise.all(rows.map(async (row) => (await row.request()).url)));
  const refused = panel.getByTestId("request-row");
  const listed = await refused.evaluateAll(
    (each, selectors) =>
      each.map((row) => [
        row.getAttribute("data-url"),
        row.getAttribute("data-cause"),
        ...selectors.map((selector) => row.querySelector(selector)?.textContent),
      ]),
    [".cell-status", ".cell-method", ".confidence, .stopped"],
  );
  for (const [url, cause, status, method, confidence] of listed) {
    console.log(`${status} ${method} ${url} → ${cause}, ${confidence}`);
  }
  await refused.first().click();
  await mkdir("test-results", { recursive: true });
  await open.frontend.screenshot({ path: "test-results/panel.png" });
  console.log(`\n${listed.length} refused requests.`);
  console.log("There is no display here: see test-results/panel.png for DevTools with the panel.");
  await open.close();
}

/** Waits until every address stands in the list; queries are left out, since the list masks secrets in them. */
async function untilListed(panel: Frame, urls: readonly string[]): Promise<void> {
  await panel.waitForFunction(
    (wanted) => {
      const listed = [...document.querySelectorAll("[data-url]")].map((row) => row.getAttribute("data-url") ?? "");
      return wanted.every((url) => listed.some((each) => each.startsWith(url)));
    },
    urls.map((url) => url.split("?")[0] ?? url),
  );
}
