import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Frame } from "playwright";
import { openDevtools } from "./devtools.ts";
import { chosen, deniedByPolicy, har, works, wrongStage } from "./har-fixtures.ts";
import { expect, test } from "./test.ts";

/** One request a second: fine at first, then of a stage that is none, with one refused by a policy among them. */
const session = har(
  ...Array(20).fill(works),
  ...Array(4).fill(wrongStage),
  deniedByPolicy,
  ...Array(5).fill(wrongStage),
);

const rows = (panel: Frame) => panel.getByTestId("request-row");
const filter = (panel: Frame) => panel.getByRole("combobox", { name: "Filter" });
const plot = (panel: Frame) => panel.getByRole("slider", { name: "Moment" });

test.beforeEach(async ({ panel }) => {
  await panel.getByRole("button", { name: "Clear" }).first().click();
  await filter(panel).fill("");
  await panel.getByTestId("files").first().setInputFiles(chosen("session.har", session));
  await expect(rows(panel)).toHaveCount(10);
});

test.afterEach(async ({ panel }) => filter(panel).fill(""));

test.describe("the filter", () => {
  test("narrows the rows by all of its terms", async ({ panel }) => {
    await filter(panel).fill("method:POST");
    await expect(rows(panel)).toHaveCount(1);
    await filter(panel).fill("status-code:403 -method:POST cause:rest-stage");
    await expect(rows(panel)).toHaveCount(9);
    await filter(panel).fill("/api/orders domain:*.execute-api.* stage:nowhere");
    await expect(rows(panel)).toHaveCount(0);
    await panel.getByRole("button", { name: "Show all 10 refused requests" }).click();
    await expect(rows(panel)).toHaveCount(10);
    await expect(filter(panel)).toHaveValue("");
  });

  test("says what it does not understand", async ({ panel }) => {
    await filter(panel).fill("status:403");
    await expect(filter(panel)).toHaveAccessibleDescription(/Did you mean “status-code:”/);
    await expect(panel.getByText("Did you mean “status-code:”?")).toBeVisible();
    await filter(panel).fill("status-code:403");
    await expect(filter(panel)).not.toHaveAccessibleDescription(/Did you mean/);
  });

  test("is completed by keyboard: a key, then a value", async ({ panel }) => {
    await filter(panel).pressSequentially("-me");
    await expect(panel.getByRole("option")).toHaveCount(1);
    await filter(panel).press("Tab");
    await expect(filter(panel)).toHaveValue("-method:");
    await expect(panel.getByRole("option")).toHaveText([/GET.*9 requests/, /POST.*1 request/]);
    await filter(panel).press("ArrowDown");
    await filter(panel).press("ArrowDown");
    await expect(panel.getByRole("option", { selected: true })).toHaveText(/POST/);
    await filter(panel).press("Enter");
    await expect(filter(panel)).toHaveValue("-method:POST");
    await expect(panel.getByRole("option")).toHaveCount(0);
    await expect(rows(panel)).toHaveCount(9);
  });

  test("is completed by pointer, and Escape closes suggestions before it empties the filter", async ({ panel }) => {
    await filter(panel).pressSequentially("cause:");
    await panel.getByRole("option", { name: "rest-stage" }).click();
    await expect(filter(panel)).toHaveValue("cause:rest-stage-missing-or-unknown");
    await expect(filter(panel)).toBeFocused();
    await filter(panel).pressSequentially(" conf");
    await filter(panel).press("Escape");
    await expect(panel.getByRole("option")).toHaveCount(0);
    await expect(filter(panel)).toHaveValue("cause:rest-stage-missing-or-unknown conf");
    await filter(panel).press("Escape");
    await expect(filter(panel)).toHaveValue("");
  });

  test("has the focus after / and Ctrl+F anywhere, and / stays a letter in it", async ({ panel }) => {
    for (const key of ["/", "Control+f"]) {
      await rows(panel).first().click();
      await panel.locator("table").press(key);
      await expect(filter(panel)).toBeFocused();
    }
    await filter(panel).press("/");
    await expect(filter(panel)).toHaveValue("/");
  });
});

