import { rows } from "../../testing/gateway/index.ts";
import { expectDiagnosis } from "../listed-row.ts";
import { cause, clear, listed, test } from "./test.ts";

test.describe("every row of AWS's article, live and cross-origin, in Firefox", () => {
  test.beforeEach(({ panel }) => clear(panel));

  for (const row of rows) {
    test(`${row.id}: ${row.title}`, async ({ devtools, panel }) => {
      await expectDiagnosis(row, {
        tellsStoppedRequests: false,
        fetchFailure: "TypeError: NetworkError when attempting to fetch resource.",
        cause: (id) => cause(devtools, id),
        listed: (url) => listed(panel, url),
      });
    });
  }
});
