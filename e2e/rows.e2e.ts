import { rows } from "./gateway/index.ts";
import { cause, expect, rowsFor, test } from "./test.ts";

test.describe("every row of AWS's article, live and cross-origin", () => {
  test.beforeEach(async ({ panel }) => {
    await panel.getByRole("button", { name: "Clear" }).first().click();
    await expect(panel.locator('[data-testid="request-row"]')).toHaveCount(0);
  });

  for (const row of rows) {
    test(`${row.id}: ${row.title}`, async ({ devtools, panel }) => {
      const { url } = await row.request();
      const expected = [row.cause, ...(row.accept ?? [])];
      const saw = await cause(devtools, row.id);
      if (row.hiddenByCors && !url.startsWith("wss:")) expect(saw).toContain("Failed to fetch");

      const refused = rowsFor(panel, url);
      await expect(async () => {
        const causes = await refused.evaluateAll((each) => each.map((one) => one.getAttribute("data-cause")));
        expect(
          causes.some((each) => expected.includes(each ?? "")),
          `the list says ${causes.join(", ")}`,
        ).toBe(true);
      }).toPass({ timeout: 8000 });

      if (row.preflight) await expect(refused.filter({ hasText: "stopped by its preflight" })).toHaveCount(1);
    });
  }
});
