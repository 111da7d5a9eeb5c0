import { readFile } from "node:fs/promises";
import type { Page } from "playwright";
import { apigw403, example } from "./command-line.ts";
import { expect, test } from "./test.ts";

/** What the Network panel's own importer makes of a HAR file: status and URL of each request (Chromium 156). */
function imported(frontend: Page, text: string): Promise<readonly string[]> {
  return frontend.evaluate(async (har) => {
    const modules = "./models/har/har.js";
    const { HARFormat, Importer } = await import(modules);
    const { log } = new HARFormat.HARRoot(JSON.parse(har));
    const requests: readonly { statusCode: number; url(): string }[] = Importer.Importer.requestsFromHARLog(log);
    return requests.map((request) => `${request.statusCode} ${request.url()}`);
  }, text);
}

test("the Network panel imports the files of the command line, every request with its status", async ({ devtools }) => {
  const before = await imported(devtools.frontend, await readFile(example, "utf8"));
  expect(before.length).toBeGreaterThan(10);
  expect(await imported(devtools.frontend, apigw403(example, "har"))).toEqual(before);
  const minimal = await imported(devtools.frontend, apigw403(example, "minimal-har"));
  expect(before).toEqual(expect.arrayContaining([...minimal]));
  expect(minimal.filter((each) => each.startsWith("403"))).toHaveLength(9);
});

test("and the annotated recording of the panel", async ({ devtools, panel }) => {
  await panel.getByRole("button", { name: "Clear" }).first().click();
  await expect(panel.getByTestId("request-row")).toHaveCount(0);
  await panel.getByTestId("files").first().setInputFiles(example);
  await expect(panel.locator('[data-cause="s3-access-denied"]')).toBeVisible();
  await panel.getByRole("button", { name: "Export all refused requests" }).click();
  await panel.getByRole("combobox", { name: "As" }).selectOption("har");
  const download = devtools.frontend.waitForEvent("download");
  await panel.getByRole("button", { name: "Save as annotated.har" }).click();
  const saved = await readFile(await (await download).path(), "utf8");
  const before = await imported(devtools.frontend, await readFile(example, "utf8"));
  expect(await imported(devtools.frontend, saved)).toEqual(before);
  await panel.getByRole("button", { name: "Close: Export" }).click();
});
