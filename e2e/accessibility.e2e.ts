import axe from "axe-core";
import type { Frame, Locator } from "playwright";
import type { Devtools } from "./devtools.ts";
import { demoHost } from "./gateway/index.ts";
import { chosen } from "./har-fixtures.ts";
import { cause, expect, test } from "./test.ts";

/** A state of the panel, and what leads to it from an empty one. */
interface State {
  readonly name: string;
  show(panel: Frame, devtools: Devtools): Promise<void>;
}

const states: readonly State[] = [
  { name: "nothing captured", show: async () => {} },
  {
    name: "nothing refused",
    show: async (panel, { page }) => {
      await page.goto(`https://${demoHost}/?nothing-refused`);
      await expect(panel.getByTestId("counts")).toBeVisible();
    },
  },
  { name: "list with overview", show: showExample },
  {
    name: "diagnosis",
    show: async (panel) => {
      await showExample(panel);
      await panel.locator('[data-testid="request-row"][data-cause="api-key-missing"]').click();
      await expect(panel.locator("#diagnosis")).toBeVisible();
      await panel.locator("details").evaluateAll((all) => {
        for (const each of all) each.setAttribute("open", "");
      });
    },
  },
  {
    name: "stopped request",
    show: async (panel) => {
      await showExample(panel);
      await panel.getByText("stopped by its preflight").click();
      await expect(panel.locator("#diagnosis")).toContainText("never left the browser");
    },
  },
  {
    name: "not grouped, everything listed",
    show: async (panel) => {
      await showExample(panel);
      await panel.getByRole("button", { name: "Group by root cause" }).click();
      await panel.getByRole("button", { name: /^Seen/ }).click();
      await expect(panel.getByTestId("request-row").first()).toBeVisible();
    },
  },
  {
    name: "filtered to nothing",
    show: async (panel) => {
      await showExample(panel);
      await panel.getByRole("combobox", { name: "Filter" }).fill("no such request");
      await expect(panel.getByRole("button", { name: /^Show all/ })).toBeVisible();
    },
  },
  {
    name: "problems with files",
    show: async (panel) => {
      await panel.getByTestId("files").first().setInputFiles(chosen("page.html", "<html>"));
      await expect(panel.getByRole("region", { name: "Problems with files" })).toBeVisible();
    },
  },
  {
    name: "paused",
    show: async (panel, devtools) => {
      await panel.getByRole("button", { name: "Pause recording" }).click();
      await cause(devtools, "api-key-missing");
      await expect(panel.getByText(/paused · [1-9]/)).toBeVisible();
    },
  },
  {
    name: "settings",
    show: async (panel) => {
      await showExample(panel);
      await panel.getByRole("button", { name: "Settings", exact: true }).click();
      await expect(panel.getByRole("dialog", { name: "Settings" })).toBeVisible();
    },
  },
  {
    name: "help",
    show: async (panel) => {
      await panel.getByRole("button", { name: "Help" }).click();
      await expect(panel.getByRole("dialog", { name: "Keys and marks" })).toBeVisible();
    },
  },
];

async function showExample(panel: Frame): Promise<void> {
  await panel.getByRole("main").getByRole("button", { name: "Show an example" }).click();
  await expect(panel.locator('[data-cause="s3-access-denied"]')).toBeVisible();
}

test.afterEach(async ({ devtools, panel }) => {
  await devtools.frontend.emulateMedia({ forcedColors: null, reducedMotion: null });
  await devtools.frontend.setViewportSize(usual);
  for (const dialog of await panel.getByRole("dialog").all()) await dialog.getByRole("button").first().click();
  const goOn = panel.getByRole("button", { name: "Go on recording" });
  if (await goOn.isVisible()) await goOn.click();
  const group = panel.getByRole("button", { name: "Group by root cause", pressed: false });
  if (await group.isVisible()) await group.click();
  await panel.getByRole("combobox", { name: "Filter" }).fill("");
  await panel.getByRole("button", { name: /^All refused/ }).click();
  await panel.getByRole("button", { name: "Clear" }).first().click();
  await expect(panel.getByTestId("request-row")).toHaveCount(0);
});

const usual = { width: 1400, height: 760 };

test.beforeEach(async ({ devtools, panel }) => {
  await devtools.dock("undocked");
  await devtools.frontend.setViewportSize(usual);
  await panel.getByRole("button", { name: "Clear" }).first().click();
  await expect(panel.getByRole("main").getByRole("button", { name: "Show an example" })).toBeVisible();
});

for (const { name, show } of states) {
  for (const theme of ["light", "dark"] as const) {
    test(`axe finds nothing: ${name}, ${theme}`, async ({ devtools, panel }) => {
      await devtools.theme(theme);
      await expect(panel.locator("html")).toHaveAttribute("data-theme", theme);
      await show(panel, devtools);
      expect(await violations(panel)).toEqual([]);
    });
  }

  test(`in 320 px nothing is cut: ${name}`, async ({ devtools, panel }) => {
    await devtools.frontend.setViewportSize({ width: 320, height: 640 });
    await show(panel, devtools);
    expect(await cut(panel)).toEqual([]);
    expect(await violations(panel)).toEqual([]);
  });
}

