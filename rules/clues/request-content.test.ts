import { expect, it } from "vitest";
import { caseOf, withRequest } from "../../testing/examples/case.ts";
import type { ExampleExchange } from "../example.ts";
import { bodyIsLarge, largerBodyWorks, sizeLimitLiesBetween } from "./request-content.ts";

const url = "https://api.example.com/orders";

function post(bodySize: number, status: number, more: Partial<ExampleExchange> = {}): ExampleExchange {
  return { method: "POST", url, bodySize, status, ...more };
}

it.each([
  [[7900], 8400, "yes", "AWS WAF's limit of 8 KB lies between"],
  [[7900, 12_000], 20_000, "yes", "AWS WAF's limit of 16 KB lies between"],
  [[60_000], 70_000, "yes", "AWS WAF's limit of 64 KB lies between"],
  [[20], 30, "no", "no limit of AWS WAF lies between"],
  [[30_000], 9000, "no", "no limit of AWS WAF lies between"],
] as const)("bodies of %j bytes pass, one of %i does not: %s", (passed, refused, answer, says) => {
  const found = sizeLimitLiesBetween.ask(caseOf(...passed.map((size) => post(size, 201)), post(refused, 403)));
  expect(found).toMatchObject({ answer, says: expect.stringContaining(says) });
});

it("does not compare with other routes, or with bodies that were refused as well", () => {
  const otherRoute = { ...post(100, 201), url: `${url}/17` };
  expect(sizeLimitLiesBetween.ask(caseOf(otherRoute, post(9000, 403), post(9000, 403))).answer).toBe("no");
});

it("sees a larger body get through, and makes nothing of small ones", () => {
  expect(largerBodyWorks.ask(caseOf(post(30_000, 201), post(9000, 403))).answer).toBe("yes");
  expect(largerBodyWorks.ask(caseOf(post(300, 201), post(90, 403))).answer).toBe("no");
});

it("takes the size from the request's content-length where the capture has none of its own", () => {
  const subject = caseOf(post(9000, 403));
  const sized = (sends: Readonly<Record<string, string>>) => {
    const told = caseOf(post(0, 403, { requestHeaders: sends }));
    return withRequest(told, { bodySize: { known: false, why: "none" } });
  };
  expect(bodyIsLarge.ask(subject).answer).toBe("yes");
  expect(bodyIsLarge.ask(sized({ "content-length": "9000" })).answer).toBe("yes");
  expect(bodyIsLarge.ask(sized({})).answer).toBe("unknown");
});
