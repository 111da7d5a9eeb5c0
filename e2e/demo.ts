import { mkdir } from "node:fs/promises";
import type { Frame } from "playwright";
import { demoHost, type RowRequest, rows, startGateway } from "../testing/gateway/index.ts";
import { type Devtools, openDevtools } from "./devtools.ts";

/**
 * The demo of `npm start`: Chromium with DevTools at our tab, on a page whose buttons cause each refusal through the
 * local gateway. Without a display, or with `--text`, it causes all of them, prints what the panel says, and saves a
 * picture.
 */
const hasDisplay = process.platform !== "linux" || Boolean(process.env["DISPLAY"] || process.env["WAYLAND_DISPLAY"]);
const inText = !hasDisplay || Boolean(process.env["CI"]) || process.argv.includes("--text");
const size = { width: 1600, height: 900 };
/** So tall that the list, which draws what can be seen, draws all its rows. */
const tall = { ...size, height: 10_000 };

const gateway = await startGateway();
const devtools = await openDevtools({
  hostRules: gateway.hostRules,
  url: `https://${demoHost}/`,
  headless: inText,
  size,
});
await (inText ? showInText(devtools) : stayOpen(devtools));
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
  await open.frontend.setViewportSize(tall);
  await open.page.evaluate(() => (globalThis as unknown as { causeAll(): Promise<unknown> }).causeAll());
  await untilListed(panel, await Promise.all(rows.map((row) => row.request())));
  const refused = panel.getByTestId("request-row");
  const listed = await refused.evaluateAll(
    (each, selectors) =>
      each.map((row) => [
        row.getAttribute("data-url"),
        row.getAttribute("data-cause"),
        ...selectors.map((selector) => row.querySelector(selector)?.textContent),
      ]),
    [".list-cell-status", ".list-cell-method", ".list-confidence, .list-stopped"],
  );
  for (const [url, cause, status, method, confidence] of listed) {
    console.log(`${status} ${method} ${url} → ${cause}, ${confidence}`);
  }
  await open.frontend.setViewportSize(size);
  await refused.first().click();
  await panel.locator("#diagnosis .headline-pill").first().waitFor();
  await mkdir("test-results", { recursive: true });
  await open.frontend.screenshot({ path: "test-results/panel.png" });
  console.log(`\n${listed.length} requests were refused, or stopped by a refused one.`);
  console.log("See test-results/panel.png for DevTools with the panel.");
  await open.close();
}

/** Waits until each request stands in the list as often as it was made. */
async function untilListed(panel: Frame, made: readonly RowRequest[]): Promise<void> {
  await panel.waitForFunction(
    (wanted) => {
      const listed = [...document.querySelectorAll("[data-url]")].map(
        (row) =>
          `${row.querySelector(".list-cell-method")?.textContent} ${row.getAttribute("data-url")?.split("?")[0]}`,
      );
      return wanted.every((each) => listed.includes(each) && listed.splice(listed.indexOf(each), 1).length === 1);
    },
    // Without queries, since the list masks secrets in them.
    made.map(({ method, url }) => `${method} ${url.split("?")[0]}`),
  );
}