test("at 200 % nothing is cut", async ({ devtools, panel }) => {
  // Zoom halves the room that there is: https://www.w3.org/WAI/WCAG22/Understanding/resize-text
  await devtools.frontend.setViewportSize({ width: usual.width / 2, height: usual.height / 2 });
  await showExample(panel);
  await panel.locator('[data-testid="request-row"][data-cause="api-key-missing"]').click();
  await expect(panel.locator("#diagnosis")).toBeVisible();
  expect(await cut(panel)).toEqual([]);
});

test("with forced colours the focus, the chosen row and pressed buttons can be told", async ({ devtools, panel }) => {
  await devtools.frontend.emulateMedia({ forcedColors: "active" });
  expect(await panel.evaluate(() => matchMedia("(forced-colors: active)").matches)).toBe(true);
  await showExample(panel);
  const list = panel.getByRole("treegrid", { name: "Requests" });
  await list.press("ArrowDown");
  const chosen = panel.locator('[aria-selected="true"]');
  const other = panel.locator('[aria-selected="false"]').first();
  expect(await colourOf(chosen)).not.toEqual(await colourOf(other));
  expect(await outlineOf(chosen)).not.toBe("none");
  await expect(panel.locator("#diagnosis")).toBeVisible();
  await list.press("Enter");
  expect(await outlineOf(panel.locator("#diagnosis"))).not.toBe("none");
  const pressed = panel.getByRole("button", { name: /^All refused/ });
  expect(await colourOf(pressed)).not.toEqual(await colourOf(panel.getByRole("button", { name: /^Seen/ })));
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
  expect(await panel.evaluate(() => document.getAnimations().length)).toBe(0);
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

test.describe("keys of the whole panel", () => {
  test("the filter is a key away, and has its own keys to itself", async ({ panel }) => {
    await showExample(panel);
    const list = panel.getByRole("treegrid", { name: "Requests" });
    const filter = panel.getByRole("combobox", { name: "Filter" });
    for (const key of ["/", "Control+f"]) {
      await list.press(key);
      await expect(filter).toBeFocused();
    }
    await filter.press("/");
    await expect(filter).toHaveValue("/");
  });

  test("help opens, closes, and gives the focus back", async ({ panel }) => {
    await showExample(panel);
    const list = panel.getByRole("treegrid", { name: "Requests" });
    await list.press("ArrowDown");
    await list.press("?");
    const help = panel.getByRole("dialog", { name: "Keys and marks" });
    await expect(help).toContainText("Go to the filter");
    await help.press("Escape");
    await expect(help).toHaveCount(0);
    await expect(list).toBeFocused();
  });

  test("recording and clearing have the Network panel's keys", async ({ panel }) => {
    await showExample(panel);
    const list = panel.getByRole("treegrid", { name: "Requests" });
    await list.press("Control+e");
    await expect(panel.getByRole("button", { name: "Go on recording" })).toBeVisible();
    await list.press("Control+l");
    await expect(panel.getByTestId("request-row")).toHaveCount(0);
    await expect(panel.getByRole("main")).toBeFocused();
  });

  test("Escape in the list is the list's, and opens no drawer of DevTools", async ({ devtools, panel }) => {
    await showExample(panel);
    const list = panel.getByRole("treegrid", { name: "Requests" });
    await list.press("ArrowDown");
    await list.press("Escape");
    await expect(panel.locator('[aria-selected="true"]')).toHaveCount(0);
    await list.press("ArrowDown");
    await expect(panel.locator("#diagnosis")).toBeVisible();
    await list.press("Enter");
    await panel.locator("#diagnosis").press("Escape");
    await expect(list).toBeFocused();
    await expect(devtools.frontend.locator(".drawer-tabbed-pane")).toBeHidden();
  });

  test("keys without Ctrl can be turned off", async ({ panel }) => {
    await showExample(panel);
    await panel.getByRole("button", { name: "Settings", exact: true }).click();
    const choice = panel.getByLabel(/Let the keys/);
    await choice.uncheck();
    await choice.press("Escape");
    const list = panel.getByRole("treegrid", { name: "Requests" });
    await list.press("?");
    await list.press("/");
    await expect(list).toBeFocused();
    await expect(panel.getByRole("dialog")).toHaveCount(0);
    await panel.getByRole("button", { name: "Settings", exact: true }).click();
    await panel.getByRole("button", { name: "Reset all settings" }).click();
    await expect(choice).toBeChecked();
  });
});

/** What axe-core finds against WCAG 2.2, A and AA, and its own best practices; DevTools' page around is not ours. */
async function violations(panel: Frame): Promise<readonly string[]> {
  await panel.evaluate(axe.source);
  const results = await panel.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: typeof import("axe-core") };
    return axe.run(document, { resultTypes: ["violations"] });
  });
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 200)} ${failureSummary}`),
  );
}

/** Controls that stand outside of the panel where no scrolling brings them in, and parts that scroll sideways. */
async function cut(panel: Frame): Promise<readonly string[]> {
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
      .filter((each) => each.checkVisibility() && !each.closest(".heads"))
      .filter((each) => {
        each.scrollIntoView({ block: "nearest" });
        const { left, right, top, bottom } = each.getBoundingClientRect();
        return left < 0 || right > clientWidth + 1 || top < -1 || (bottom > clientHeight + 1 && top > clientHeight - 8);
      })
      .map((each) => `cannot be reached: ${each.outerHTML.slice(0, 160)}`);
    return [...sideways, ...outside];
  });
}
