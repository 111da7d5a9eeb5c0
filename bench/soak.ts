import type { CDPSession, Frame } from "playwright";
import { usePanel } from "../e2e/answer-times.ts";
import { openDevtools } from "../e2e/devtools.ts";
import { type Load, makeRequests } from "../e2e/load.ts";
import { keptAtMost } from "../src/session/eviction.ts";
import { demoHost, startGateway } from "../testing/gateway/index.ts";
import { buildExtension } from "./build.ts";
import { extensionMemory } from "./renderer-memory.ts";
import { median } from "./statistics.ts";
import { atLeast, atMost, type Figure } from "./suite.ts";

/** What was seen of the panel and its memory at a moment. */
interface Sample {
  readonly seen: number;
  readonly megabytes: number;
}

/** Milliseconds between two looks at the memory. */
const interval = 1000;

/** Requests that are made before anything is measured, so that the list has rows. */
const ahead = 100;

/**
 * A page that makes requests for minutes, a tenth of which is refused, in real DevTools: whether the panel counts each
 * refusal, whether memory stays flat once no more requests are kept, and how soon the panel answers meanwhile.
 */
export async function soak({ requests, perSecond }: Load): Promise<readonly Figure[]> {
  buildExtension();
  const gateway = await startGateway();
  const devtools = await openDevtools({ hostRules: gateway.hostRules, url: `https://${demoHost}/` });
  const { context, frontend, page } = devtools;
  const panel = await devtools.showPanel();
  // tsx gives functions their names by a helper, which pages that run such a function lack.
  for (const frame of [page, panel]) await frame.evaluate("globalThis.__name ??= (named) => named");
  const browser = await context.browser()?.newBrowserCDPSession();
  if (browser === undefined) throw new Error("Chromium takes no debugger");
  const first = await makeRequests(page, { requests: ahead, perSecond });
  await untilCounted(panel, first.refused);
  const user = await usePanel(frontend, panel);
  const watch = watchMemory(panel, browser);
  const loaded = await makeRequests(page, { requests: requests - ahead, perSecond });
  const answers = await user.stop();
  const refused = first.refused + loaded.refused;
  const counted = await untilCounted(panel, refused);
  const seen = await numberIn(panel, "span");
  const samples = await watch.stop();
  await devtools.close();
  await gateway.close();
  const full = samples.filter(({ seen }) => seen > keptAtMost * 1.2).map(({ megabytes }) => megabytes);
  const part = Math.ceil(full.length / 4);
  const atFirst = median(full.slice(0, part));
  const atLast = median(full.slice(-part));
  return [
    { name: "made", value: requests, unit: "requests", goal: null },
    { name: "made", value: (requests - ahead) / loaded.seconds, unit: "requests/s", goal: atLeast(0.9 * perSecond) },
    { name: "made, but not seen by the panel", value: Math.max(0, requests - seen), unit: "requests", goal: atMost(0) },
    { name: "refused", value: refused, unit: "requests", goal: null },
    { name: "refused, but not counted by the panel", value: refused - counted, unit: "requests", goal: atMost(0) },
    { name: "memory once no more are kept", value: atFirst, unit: "MB", goal: null },
    { name: "memory at the end", value: atLast, unit: "MB", goal: null },
    { name: "memory at the end against that", value: atLast / atFirst, unit: "x", goal: atMost(1.1) },
    { name: "keys pressed and moves made", value: answers.length, unit: "times", goal: null },
    { name: "answer to a key or move, median", value: median(answers), unit: "ms", goal: atMost(100) },
    { name: "answer to a key or move, 95 of 100", value: portion(answers, 0.95), unit: "ms", goal: atMost(100) },
    { name: "answer to a key or move, the longest", value: Math.max(...answers), unit: "ms", goal: null },
  ];
}

/** Waits until the panel counts as many refusals, or as long as it counts more of them; gives how many it counts. */
async function untilCounted(panel: Frame, refused: number): Promise<number> {
  for (let counted = -1; ; ) {
    const now = await numberIn(panel, "[role=status]");
    if (now >= refused || now === counted) return now;
    counted = now;
    await panel.page().waitForTimeout(5000);
  }
}

/** The first number in a part of the status bar. */
async function numberIn(panel: Frame, selector: string): Promise<number> {
  const text = await panel.locator(`.status-bar ${selector}`).first().innerText();
  return Number(/[\d,]+/.exec(text)?.[0].replaceAll(",", "") ?? Number.NaN);
}

function watchMemory(panel: Frame, browser: CDPSession): { stop(): Promise<readonly Sample[]> } {
  const samples: Sample[] = [];
  let isStopped = false;
  const look = async () => {
    while (!isStopped) {
      samples.push({ seen: await numberIn(panel, "span"), megabytes: await extensionMemory(browser) });
      const last = samples.at(-1);
      if (samples.length % 10 === 0) process.stderr.write(`${last?.seen} requests seen, ${last?.megabytes} MB\n`);
      await panel.page().waitForTimeout(interval);
    }
  };
  const looking = look();
  return {
    async stop() {
      isStopped = true;
      await looking;
      return samples;
    },
  };
}

/** What so large a part of the measurements does not exceed. */
function portion(values: readonly number[], part: number): number {
  return values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) * part)] ?? Number.NaN;
}
