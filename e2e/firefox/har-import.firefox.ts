import { readFile } from "node:fs/promises";
import { apigw403, example } from "../command-line.ts";
import { har, works, wrongStage } from "../har-fixtures.ts";
import { clear, click, drop, expect, listed, test } from "./test.ts";

test("the Network panel imports the files of the command line, every request with its status", async ({ devtools }) => {
  const before = await devtools.importHar(await readFile(example, "utf8"));
  expect(before.length).toBeGreaterThan(10);
  expect(await devtools.importHar(apigw403(example, "har"))).toEqual(before);
  const minimal = await devtools.importHar(apigw403(example, "minimal-har"));
  expect(before).toEqual(expect.arrayContaining([...minimal]));
  expect(minimal.filter((each) => each.startsWith("403"))).toHaveLength(9);
});

test("and the annotated recording of the panel", async ({ devtools, panel }) => {
  await clear(panel);
  await drop(panel, { "a.har": har(works, wrongStage) });
  await expect.poll(() => listed(panel)).toHaveLength(1);
  await click(panel, 'button[aria-label="Export all refused requests"]');
  const chooseHar = () =>
    panel.evaluate(() => {
      const format = document.querySelector<HTMLSelectElement>('select:has(option[value="har"])');
      if (format === null) return false;
      format.value = "har";
      return format.dispatchEvent(new Event("change", { bubbles: true }));
    }, null);
  await expect.poll(chooseHar).toBe(true);
  const preview = () =>
    panel.evaluate(() => document.querySelector<HTMLTextAreaElement>(".export-preview")?.value ?? "", null);
  await expect.poll(preview).toContain("_apiGateway403");
  expect(await devtools.importHar(await preview())).toEqual(
    [works, wrongStage].map(({ status, url }) => `${status} ${url}`),
  );
  await click(panel, 'button[aria-label="Close: Export"]');
});
