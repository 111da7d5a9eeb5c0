import { writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright";
import { buildExtension } from "./build.ts";
import { openExtension } from "./extension-page.ts";
import { medians } from "./statistics.ts";
import { atLeast, atMost, type Suite } from "./suite.ts";

const rows = 100_000;

/** Scrolling through a long list: how many frames a second, and the longest time between two. */
export const panelScrolling: Suite = {
  name: "scrolling in the panel",
  async measure({ rounds }) {
    buildExtension();
    const path = writeCapture();
    const runs = [];
    for (let round = 0; round < rounds; round++) runs.push(await scroll(path));
    const { rate, longest } = medians(runs);
    return [
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

async function scroll(path: string): Promise<{ readonly rate: number; readonly longest: number }> {
  const { page, close } = await openExtension("panel/index.html");
  try {
    await page.getByTestId("files").first().setInputFiles(path);
    await page.getByRole("button", { name: /^Seen/ }).click();
    await page.waitForFunction(
      (wanted) => Number(document.querySelector("table.list")?.getAttribute("aria-rowcount")) > wanted,
      rows,
      { timeout: 120_000 },
    );
    return await framesWhileScrolling(page);
  } finally {
    await close();
  }
}

function framesWhileScrolling(page: Page): Promise<{ rate: number; longest: number }> {
  return page.evaluate(async () => {
    const frame = () => new Promise<number>(requestAnimationFrame);
    const list = document.querySelector(".list-frame");
    if (list === null) throw new Error("the panel has no list");
    // Whatever the file's arrival still left to do.
    for (let settled = 0; settled < 60; settled++) await frame();
    const times = [await frame()];
    while (times.length <= 600) {
      list.scrollTop += times.length % 100 === 0 ? 200_000 : 250;
      times.push(await frame());
    }
    const lengths = times.slice(1).map((time, index) => time - (times[index] ?? time));
    const whole = (times.at(-1) ?? 0) - (times[0] ?? 0);
    return { rate: (1000 * lengths.length) / whole, longest: Math.max(...lengths) };
  });
}
