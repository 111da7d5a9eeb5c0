import { rows } from "../testing/gateway/index.ts";
import { expectDiagnosis } from "./listed-row.ts";
import { cause, expect, rowsFor, test } from "./test.ts";

test.describe("every row of AWS's article, live and cross-origin", () => {
  test.beforeEach(async ({ panel }) => {
    await panel.getByRole("button", { name: "Clear" }).first().click();
    await expect(panel.locator('[data-testid="request-row"]')).toHaveCount(0);
  });

  for (const row of rows) {
    test(`${row.id}: ${row.title}`, async ({ devtools, panel }) => {
      await expectDiagnosis(row, {
        tellsStoppedRequests: true,
        fetchFailure: "TypeError: Failed to fetch",
        cause: (id) => cause(devtools, id),
        listed: (url) =>
          rowsFor(panel, url).evaluateAll((each) =>
            each.map((one) => ({ cause: one.getAttribute("data-cause"), text: one.textContent ?? "" })),
          ),
      });
    });
  }
});
