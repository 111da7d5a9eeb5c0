import { readFileSync } from "node:fs";
import type { CDPSession } from "playwright";

/** Milliseconds between two looks at the memory. */
const interval = 15;

/**
 * The memory of the renderer processes of extensions together, in megabytes, as Linux counts it. All pages and Workers of an extension share one process.
 */
export async function extensionMemory(browser: CDPSession): Promise<number> {
  return residentOf((await renderersOf(browser)).filter(isOfExtensions));
}

/**
 * The memory of a browser's renderer processes together, in megabytes, as Linux counts it. Watches until `peak` is
 * called, which gives the most that was seen.
 */
export async function watchMemory(browser: CDPSession): Promise<{ readonly idle: number; peak(): number }> {
  const renderers = await renderersOf(browser);
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

async function renderersOf(browser: CDPSession): Promise<readonly number[]> {
  const { processInfo } = await browser.send("SystemInfo.getProcessInfo");
  return processInfo.filter(({ type }) => type === "renderer").map(({ id }) => id);
}

function isOfExtensions(id: number): boolean {
  return textOf(`/proc/${id}/cmdline`).includes("--extension-process");
}

function residentOf(processes: readonly number[]): number {
  return processes.reduce((sum, id) => sum + residentKilobytes(id), 0) / 1000;
}

function residentKilobytes(id: number): number {
  return Number(/^VmRSS:\s+(\d+)/m.exec(textOf(`/proc/${id}/status`))?.[1] ?? 0);
}

/** Empty where the process has ended. */
function textOf(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}
