import type { Frame, Locator } from "playwright";
import { cut, expectNoViolations, smallTargets, violations } from "./accessibility-checks.ts";
import { empty, showExample, states, usualSize } from "./panel-states.ts";
import { expect, test } from "./test.ts";

test.beforeEach(async ({ devtools, panel }) => {
  await devtools.dock("undocked");
  await empty(panel, devtools);
});

test.afterEach(({ devtools, panel }) => empty(panel, devtools));

/** Zoom halves the room that there is: https://www.w3.org/WAI/WCAG22/Understanding/resize-text */
const zoomed = { width: usualSize.width / 2, height: usualSize.height / 2 };
const narrow = { width: 320, height: 640 };

for (const { name, show } of states) {
  test(`axe finds nothing, light and dark: ${name}`, async ({ devtools, panel }) => {
    await show(panel, devtools);
    await expectNoViolations(devtools, panel);
  });

  test(`wide, at 200 % and in 320 px nothing is cut, and targets have 24 px: ${name}`, async ({ devtools, panel }) => {
    await show(panel, devtools);
    for (const size of [usualSize, zoomed, narrow]) {
      await devtools.frontend.setViewportSize(size);
      await expect.poll(() => panel.evaluate(() => innerWidth)).toBe(size.width);
      await expect.poll(() => smallTargets(panel), `targets at ${size.width}`).toEqual([]);
      await expect.poll(() => cut(panel), `cut at ${size.width}`).toEqual([]);
    }
    await expect.poll(() => violations(panel), "axe in 320 px").toEqual([]);
  });
}

test("with forced colours the focus, the chosen row and pressed buttons can be told", async ({ devtools, panel }) => {
  await devtools.frontend.emulateMedia({ forcedColors: "active" });
  await expect.poll(() => panel.evaluate(() => matchMedia("(forced-colors: active)").matches)).toBe(true);
  await showExample(panel);
  const list = panel.getByRole("treegrid", { name: "Requests" });
  await list.press("ArrowDown");
  const chosen = panel.locator('[aria-selected="true"]');
  const other = panel.locator('[aria-selected="false"]').first();
  await expect.poll(() => colourOf(chosen)).not.toEqual(await colourOf(other));
  await expect.poll(() => outlineOf(chosen)).not.toBe("none");
  await expect(panel.locator("#diagnosis")).toBeVisible();
  await list.press("Enter");
  await expect.poll(() => outlineOf(panel.locator("#diagnosis"))).not.toBe("none");
  const pressed = panel.getByRole("button", { name: /^All refused/ });
  const idle = panel.getByRole("button", { name: /^Seen/ });
  await expect.poll(() => colourOf(pressed)).not.toEqual(await colourOf(idle));
});

function colourOf(locator: Locator): Promise<string> {
  return locator.evaluate((element) => getComputedStyle(element).backgroundColor);
}

function outlineOf(locator: Locator): Promise<string> {
  return locator.evaluate((element) => getComputedStyle(element).outlineStyle);
}

test("with reduced motion nothing moves by itself", async ({ devtools, panel }) => {
  await devtools.frontend.emulateMedia({ reducedMotion: "reduce" });
  await showExample(panel);
  await panel.getByRole("treegrid", { name: "Requests" }).press("End");
  await expect.poll(() => panel.evaluate(() => document.getAnimations().length)).toBe(0);
});

test("every control shows that it has the focus, and Tab reaches each", async ({ devtools, panel }) => {
  await showExample(panel);
  await panel.getByRole("treegrid", { name: "Requests" }).press("End");
  const first = panel.getByRole("button", { name: "Pause recording" });
  await first.focus();
  const reached = new Set<string>();
  for (let name = await focused(panel); !reached.has(name); name = await focused(panel)) {
    reached.add(name);
    await devtools.frontend.keyboard.press("Tab");
    if (await isOutside(panel)) break;
  }
  const unmarked = [...reached].filter((name) => name.endsWith("without a ring"));
  expect(unmarked).toEqual([]);
  for (const name of [
    "Clear",
    "Reload and capture",
    "Filter",
    "Group by root cause",
    "Settings",
    "Help",
    "Size of the list",
  ]) {
    expect([...reached].some((each) => each.includes(name))).toBe(true);
  }
});

/** What has the focus, in words, and whether it shows. */
function focused(panel: Frame): Promise<string> {
  return panel.evaluate(() => {
    const element = document.activeElement;
    if (!(element instanceof HTMLElement)) return "nothing";
    const marked = element.getAttribute("aria-activedescendant");
    const shown = marked === null ? element : (document.getElementById(marked) ?? element);
    const { outlineStyle, boxShadow } = getComputedStyle(shown);
    const ring = outlineStyle === "none" && boxShadow === "none" ? "without a ring" : "with a ring";
    return `${element.tagName} ${element.ariaLabel ?? element.textContent?.slice(0, 80)} ${ring}`;
  });
}

function isOutside(panel: Frame): Promise<boolean> {
  return panel.evaluate(() => document.activeElement === document.body || !document.hasFocus());
}
