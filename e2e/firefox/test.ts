import { test as base, expect } from "playwright/test";
import { demoHost, startGateway } from "../../testing/gateway/index.ts";
import type { Listed } from "../listed-row.ts";
import { type FirefoxDevtools, type FirefoxPage, openFirefox } from "./devtools.ts";

export { expect };

interface PerWorker {
  /** The toolbox open on the demo page, shared by all tests of a worker. */
  readonly devtools: FirefoxDevtools;
  readonly panel: FirefoxPage;
}

/** Tests with a local API Gateway and the real toolbox of Firefox; both are started once a worker. */
export const test = base.extend<object, PerWorker>({
  devtools: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures out of the pattern
    async ({}, use) => {
      const { devtools, close } = await openOnDemo();
      await use(devtools);
      await close();
    },
    { scope: "worker" },
  ],
  panel: [async ({ devtools }, use) => use(await devtools.showPanel()), { scope: "worker" }],
});

/** Starts a local API Gateway, and a Firefox with its toolbox open on the demo page. */
export async function openOnDemo(): Promise<{ readonly devtools: FirefoxDevtools; close(): Promise<void> }> {
  const gateway = await startGateway();
  const devtools = await openFirefox({ portOf: gateway.portOf, url: `https://${demoHost}/` });
  const close = async () => {
    await devtools.close();
    await gateway.close();
  };
  return { devtools, close };
}

/** Lets the demo page make a row's requests; gives what the page saw. */
export function cause({ page }: FirefoxDevtools, row: string): Promise<string> {
  return page.evaluate((id) => (globalThis as unknown as DemoPage).causeRow(id), row);
}

interface DemoPage {
  causeRow(id: string): Promise<string>;
}

/** What the list shows, or what it shows for one address, the query left out. */
export function listed(panel: FirefoxPage, url?: string): Promise<readonly Listed[]> {
  return panel.evaluate(
    (start) =>
      [...document.querySelectorAll('[data-testid="request-row"]')]
        .filter((row) => row.getAttribute("data-url")?.startsWith(start))
        .map((row) => ({ cause: row.getAttribute("data-cause"), text: row.textContent ?? "" })),
    url?.split("?")[0] ?? "",
  );
}

/** The text of the first element that a CSS selector finds; null while there is none. */
export function textOf(panel: FirefoxPage, selector: string): Promise<string | null> {
  return panel.evaluate((wanted) => document.querySelector(wanted)?.textContent ?? null, selector);
}

/** Clicks the first element that a CSS selector finds, as soon as there is one. */
export async function click(panel: FirefoxPage, selector: string): Promise<void> {
  const clicked = () =>
    panel.evaluate((wanted) => {
      const found = document.querySelector<HTMLElement>(wanted);
      found?.click();
      return found !== null;
    }, selector);
  await expect.poll(clicked, `there is no ${selector}`).toBe(true);
}

/** Takes away everything that was recorded. */
export async function clear(panel: FirefoxPage): Promise<void> {
  await click(panel, 'button[aria-label="Clear"]');
  await expect.poll(() => listed(panel)).toEqual([]);
}

/** Drops files onto the panel: their texts by their names. */
export async function drop(page: FirefoxPage, files: Readonly<Record<string, string>>): Promise<void> {
  await page.evaluate((contents) => {
    const dataTransfer = new DataTransfer();
    for (const [name, text] of Object.entries(contents)) dataTransfer.items.add(new File([text], name));
    document.body.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
  }, files);
}
