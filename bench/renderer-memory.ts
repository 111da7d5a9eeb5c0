import { readFileSync } from "node:fs";
import type { CDPSession } from "playwright";

/** Milliseconds between two looks at the memory. */
const interval = 15;

/**
 * The memory of a browser's renderer processes together, in megabytes, as Linux counts it. Watches until `peak` is
 * called, which gives the most that was seen.
 */
export async function watchMemory(browser: CDPSession): Promise<{ readonly idle: number; peak(): number }> {
  const { processInfo } = await browser.send("SystemInfo.getProcessInfo");
  const renderers = processInfo.filter(({ type }) => type === "renderer").map(({ id }) => id);
  const idle = residentOf(renderers);
  let most = idle;
  const timer = setInterval(() => {
    most = Math.max(most, residentOf(renderers));
  }, interval);
  return {
    idle,
    peak() {
      clearInterval(timer);
      return most;
    },
  };
}

function residentOf(processes: readonly number[]): number {
  return processes.reduce((sum, id) => sum + residentKilobytes(id), 0) / 1000;
}

function residentKilobytes(id: number): number {
  try {
    return Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${id}/status`, "utf8"))?.[1] ?? 0);
  } catch {
    return 0;
  }
}
