import type { Frame } from "playwright";
import { test as base, expect } from "playwright/test";
import { demoHost, type RunningGateway, startGateway } from "../testing/gateway/index.ts";
import { type Devtools, openDevtools } from "./devtools.ts";

export { expect };

interface PerWorker {
  readonly gateway: RunningGateway;
  /** DevTools open on the demo page, shared by the tests of a worker. */
  readonly devtools: Devtools;
  readonly panel: Frame;
}

/** Tests with a local API Gateway and real DevTools. Both are started once a worker. */
export const test = base.extend<object, PerWorker>({
  gateway: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures out of the pattern
    async ({}, use) => {
      const gateway = await startGateway();
      await use(gateway);
      await gateway.close();
    },
    { scope: "worker" },
  ],
  devtools: [
    async ({ gateway }, use) => {
      const devtools = await openDevtools({ hostRules: gateway.hostRules, url: `https://${demoHost}/` });
      await use(devtools);
      await devtools.close();
    },
    { scope: "worker" },
  ],
  panel: [async ({ devtools }, use) => use(await devtools.showPanel()), { scope: "worker" }],
});

/** Lets the demo page make a row's requests; gives what the page saw. */
export async function cause(devtools: Devtools, row: string): Promise<string> {
  return devtools.page.evaluate((id) => (globalThis as unknown as DemoPage).causeRow(id), row);
}

interface DemoPage {
  causeRow(id: string): Promise<string>;
}

/** The rows of the list for one address, its query left out since signatures and secrets stand there. */
export function rowsFor(panel: Frame, url: string) {
  return panel.locator(`[data-testid="request-row"][data-url^=${JSON.stringify(url.split("?")[0])}]`);
}
