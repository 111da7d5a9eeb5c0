import { readFile } from "node:fs/promises";
import type { Frame, Page } from "playwright";
import { chosen, har, hostile, type Made, works, wrongStage } from "./har-fixtures.ts";
import { expect, test } from "./test.ts";

const secret = "Zs3cretZs3cretZs3cretZs3cret";

/** A refused request that carries credentials in several places. */
const carrying: Made = {
  ...wrongStage,
  url: `${wrongStage.url}?api_key=${secret}`,
  sends: { authorization: `Bearer ${secret}` },
};

async function open(where: Frame | Page, ...entries: readonly Made[]): Promise<void> {
  await where.getByRole("button", { name: "Clear" }).first().click();
  await expect(where.getByTestId("request-row")).toHaveCount(0);
  await where
    .getByTestId("files")
    .first()
    .setInputFiles(chosen("export.har", har(...entries)));
  await expect(where.getByTestId("request-row")).not.toHaveCount(0);
}

test("a report is made of the chosen root cause, seen before it is shared, and saved", async ({ devtools, panel }) => {
  await open(panel, works, carrying, hostile);
  await panel.locator('[data-cause="rest-stage-missing-or-unknown"]').first().click();
  await panel.getByRole("button", { name: "Export this diagnosis" }).click();
  const preview = panel.getByLabel("What will be shared");
  await expect(preview).toHaveValue(/# Refused requests \(403\)[\s\S]*rest-stage-missing-or-unknown/);
  expect(await preview.inputValue()).not.toContain(secret);
  const download = devtools.frontend.waitForEvent("download");
  await panel.getByRole("button", { name: "Save as refused-requests.md" }).click();
  const saved = await readFile(await (await download).path(), "utf8");
  expect(saved).toContain("| Entry | Time (UTC) | Status | Request | Request ids |");
  await panel.getByRole("button", { name: "Close: Export" }).click();
});

test("credentials are kept in a HAR file where that is asked for, and for that file alone", async ({ panel }) => {
  await open(panel, works, carrying);
  await panel.getByRole("button", { name: "Export all refused requests" }).click();
  const dialog = panel.getByRole("dialog", { name: "Export" });
  const preview = panel.getByLabel("What will be shared");
  const keep = dialog.getByLabel("Keep credentials");
  await expect(keep).toHaveCount(0);
  await dialog.getByRole("combobox", { name: "As" }).selectOption("minimal-har");
  await expect(preview).toHaveValue(/"_apiGateway403"/);
  expect(await preview.inputValue()).not.toContain(secret);
  await keep.check();
  await expect(preview).toHaveValue(new RegExp(secret));
  await panel.getByRole("button", { name: "Close: Export" }).click();
  await panel.getByRole("button", { name: "Export all refused requests" }).click();
  await dialog.getByRole("combobox", { name: "As" }).selectOption("har");
  await expect(keep).not.toBeChecked();
  await expect(preview).toHaveValue(/"_apiGateway403"/);
  expect(await preview.inputValue()).not.toContain(secret);
  await panel.getByRole("button", { name: "Close: Export" }).click();
});

test("a plain tab exports as well, and what it saved opens again", async ({ devtools }) => {
  const tab = await devtools.context.newPage();
  await tab.goto(`chrome-extension://${devtools.extensionId}/panel/index.html`);
  await open(tab, works, carrying);
  await tab.getByRole("button", { name: "Export all refused requests" }).click();
  await tab.getByRole("combobox", { name: "As" }).selectOption("minimal-har");
  const download = tab.waitForEvent("download");
  await tab.getByRole("button", { name: "Save as minimal.har" }).click();
  const saved = await readFile(await (await download).path());
  await tab.getByRole("button", { name: "Close: Export" }).click();
  await tab.getByRole("button", { name: "Clear" }).first().click();
  await tab.getByTestId("files").first().setInputFiles({ name: "minimal.har", mimeType: "", buffer: saved });
  await expect(tab.locator('[data-cause="rest-stage-missing-or-unknown"]')).toHaveCount(1);
  await tab.close();
});

test("on paper stands the chosen diagnosis, whole and alone", async ({ devtools }) => {
  const tab = await devtools.context.newPage();
  await tab.goto(`chrome-extension://${devtools.extensionId}/panel/index.html`);
  await open(tab, works, wrongStage);
  await tab.locator('[data-cause="rest-stage-missing-or-unknown"]').first().click();
  await expect(tab.locator("#diagnosis")).toBeVisible();
  await tab.setViewportSize({ width: 794, height: 300 });
  const heights = () =>
    tab.locator("#diagnosis").evaluate((diagnosis) => ({
      bottom: Math.floor(diagnosis.getBoundingClientRect().bottom),
      paper: document.documentElement.scrollHeight,
    }));
  // DevTools open on each tab by themselves, and take the emulation back while they start.
  await expect(async () => {
    await tab.emulateMedia({ media: null });
    await tab.emulateMedia({ media: "print" });
    expect(await tab.locator(".toolbar, .list").filter({ visible: true }).count()).toBe(0);
    expect(await tab.getByRole("button", { name: /^Export/ }).count()).toBe(0);
    const { bottom, paper } = await heights();
    expect(bottom).toBeGreaterThan(300);
    expect(bottom).toBeLessThanOrEqual(paper);
  }).toPass();
  await tab.close();
});