test("the filter and how the list is shown are remembered", async ({ gateway }) => {
  const profile = await mkdtemp(join(tmpdir(), "apigw403-profile-"));
  try {
    const first = await openDevtools({ hostRules: gateway.hostRules, profile });
    const panel = await first.showPanel();
    await filter(panel).fill("method:POST");
    await panel.getByRole("button", { name: /^API Gateway:/ }).click();
    await expect.poll(() => storedView(panel)).toMatchObject({ filter: "method:POST", scope: "api-gateway" });
    await first.close();

    const second = await openDevtools({ hostRules: gateway.hostRules, profile });
    const again = await second.showPanel();
    await expect(filter(again)).toHaveValue("method:POST");
    await expect(again.getByRole("button", { name: /^API Gateway:/ })).toHaveAttribute("aria-pressed", "true");
    await second.close();
  } finally {
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
});

async function storedView(panel: Frame): Promise<unknown> {
  return panel.evaluate(async () => {
    const { chrome } = globalThis as unknown as { chrome: { storage: { local: { get(): Promise<Stored> } } } };
    return (await chrome.storage.local.get()).view;
  });
}

interface Stored {
  readonly view?: unknown;
}

test.describe("the timeline", () => {
  const handles = (panel: Frame) => panel.getByRole("slider", { name: "narrowed time" });

  /** Drags from one share of a timeline's width to another. */
  async function drag(panel: Frame, from: number, to: number): Promise<void> {
    const { x, y, width, height } = (await plot(panel).boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
    const { mouse } = panel.page();
    await mouse.move(x + from * width, y + height / 2);
    await mouse.down();
    await mouse.move(x + to * width, y + height / 2, { steps: 3 });
    await mouse.up();
  }

  test("is absent where there is but one instant", async ({ panel }) => {
    await panel.getByRole("button", { name: "Clear" }).first().click();
    await panel
      .getByTestId("files")
      .first()
      .setInputFiles(chosen("one.har", har(wrongStage)));
    await expect(rows(panel)).toHaveCount(1);
    await expect(plot(panel)).toBeHidden();
  });

  test("says what happened under the pointer", async ({ panel }) => {
    const box = await plot(panel).boundingBox();
    await plot(panel).hover({ position: { x: (box?.width ?? 0) - 3, y: 10 } });
    await expect(panel.locator(".timeline-tip")).toHaveText(/: 1 refused: .*stage/i);
  });

  test("narrows the list to what is brushed, until the chip is removed", async ({ panel }) => {
    await drag(panel, 0.1, 0.7);
    const chip = panel.getByRole("button", { name: "show all times" });
    await expect(rows(panel)).toHaveCount(1);
    await drag(panel, 0.05, 0.998);
    await expect(rows(panel)).toHaveCount(10);
    await drag(panel, 0.1, 0.5);
    await expect(rows(panel)).toHaveCount(0);
    await chip.click();
    await expect(chip).toBeHidden();
    await expect(rows(panel)).toHaveCount(10);
  });

  test("gives up what is brushed at a click, and moves either end by its handle", async ({ panel }) => {
    await drag(panel, 0.1, 0.5);
    await expect(rows(panel)).toHaveCount(0);
    await drag(panel, 0.5, 0.99);
    await expect(rows(panel)).toHaveCount(10);
    await handles(panel).first().press("ArrowLeft");
    await expect(rows(panel)).toHaveCount(10);
    await handles(panel).first().press("Escape");
    await expect(handles(panel)).toHaveCount(0);
    await drag(panel, 0.1, 0.5);
    await plot(panel).click({ position: { x: 30, y: 10 } });
    await expect(rows(panel)).toHaveCount(10);
    await expect(handles(panel)).toHaveCount(0);
  });

  test("is worked by keyboard", async ({ panel }) => {
    await plot(panel).focus();
    await plot(panel).press("PageUp");
    await plot(panel).press("Shift+PageUp");
    await plot(panel).press("Enter");
    await expect(rows(panel)).toHaveCount(2);
    await plot(panel).press("Escape");
    await expect(rows(panel)).toHaveCount(2);
    await plot(panel).press("Escape");
    await expect(rows(panel)).toHaveCount(10);
  });
});
