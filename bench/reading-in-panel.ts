import type { Page } from "playwright";
import { buildExtension } from "./build.ts";
import { openExtension } from "./extension-page.ts";
import { type HarSpecification, type MadeHar, makeHar } from "./har-file.ts";
import { watchMemory } from "./renderer-memory.ts";
import { interleaved } from "./statistics.ts";
import { atLeast, atMost, type Figure, type Goal, type Suite } from "./suite.ts";

/** Larger files make no string in Chromium: `file.text()` gives "". */
const longestString = 500;

type Measure = "ms" | "memory" | "task" | "first";

/** The panel from the choice of a file to the last diagnosis, against parsing its text and against only reading it. */
export const readingInPanel: Suite = {
  name: "reading in the panel",
  async measure({ sizes, rounds }) {
    buildExtension();
    const figures: Figure[] = [];
    for (const specification of sizes.flatMap(filesOf)) {
      figures.push(...(await measureFile(await makeHar(specification), rounds)));
    }
    return figures;
  },
};

/** The worst cases for a reader are measured at one size alone. */
function filesOf(megabytes: number): HarSpecification[] {
  const pretty: HarSpecification = { mix: "realistic", layout: "pretty", megabytes };
  if (megabytes !== 100) return [pretty];
  return [pretty, { ...pretty, layout: "compact" }, { ...pretty, mix: "dense" }, { ...pretty, mix: "escapes" }];
}

async function measureFile(har: MadeHar, rounds: number): Promise<Figure[]> {
  const isComparable = har.megabytes < longestString;
  const { panel, parsed, floor } = await interleaved(
    har.name,
    {
      panel: () => inPanel(har),
      parsed: () => (isComparable ? onBlankPage(har, parseAtOnce) : Promise.resolve(nothing)),
      floor: () => onBlankPage(har, readOnly),
    },
    rounds,
  );
  const figure = (name: string, value: number, unit: Figure["unit"], goal: Goal | null): Figure => ({
    name: `${har.name}: ${name}`,
    value,
    unit,
    goal,
  });
  return [
    figure("time", panel.ms, "ms", null),
    ...(isComparable ? [figure("faster than JSON.parse", parsed.ms / panel.ms, "x", speedGoal(har))] : []),
    figure("time of reading alone", panel.ms / floor.ms, "x", floorGoal(har)),
    figure("first refused request shown", panel.first, "ms", atMost(150)),
    figure("longest task of the page", panel.task, "ms", atMost(50)),
    figure("memory above idle", panel.memory, "MB", atMost(48)),
    figure("memory above idle of reading alone", floor.memory, "MB", null),
    ...(isComparable ? [figure("memory above idle of JSON.parse", parsed.memory, "MB", null)] : []),
  ];
}

function speedGoal({ mix, layout, megabytes }: MadeHar): Goal | null {
  if (mix === "dense") return atLeast(1.2);
  if (mix !== "realistic" || megabytes < 100) return null;
  return atLeast(layout === "pretty" && megabytes >= 400 ? 9 : 3);
}

function floorGoal({ mix, layout, megabytes }: MadeHar): Goal | null {
  if (mix !== "realistic" || layout !== "pretty" || megabytes < 100) return null;
  return atMost(megabytes >= 400 ? 1.25 : 1.9);
}

const nothing = { ms: Number.NaN, memory: Number.NaN, task: Number.NaN, first: Number.NaN };

/** Chooses the file in the real panel; ends when every refused request of it has its diagnosis. */
async function inPanel(har: MadeHar): Promise<Record<Measure, number>> {
  const { page, browser, close } = await openExtension("panel/index.html");
  try {
    await untilReady(page);
    await page.evaluate(watchPanel, har.refused);
    const memory = await watchMemory(browser);
    await page.getByTestId("files").first().setInputFiles(har.path);
    const { ms, first, task } = await page.evaluate(() => (globalThis as unknown as Watched).finished);
    return { ms, first, task, memory: memory.peak() - memory.idle };
  } finally {
    await close();
  }
}

/** Until the panel is drawn and its Worker has its rules: nobody chooses a file sooner. */
async function untilReady(page: Page): Promise<void> {
  const worker = page.workers()[0] ?? (await page.waitForEvent("worker"));
  await worker.evaluate("0");
  await page.evaluate(() => new Promise((idle) => requestIdleCallback(() => idle(null))));
}

interface Watched {
  finished: Promise<{ readonly ms: number; readonly first: number; readonly task: number }>;
}

/** Runs in the panel. */
function watchPanel(refused: number): void {
  let [start, first, task] = [0, 0, 0];
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) task = Math.max(task, duration);
  }).observe({ type: "longtask" });
  document.addEventListener("change", () => (start ||= performance.now()), { capture: true });
  const isShown = () => document.querySelector('[data-testid="request-row"], [data-testid="finding-row"]') !== null;
  const count = () => document.querySelector(".status-bar [role=status]")?.textContent?.replaceAll(",", "") ?? "";
  const isFinished = () => count().startsWith(`${refused} refused`) && document.querySelector(".reading") === null;
  (globalThis as unknown as Watched).finished = new Promise((resolve) => {
    const look = () => {
      requestAnimationFrame(look);
      if (start === 0) return;
      if (first === 0 && isShown()) first = performance.now() - start;
      if (!isFinished()) return;
      const ms = performance.now() - start;
      // Long tasks are told some moments after they end.
      setTimeout(() => resolve({ ms, first, task }), 100);
    };
    look();
  });
}

async function onBlankPage(har: MadeHar, work: (file: File) => Promise<unknown>): Promise<Record<Measure, number>> {
  const { page, browser, close } = await openExtension(null);
  try {
    await page.setContent('<input type="file">');
    const memory = await watchMemory(browser);
    await page.setInputFiles("input", har.path);
    const ms = await timeOf(page, work);
    return { ...nothing, ms, memory: memory.peak() - memory.idle };
  } finally {
    await close();
  }
}

function timeOf(page: Page, work: (file: File) => Promise<unknown>): Promise<number> {
  return page.evaluate(async (source) => {
    const file = document.querySelector("input")?.files?.[0];
    const start = performance.now();
    await new Function("file", `return (${source})(file)`)(file);
    return performance.now() - start;
  }, String(work));
}

async function parseAtOnce(file: File): Promise<unknown> {
  return JSON.parse(await file.text());
}

/** Every byte into the page's process and no further: nothing that reads a file can be faster. */
async function readOnly(file: File): Promise<void> {
  const reader = file.stream().getReader({ mode: "byob" });
  const size = 4 * 1024 * 1024;
  let next = reader.read(new Uint8Array(size));
  let afterNext = reader.read(new Uint8Array(size));
  for (let result = await next; !result.done; result = await next) {
    next = afterNext;
    afterNext = reader.read(new Uint8Array(result.value.buffer));
  }
}
