import { type Devtools, openDevtools } from "../e2e/devtools.ts";
import { demoHost, type RunningGateway, startGateway } from "../testing/gateway/index.ts";
import { buildExtension } from "./build.ts";
import { interleaved } from "./statistics.ts";
import { atMost, type Suite } from "./suite.ts";

/** How many requests the page makes before the panel is shown, of which every tenth is refused. */
const requests = 10_000;

/**
 * From the start of the panel's document to the frame that shows its list, when DevTools already hold many requests,
 * against the frame that says that there are none.
 */
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
    // tsx gives functions their names by a helper, which pages that run such a function lack.
    await devtools.context.addInitScript({ content: "globalThis.__name ??= (named) => named;" });
    await devtools.context.addInitScript(notePaint);
    const panel = await devtools.showPanel();
    await panel.waitForSelector(count === 0 ? ".empty-state" : "[data-testid=request-row], [data-testid=finding-row]");
    await panel.waitForFunction(hasSeen, count);
    return { ms: await panel.evaluate(() => (globalThis as unknown as Noted).painted) };
  } finally {
    await devtools.close();
  }
}

interface Noted {
  /** Resolves to milliseconds since the document began. */
  painted: Promise<number>;
}

/** Runs in every document that opens from now on, before its own scripts. */
function notePaint(): void {
  const isShown = () =>
    document.querySelector(".empty-state, [data-testid=request-row], [data-testid=finding-row]") !== null;
  (globalThis as unknown as Noted).painted = new Promise((resolve) => {
    // The frame after the one that draws it begins when it is painted.
    const look = () => requestAnimationFrame(isShown() ? resolve : look);
    look();
  });
}

/** Runs in the panel: whether it knows of all requests that were made. */
function hasSeen(wanted: number): boolean {
  const seen = document.querySelector(".toolbar-scope button:last-child .toolbar-scope-count")?.textContent ?? "";
  return Number(seen.replaceAll(",", "")) >= wanted;
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
