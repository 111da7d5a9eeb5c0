import { expect, it } from "vitest";
import { caseOf } from "../../testing/examples/case.ts";
import type { ExampleExchange } from "../example.ts";
import { refusalIsAsSlowAsResponses, refusalIsFast } from "./timing.ts";

const url = "https://api.example.com/orders";

function answers(...waits: readonly number[]): ExampleExchange[] {
  return waits.map((wait, index) => ({ url: `${url}/${index}`, status: 200, ttfb: wait }));
}

function refusal(wait: number): ExampleExchange {
  return { url, status: 403, ttfb: wait, responseBody: '{"message":"Forbidden"}' };
}

it("compares the median of a route's refusals with the median of the host's responses, and says both", () => {
  const fast = caseOf(...answers(900, 140, 150), refusal(12));
  expect(refusalIsFast.ask(fast)).toMatchObject({
    answer: "yes",
    says: "the refusal took 12 ms, the median of 3 responses of the host is 150 ms",
  });
  expect(refusalIsAsSlowAsResponses.ask(fast).answer).toBe("no");
  const slow = caseOf(...answers(900, 140, 150), refusal(12), refusal(160), refusal(170));
  expect(refusalIsAsSlowAsResponses.ask(slow)).toMatchObject({
    answer: "yes",
    says: "the 3 refusals of the route took 160 ms at the median, the median of 3 responses of the host is 150 ms",
  });
});

it("cannot tell from few responses, from fast ones, or from those that a cache gave", () => {
  const cached = answers(140, 150, 160).map((each) => ({
    ...each,
    responseHeaders: { "x-cache": "Hit from cloudfront" },
  }));
  for (const subject of [
    caseOf(...answers(140, 150), refusal(12)),
    caseOf(...answers(30, 40, 50), refusal(12)),
    caseOf(...cached, refusal(12)),
  ]) {
    expect(refusalIsFast.ask(subject).answer).toBe("unknown");
    expect(refusalIsAsSlowAsResponses.ask(subject).answer).toBe("unknown");
  }
});
