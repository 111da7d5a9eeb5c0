import { describe, expect, it } from "vitest";
import { caseIn, caseOf, exportedCaseOf } from "../../testing/examples/case.ts";
import { recordingOf } from "../../testing/examples/recording.ts";
import type { ExampleExchange } from "../example.ts";
import {
  followsBurst,
  hostFailsSince,
  refusalPasses,
  sameRequestWorksSoonAfter,
  worksNoLonger,
} from "./host-history.ts";

const host = "https://a1b2c3d4e5.execute-api.eu-west-1.amazonaws.com";

function works(path: string, at: number): ExampleExchange {
  return { url: `${host}${path}`, at, status: 200, responseHeaders: { "x-amz-apigw-id": "JxKqfH1bDoEFRXw=" } };
}

function refused(path: string, at: number): ExampleExchange {
  return {
    url: `${host}${path}`,
    at,
    status: 403,
    responseHeaders: { "x-amz-apigw-id": "JxKqfH1bDoEFRXw=", "x-amzn-errortype": "ForbiddenException" },
    responseBody: '{"message":"Forbidden"}',
  };
}

describe("the moment since which a host refuses everything", () => {
  it("is named with what got through before and how many did not since", () => {
    const subject = caseOf(works("/prod/a", 0), works("/prod/b", 1), refused("/prod/a", 60), refused("/prod/b", 61));
    expect(hostFailsSince.ask(subject)).toMatchObject({
      answer: "yes",
      says: "until 09:30:01 UTC 2 requests to the host got through, since then all 2 are refused",
    });
  });

  it("is none where something still gets through, or where only what never worked is refused", () => {
    const mixed = caseOf(works("/prod/a", 0), refused("/prod/a", 1), works("/prod/b", 2), refused("/prod/b", 3));
    const other = caseOf(works("/prod/a", 0), works("/prod/b", 1), refused("/prod/c", 2), refused("/prod/d", 3));
    expect(hostFailsSince.ask(mixed).answer).toBe("no");
    expect(hostFailsSince.ask(other).answer).toBe("no");
  });
});

describe("a burst", () => {
  const burst = (count: number) => Array.from({ length: count }, (_, index) => works("/prod/a", index / 10));

  it("counts what was asked in the five minutes until the host began to refuse, however long it refuses already", () => {
    const answer = followsBurst.ask(caseOf(...burst(150), refused("/prod/a", 20), refused("/prod/a", 900)));
    expect(answer).toMatchObject({
      answer: "yes",
      says: "150 requests to the host in the five minutes until it began to refuse, 150 of them let through",
    });
  });

  it("is none of a few requests, of old ones, or of a client that only repeats what is refused", () => {
    const old = burst(150).map((each) => ({ ...each, at: (each.at ?? 0) - 1000 }));
    const repeats = Array.from({ length: 150 }, (_, index) => refused("/prod/a", index));
    expect(followsBurst.ask(caseOf(...burst(20), refused("/prod/a", 20))).answer).toBe("no");
    expect(followsBurst.ask(caseOf(...old, works("/prod/a", 0), refused("/prod/a", 1))).answer).toBe("no");
    expect(followsBurst.ask(caseOf(...repeats)).answer).toBe("no");
  });

  it("may end with a pause: the same route works before and again after it", () => {
    const passes = (after: number) => caseOf(works("/prod/a", 0), works("/prod/a", after), refused("/prod/a", 5));
    expect(refusalPasses.ask(passes(65))).toMatchObject({
      answer: "yes",
      says: expect.stringContaining("again 60 s after"),
    });
    expect(refusalPasses.ask(passes(7)).answer).toBe("no");
  });
});

it("cannot tell whether a later request was the same where an export left its credentials out", () => {
  const exchanges = [works("/prod/a", 10), refused("/prod/a", 0)];
  expect(sameRequestWorksSoonAfter.ask(caseOf(...exchanges)).answer).toBe("yes");
  expect(sameRequestWorksSoonAfter.ask(exportedCaseOf(...exchanges))).toMatchObject({
    answer: "unknown",
    why: expect.stringContaining("removes Authorization"),
  });
});

it("says that a route worked minutes before and not since", () => {
  expect(worksNoLonger.ask(caseOf(works("/prod/a", 0), refused("/prod/a", 600))).answer).toBe("yes");
  expect(worksNoLonger.ask(caseOf(works("/prod/a", 0), refused("/prod/a", 30))).answer).toBe("no");
  const exchanges = [works("/prod/a", 0), refused("/prod/a", 600), works("/prod/a", 700)];
  expect(worksNoLonger.ask(caseIn(recordingOf({ title: "", exchanges }), 1)).answer).toBe("no");
});
