import { type Devtools, openDevtools } from "../e2e/devtools.ts";
import { demoHost, type RunningGateway, startGateway } from "../e2e/gateway/index.ts";
import { buildExtension } from "./build.ts";
import { interleaved } from "./statistics.ts";
import { atMost, type Suite } from "./suite.ts";

/** How many requests the page makes before the panel is shown, of which every tenth is refused. */
const requests = 10_000;

/** The panel's first paint when DevTools already hold many requests, against that of an empty panel. */
export const panelFirstPaint: Suite = {
  name: "first paint of the panel",
  async measure({ rounds }) {
    buildExtension();
    const gateway = await startGateway();
    const { full, empty } = await interleaved(
      "first paint",
      { full: () => firstPaint(gateway, requests), empty: () => firstPaint(gateway, 0) },
      rounds,
    );
    await gateway.close();
    return [
      { name: "empty", value: empty.ms, unit: "ms", goal: null },
      { name: `with ${requests} requests`, value: full.ms, unit: "ms", goal: null },
      { name: `with ${requests} requests against empty`, value: full.ms / empty.ms, unit: "x", goal: atMost(1.5) },
    ];
  },
};

async function firstPaint(gateway: RunningGateway, count: number): Promise<{ readonly ms: number }> {
  const devtools = await openDevtools({ hostRules: gateway.hostRules, url: `https://${demoHost}/` });
  try {
    await makeRequests(devtools, count);
    const panel = await devtools.showPanel();
    const ms = await panel.evaluate(
      () =>
        new Promise<number>((resolve) => {
          const type = "paint";
          new PerformanceObserver((list, observer) => {
            const [paint] = list.getEntriesByName("first-contentful-paint");
            if (paint === undefined) return;
            observer.disconnect();
            resolve(paint.startTime);
          }).observe({ type, buffered: true });
        }),
    );
    return { ms };
  } finally {
    await devtools.close();
  }
}

/** Ends when DevTools have told the extension of the last one. */
async function makeRequests({ page }: Devtools, count: number): Promise<void> {
  await page.evaluate(async (wanted) => {
    const atOnce = 50;
    for (let made = 0; made < wanted; made += atOnce) {
      const urls = Array.from({ length: atOnce }, (_, index) =>
        index % 10 === 0 ? "https://r4k9w2x7qa.execute-api.eu-west-1.amazonaws.com/production/orders" : "/favicon.ico",
      );
      await Promise.all(urls.map((url, index) => fetch(`${url}?${made + index}`).catch(() => null)));
    }
  }, count);
}
