import axe from "axe-core";
import type { Frame, Page } from "playwright";
import { expect } from "playwright/test";
import type { Devtools } from "./devtools.ts";

/** Fails where axe finds anything, light or dark. The colours of a theme may be drawn some frames after its name is there. */
export async function expectNoViolations(devtools: Devtools, panel: Frame, when = ""): Promise<void> {
  for (const theme of ["light", "dark"] as const) {
    await devtools.theme(theme);
    await expect(panel.locator("html")).toHaveAttribute("data-theme", theme);
    await expect.poll(() => violations(panel), `${theme} ${when}`).toEqual([]);
  }
}

/** What axe-core finds against WCAG 2.2, A and AA, and its own best practices; DevTools' page around is not ours. */
export async function violations(panel: Frame | Page): Promise<readonly string[]> {
  await panel.evaluate(axe.source);
  const results = await panel.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: typeof import("axe-core") };
    return axe.run(document, { resultTypes: ["violations"], rules: { "target-size": { enabled: true } } });
  });
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 200)} ${failureSummary}`),
  );
}

/** Controls that stand outside of the panel where no scrolling brings them in, and parts that scroll sideways. */
export async function cut(panel: Frame): Promise<readonly string[]> {
  return panel.evaluate(() => {
    const { clientWidth, clientHeight } = document.documentElement;
    const sideways = [document.documentElement, ...document.querySelectorAll("main, main *, dialog, header, footer")]
      .filter(
        (each) => ["auto", "scroll"].includes(getComputedStyle(each).overflowX) || each === document.documentElement,
      )
      .filter((each) => each.scrollWidth > each.clientWidth && !each.matches("pre, textarea"))
      .map((each) => `scrolls sideways: ${each.tagName} ${each.className}`);
    const controls = [...document.querySelectorAll<HTMLElement>("button, input:not([hidden]), a, summary, textarea")];
    const outside = controls
      .filter((each) => each.checkVisibility() && !each.closest(".column-heads"))
      .filter((each) => {
        each.scrollIntoView({ block: "nearest" });
        const { left, right, top, bottom } = each.getBoundingClientRect();
        return left < 0 || right > clientWidth + 1 || top < -1 || (bottom > clientHeight + 1 && top > clientHeight - 8);
      })
      .map((each) => `cannot be reached: ${each.outerHTML.slice(0, 160)}`);
    return [...sideways, ...outside];
  });
}

/**
 * Targets that are neither 24 px in both directions nor as far from the others as if they were, rows of the list
 * included (WCAG 2.2, 2.5.8). Links within a sentence are exempt; edges that can be moved have keys that do the same.
 */
export async function smallTargets(panel: Frame): Promise<readonly string[]> {
  return panel.evaluate(() => {
    const least = 24;
    const all =
      "button, a[href], input:not([type=checkbox], [type=radio]), textarea, summary, label:has(input), tr[data-index], [role=slider]";
    const root = document.querySelector("dialog[open]") ?? document;
    const targets = [...root.querySelectorAll<HTMLElement>(all)]
      .filter((each) => each.checkVisibility() && !isInSentence(each))
      .map((target) => ({ target, box: target.getBoundingClientRect() }));
    const isSmall = ({ width, height }: DOMRect) => Math.min(width, height) < least - 0.1;
    return targets
      .filter(({ target, box }) => isSmall(box) && targets.some((other) => isTooNear(target, box, other)))
      .map(({ target, box }) => `${box.width} × ${box.height}: ${target.outerHTML.slice(0, 160)}`);

    function isInSentence(target: HTMLElement): boolean {
      const isInline = getComputedStyle(target).display.startsWith("inline");
      const around = [...(target.parentElement?.childNodes ?? [])];
      return isInline && around.some((node) => node instanceof Text && node.data.trim() !== "");
    }

    function isTooNear(target: HTMLElement, box: DOMRect, other: { target: HTMLElement; box: DOMRect }): boolean {
      if (target === other.target || target.contains(other.target) || other.target.contains(target)) return false;
      const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
      const nearestX = Math.max(other.box.left, Math.min(x, other.box.right));
      const nearestY = Math.max(other.box.top, Math.min(y, other.box.bottom));
      const toMiddle = Math.hypot(x - other.box.x - other.box.width / 2, y - other.box.y - other.box.height / 2);
      return Math.hypot(x - nearestX, y - nearestY) < least / 2 || (isSmall(other.box) && toMiddle < least);
    }
  });
}
