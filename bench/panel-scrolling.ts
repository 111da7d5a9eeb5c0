import { writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { CDPSession, Page } from "playwright";
import { buildExtension } from "./build.ts";
import { openExtension } from "./extension-page.ts";
import { medians } from "./statistics.ts";
import { atLeast, atMost, type Suite } from "./suite.ts";

const rows = 100_000;

/** Frames that are scrolled. */
const frames = 600;

/**
 * Scrolling through a long list: how many frames a second, the longest time between two, and the time that the page's own
 * thread computes for one, which tells more where others use the machine.
 */
export const panelScrolling: Suite = {
  name: "scrolling in the panel",
  async measure({ rounds }) {
    buildExtension();
    const path = writeCapture();
    const runs = [];
    for (let round = 0; round < rounds; round++) runs.push(await scroll(path));
    const { rate, longest, work } = medians(runs);
    return [
      { name: `computing a frame, ${rows} rows`, value: work, unit: "ms", goal: null },
      { name: `frames a second, ${rows} rows`, value: rate, unit: "frames/s", goal: atLeast(59) },
      { name: `longest frame, ${rows} rows`, value: longest, unit: "ms", goal: atMost(32) },
    ];
  },
};

function writeCapture(): string {
  const path = join(tmpdir(), "apigw403-bench-rows.har");
  const entries = Array.from({ length: rows }, (_, index) => ({
    startedDateTime: new Date(Date.UTC(2026, 2, 2, 9, 0, 0, index * 10)).toISOString(),
    request: { method: "GET", url: `https://api.example.com/prod/orders/${index}`, headers: [] },
    response: { status: index % 1000 === 0 ? 403 : 200, headers: [{ name: "server", value: "x" }], content: {} },
  }));
  writeFileSync(path, JSON.stringify({ log: { entries } }));
  return path;
}

async function scroll(
  path: string,
): Promise<{ readonly rate: number; readonly longest: number; readonly work: number }> {
  const { page, close } = await openExtension("panel/index.html");
  try {
    await page.getByTestId("files").first().setInputFiles(path);
    await page.getByRole("button", { name: /^Seen/ }).click();
    await page.waitForFunction(
      (wanted) => Number(document.querySelector("table.list")?.getAttribute("aria-rowcount")) > wanted,
      rows,
      { timeout: 120_000 },
    );
    const thread = await page.context().newCDPSession(page);
    await thread.send("Performance.enable");
    const before = await threadTime(thread);
    const times = await framesWhileScrolling(page);
    return { ...times, work: ((await threadTime(thread)) - before) / frames };
  } finally {
    await close();
  }
}

/** Milliseconds that the page's own thread computed so far. */
async function threadTime(thread: CDPSession): Promise<number> {
  const { metrics } = await thread.send("Performance.getMetrics");
  return 1000 * (metrics.find(({ name }) => name === "ThreadTime")?.value ?? Number.NaN);
}

function framesWhileScrolling(page: Page): Promise<{ rate: number; longest: number }> {
  return page.evaluate(async (wanted) => {
    const frame = () => new Promise<number>(requestAnimationFrame);
    const list = document.querySelector(".list-frame");
    if (list === null) throw new Error("the panel has no list");
    // Whatever the file's arrival still left to do.
    for (let settled = 0; settled < 60; settled++) await frame();
    const times = [await frame()];
    while (times.length <= wanted) {
      list.scrollTop += times.length % 100 === 0 ? 200_000 : 250;
      times.push(await frame());
    }
    const lengths = times.slice(1).map((time, index) => time - (times[index] ?? time));
    const whole = (times.at(-1) ?? 0) - (times[0] ?? 0);
    return { rate: (1000 * lengths.length) / whole, longest: Math.max(...lengths) };
  }, frames);
}
