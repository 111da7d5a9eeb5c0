import type { Frame, Locator } from "playwright";
import { deniedByPolicy, har, works, wrongStage } from "./har-fixtures.ts";
import { empty, openFile, rowOf, showExample } from "./panel-states.ts";
import { cause, expect, test } from "./test.ts";

test.beforeEach(async ({ devtools, panel }) => {
  await devtools.dock("undocked");
  await empty(panel, devtools);
});

test.afterEach(({ devtools, panel }) => empty(panel, devtools));

const list = (panel: Frame) => panel.getByRole("treegrid", { name: "Requests" });
const chosenRow = (panel: Frame) => panel.locator('[data-index][aria-selected="true"]');
const head = (panel: Frame, name: string) => panel.getByRole("columnheader", { name });

function indexOfChosen(panel: Frame): Promise<string | null> {
  return chosenRow(panel).getAttribute("data-index");
}

/** As many refusals as the list cannot show at once, each of its own path. */
const many = har(
  works,
  ...Array.from({ length: 200 }, (_, index) => ({ ...wrongStage, url: `${wrongStage.url}/${index}` })),
);

/** All of them are in the list, which shows the first ones of a file before the others are diagnosed. */
async function openMany(panel: Frame): Promise<void> {
  await openFile(panel, many);
  await expect(panel.getByRole("button", { name: /^All refused: 200/ })).toBeVisible();
}

test("Home, End, pages and arrows move through a list that is longer than its room", async ({ panel }) => {
  await openMany(panel);
  await list(panel).press("End");
  await expect.poll(() => indexOfChosen(panel)).toBe("200");
  await expect(chosenRow(panel)).toBeInViewport({ ratio: 0.9 });
  await list(panel).press("ArrowUp");
  await expect.poll(() => indexOfChosen(panel)).toBe("199");
  await list(panel).press("Home");
  await expect.poll(() => indexOfChosen(panel)).toBe("0");
  await list(panel).press("PageDown");
  await expect.poll(async () => Number(await indexOfChosen(panel))).toBeGreaterThan(5);
  await expect(chosenRow(panel)).toBeInViewport({ ratio: 0.9 });
  await expect.poll(() => panel.getByTestId("request-row").count()).toBeLessThan(100);
});

test("letters find a path that begins with them, with and without its stage", async ({ panel }) => {
  await showExample(panel);
  await list(panel).pressSequentially("cart");
  await expect(chosenRow(panel)).toHaveAttribute("data-url", /\/prod\/cart\/items/);
  await list(panel).press("Escape");
  await expect(chosenRow(panel)).toHaveCount(0);
});

test("left folds the requests of a root cause away, right shows them again", async ({ panel }) => {
  await showExample(panel);
  const finding = panel.getByTestId("finding-row");
  await finding.click();
  await list(panel).press("ArrowLeft");
  await expect(finding).toHaveAttribute("aria-expanded", "false");
  await expect(rowOf(panel, "rest-stage-missing-or-unknown")).toHaveCount(0);
  await list(panel).press("ArrowRight");
  await expect(rowOf(panel, "rest-stage-missing-or-unknown")).toHaveCount(3);
  await list(panel).press("ArrowDown");
  await list(panel).press("ArrowLeft");
  await expect(finding).toHaveAttribute("aria-selected", "true");
});

test("the chosen request stays chosen, and where it is, while others arrive before it", async ({ devtools, panel }) => {
  await openMany(panel);
  await panel.getByRole("button", { name: "Group by root cause" }).click();
  const grid = panel.getByRole("grid", { name: "Requests" });
  await head(panel, "Time").getByRole("button").click();
  await head(panel, "Time").getByRole("button").click();
  await grid.press("End");
  await expect(chosenRow(panel)).toBeInViewport({ ratio: 0.9 });
  const url = await chosenRow(panel).getAttribute("data-url");
  const place = await chosenRow(panel).boundingBox();
  await cause(devtools, "api-key-missing");
  await expect(panel.getByRole("button", { name: /^All refused: 201/ })).toBeVisible();
  await expect(chosenRow(panel)).toHaveAttribute("data-url", url ?? "");
  await expect(chosenRow(panel)).toHaveAttribute("data-index", "200");
  await expect.poll(async () => (await chosenRow(panel).boundingBox())?.y).toBe(place?.y);
  await head(panel, "Time").getByRole("button").click();
  await expect(head(panel, "Time")).toHaveAttribute("aria-sort", "none");
});

/** The methods of the rows from top to bottom, which need not be their order in the document. */
function methodsIn(panel: Frame): Promise<readonly unknown[]> {
  return panel.locator("tr.list-row").evaluateAll((rows) => {
    const placeOf = (row: Element) => Number(row.getAttribute("aria-rowindex"));
    const inOrder = rows.toSorted((one, other) => placeOf(one) - placeOf(other));
    return inOrder.map((row) => row.querySelector(".list-cell-method")?.textContent);
  });
}

