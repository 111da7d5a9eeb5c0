import { expect, it } from "vitest";
import type { ExampleExchange } from "../../rules/example.ts";
import { exampleStart, recordingOf } from "../../testing/examples/recording.ts";
import { clientClock } from "./client-clock.ts";
import { openSession } from "./open-session.ts";
import { liveFile } from "./recording.ts";

type Answer = Partial<ExampleExchange>;

/** A response whose server's clock is `offset` seconds ahead of the client's. */
function answer(second: number, offset: number, more: Answer = {}): ExampleExchange {
  const wait = more.ttfb ?? 60;
  const date = new Date(exampleStart + (second + offset) * 1000 + wait).toUTCString();
  const url = "https://www.example.com/";
  return { url, status: 200, at: second, ...more, responseHeaders: { date, ...more.responseHeaders } };
}

function clockOf(...exchanges: ExampleExchange[]) {
  const clock = clientClock(openSession(recordingOf({ title: "", exchanges }), []), liveFile);
  return clock.known ? { ...clock.value, ahead: Math.round(clock.value.ahead / 1000) } : clock.why;
}

it("measures a constant offset, and how many responses show it", () => {
  expect(clockOf(answer(0, -200), answer(1, -200), answer(2, -200))).toEqual({ ahead: 200, agreeing: 3, measured: 3 });
  expect(clockOf(answer(0, 3600), answer(1, 3600))).toEqual({ ahead: -3600, agreeing: 2, measured: 2 });
  expect(clockOf(answer(0, 0))).toMatchObject({ agreeing: 1, measured: 1 });
});

it("takes a long wait for no offset, whenever in it the server looked at its clock", () => {
  const begun = answer(0, -400, { ttfb: 400_000 });
  const ended = answer(1, 0, { ttfb: 400_000 });
  expect(clockOf(begun, ended, answer(2, 0))).toMatchObject({ agreeing: 3, measured: 3 });
});

it("outvotes the one server whose clock is wrong", () => {
  expect(clockOf(answer(0, 0), answer(1, 0), answer(2, 0), answer(3, 900))).toMatchObject({ agreeing: 3, measured: 4 });
});

it.each<[string, Answer]>([
  ["age", { responseHeaders: { age: "600" } }],
  ["a hit in CloudFront", { responseHeaders: { "x-cache": "Hit from cloudfront" } }],
  ["a hit in Cloudflare", { responseHeaders: { "cf-cache-status": "HIT" } }],
  ["304", { status: 304 }],
])("ignores stored responses, marked by %s", (_, stored) => {
  const old = [1, 2, 3].map((second) => answer(second, -600, stored));
  expect(clockOf(...old, answer(9, 0))).toMatchObject({ measured: 1 });
  expect(clockOf(...old)).toBe("no fresh response shows both the client's and the server's time");
});

it("lets one fresh response refute old dates of a cache that nothing marks", () => {
  const old = [1, 2, 3].map((second) => answer(second, -7200));
  expect(clockOf(...old, answer(9, 0))).toBe("the responses disagree about the time");
  expect(clockOf(answer(0, 600), answer(1, -600))).toBe("the responses disagree about the time");
});

it("takes the server's time out of a refusal that names it, where there is no Date", () => {
  const message =
    "Signature expired: 20260302T093000Z is now earlier than 20260302T093500Z (20260302T094000Z - 5 min.)";
  const refusal = {
    url: "https://api.example.com/",
    status: 403,
    responseHeaders: { date: "" },
    responseBody: JSON.stringify({ message }),
  };
  expect(clockOf(refusal)).toEqual({ ahead: -600, agreeing: 1, measured: 1 });
});

it("knows nothing without a start, a wait or a date", () => {
  expect(clockOf(answer(0, 0, { responseHeaders: { date: "soon" } }))).toMatch(/no fresh response/);
  expect(clockOf({ url: "https://www.example.com/", status: 0, error: "net::ERR_FAILED" })).toMatch(
    /no fresh response/,
  );
  expect(clockOf()).toMatch(/no fresh response/);
});

it("keeps the clocks of files apart", () => {
  const files = [0, 3600].map((offset) => recordingOf({ title: "", exchanges: [answer(0, offset)] }));
  const recorded = files.flatMap((entries, index) => entries.map((each) => ({ ...each, file: `${index}.har` })));
  const session = openSession(recorded, []);
  expect(clientClock(session, "0.har")).toMatchObject({ value: { measured: 1 } });
  expect(clientClock(session, "1.har")).toMatchObject({ value: { ahead: expect.closeTo(-3_600_500, -3) } });
});
