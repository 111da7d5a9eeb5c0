import { mkdir } from "node:fs/promises";
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
  const panel = await open.showPanel();
  await open.page.evaluate(() => (globalThis as unknown as { causeAll(): Promise<unknown> }).causeAll());
  const lines = panel.getByTestId("request-row");
  await panel.waitForFunction(
    (least) => document.querySelectorAll('[data-testid="request-row"]').length >= least,
    rows.length,
  );
  const listed = await lines.evaluateAll((each) =>
    each.map((row) => {
      const cells = [...row.querySelectorAll("td")].map((cell) => cell.innerText.replace(/\s+/g, " ").trim());
      return [cells[0], cells[1], row.getAttribute("data-url"), "→", cells[4]].join(" ");
    }),
  );
  for (const line of listed) console.log(line);
  await lines.first().click();
  await mkdir("test-results", { recursive: true });
  await open.frontend.screenshot({ path: "test-results/panel.png" });
  console.log(
    `\n${listed.length} refused requests. There is no display here; see test-results/panel.png for DevTools with the panel.`,
  );
  await open.close();
}