test("a column's head sorts up, down, and not at all", async ({ panel }) => {
  await openFile(panel, har(works, wrongStage, deniedByPolicy, { ...wrongStage, method: "DELETE" }));
  await panel.getByRole("button", { name: "Group by root cause" }).click();
  const button = head(panel, "Method").getByRole("button");
  await expect.poll(() => methodsIn(panel)).toEqual(["GET", "POST", "DELETE"]);
  await button.click();
  await expect(head(panel, "Method")).toHaveAttribute("aria-sort", "ascending");
  await expect.poll(() => methodsIn(panel)).toEqual(["DELETE", "GET", "POST"]);
  await button.click();
  await expect(head(panel, "Method")).toHaveAttribute("aria-sort", "descending");
  await expect.poll(() => methodsIn(panel)).toEqual(["POST", "GET", "DELETE"]);
  await button.click();
  await expect(head(panel, "Method")).toHaveAttribute("aria-sort", "none");
  await expect.poll(() => methodsIn(panel)).toEqual(["GET", "POST", "DELETE"]);
});

test("a column is made wider by its edge and by keys, until the widths are reset", async ({ panel }) => {
  await showExample(panel);
  const width = async () => (await head(panel, "Method").boundingBox())?.width ?? 0;
  const usual = await width();
  const edge = await head(panel, "Method").locator(".column-heads-edge").boundingBox();
  const { mouse } = panel.page();
  await mouse.move((edge?.x ?? 0) + 3, (edge?.y ?? 0) + 5);
  await mouse.down();
  await mouse.move((edge?.x ?? 0) + 43, (edge?.y ?? 0) + 5, { steps: 4 });
  await mouse.up();
  await expect.poll(width).toBeGreaterThan(usual + 30);
  const dragged = await width();
  await head(panel, "Method").getByRole("button").press("Shift+ArrowRight");
  await expect.poll(width).toBe(Math.round(dragged) + 10);
  await panel.getByRole("button", { name: "Settings", exact: true }).click();
  await panel.getByRole("button", { name: "Reset the widths" }).click();
  await expect.poll(width).toBe(usual);
});

test("the splitter moves by keys, within its limits", async ({ panel }) => {
  await showExample(panel);
  const splitter = panel.getByRole("separator", { name: "Size of the list" });
  await splitter.press("ArrowRight");
  await expect(splitter).toHaveAttribute("aria-valuenow", "53");
  for (let times = 0; times < 12; times++) await splitter.press("ArrowLeft");
  await expect(splitter).toHaveAttribute("aria-valuenow", "20");
  for (let times = 0; times < 6; times++) await splitter.press("ArrowRight");
});

test("quick toggles narrow the list to API Gateway's refusals and widen it to everything seen", async ({ panel }) => {
  await showExample(panel);
  await panel.getByRole("button", { name: /^API Gateway/ }).click();
  await expect(rowOf(panel, "s3-access-denied")).toHaveCount(0);
  await expect(rowOf(panel, "api-key-missing")).toHaveCount(1);
  await panel.getByRole("button", { name: /^Seen/ }).click();
  await expect(panel.locator(".list-row-allowed")).not.toHaveCount(0);
  await panel.getByRole("button", { name: /^All refused/ }).click();
  await expect(rowOf(panel, "s3-access-denied")).toHaveCount(1);
  await expect(panel.locator(".list-row-allowed")).toHaveCount(0);
});

test("causes of one session have marks that differ, the same in list, overview and timeline", async ({ panel }) => {
  await showExample(panel);
  const marks = await looksOf(panel.locator(".overview .cause-mark"));
  expect(new Set(marks).size).toBe(marks.length);
  const hues = marks.flatMap((mark) => /hue-\w+/.exec(mark) ?? []);
  expect(new Set(hues).size).toBe(hues.length);
  const bars = await panel
    .locator(".timeline-bars [class^=hue-]")
    .evaluateAll((all) => all.map((each) => each.getAttribute("class")));
  expect(bars.toSorted()).toEqual(hues.toSorted());
  const inList = await looksOf(panel.locator(".list .cause-mark"));
  expect(new Set(inList)).toEqual(new Set(marks));
});

/** Colour and form of each mark. */
function looksOf(marks: Locator): Promise<readonly string[]> {
  return marks.evaluateAll((all) =>
    all.map((mark) => `${mark.getAttribute("class")} ${mark.querySelector("path")?.getAttribute("d")}`),
  );
}

test("a live request is shown in DevTools' own Network panel, which is narrowed to it", async ({ devtools, panel }) => {
  await cause(devtools, "api-key-missing");
  await rowOf(panel, "api-key-missing").first().click();
  await panel.getByRole("button", { name: "Show in the Network panel" }).click();
  await expect(devtools.frontend.getByRole("tab", { name: "Network" })).toHaveAttribute("aria-selected", "true");
  await expect(devtools.frontend.getByText(/method:GET domain:/).first()).toBeVisible();
  await devtools.showPanel();
});
