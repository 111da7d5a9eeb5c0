import { expect, it } from "vitest";
import { caseOf, exportedCaseOf } from "../../testing/examples/case.ts";
import type { ExampleExchange } from "../example.ts";
import { keylessWorksForOtherCaller, keylessWorksForSameCaller } from "./api-keys.ts";

const url = "https://api.example.com/orders";

function call(status: number, sends: Readonly<Record<string, string>> = {}): ExampleExchange {
  return { url, status, requestHeaders: sends };
}

it("tells a caller who needs no key from the one who is refused", () => {
  const refused = call(403, { authorization: "Bearer ada", "x-api-key": "EXAMPLE" });
  const same = caseOf(call(200, { authorization: "Bearer ada" }), refused);
  const other = caseOf(call(200, { authorization: "Bearer grace" }), refused);
  expect(keylessWorksForSameCaller.ask(same).answer).toBe("yes");
  expect(keylessWorksForOtherCaller.ask(same).answer).toBe("no");
  expect(keylessWorksForSameCaller.ask(other).answer).toBe("no");
  expect(keylessWorksForOtherCaller.ask(other).answer).toBe("yes");
});

it("takes no credential for the same as none, but not where an export may have left one out", () => {
  expect(keylessWorksForSameCaller.ask(caseOf(call(200), call(403))).answer).toBe("yes");
  expect(keylessWorksForSameCaller.ask(exportedCaseOf(call(200), call(403))).answer).toBe("unknown");
});
