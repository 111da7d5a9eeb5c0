import { expect, test } from "vitest";
import type { ExampleExchange } from "../../rules/example.ts";
import { recordingOf } from "../../testing/examples/recording.ts";
import { openSessions } from "../session/sessions.ts";
import { defaultSettings } from "../session/settings.ts";
import type { SessionPattern } from "./protocol.ts";
import { sessionPattern } from "./session-pattern.ts";

const api = "https://a1b2c3d4e5.execute-api.eu-west-1.amazonaws.com";
const ids = { "x-amz-apigw-id": "abc=", "x-amzn-requestid": "4442fa46-a3c1-44ae-a5ba-b3e7c8d4b5ef" };

function works(at: number, host = api): ExampleExchange {
  return { url: `${host}/prod/orders`, status: 200, responseHeaders: ids, at };
}

function refused(at: number, path = "/prod/orders"): ExampleExchange {
  return { url: `${api}${path}`, status: 403, responseHeaders: ids, responseBody: '{"message":"Forbidden"}', at };
}

function preflight(at: number): ExampleExchange {
  return {
    ...refused(at),
    method: "OPTIONS",
    requestHeaders: { "access-control-request-method": "PUT", origin: "https://a.b" },
  };
}

function course(...exchanges: readonly ExampleExchange[]): SessionPattern | null {
  const sessions = openSessions(recordingOf({ title: "", exchanges }), defaultSettings);
  return sessionPattern(
    sessions,
    new Set(sessions.refusedRequests.flatMap(({ exchange, blocks }) => [exchange, ...blocks])),
  );
}

const since = Date.UTC(2026, 2, 2, 9, 30, 10);
const host = new URL(api).hostname;

test("an API that refuses everything since a moment says since when, and how much was not refused before", () => {
  const all = [works(0), works(1), refused(10), refused(11, "/prod/carts"), refused(12)];
  expect(course(...all)).toEqual({ kind: "fails-since", host, since, refused: 3, before: 2 });
  expect(course(...all.toReversed())).toEqual({ kind: "fails-since", host, since, refused: 3, before: 2 });
});

test("nothing is said while something still gets through, after too few, or without a time that it worked", () => {
  expect(course(works(0), refused(1), refused(2), refused(3), works(4))).toBeNull();
  expect(course(works(0), refused(10), refused(11))).toBeNull();
  expect(course(refused(10), refused(11), refused(12))).toBeNull();
});

test("what other hosts return plays no part", () => {
  const page = works(20, "https://www.example.com");
  const withoutIds = { ...page, answers: {} };
  expect(course(works(0), refused(10), refused(11), refused(12), withoutIds)?.kind).toBe("fails-since");
});

test("only preflights, with what they stopped; another refusal beside them ends it", () => {
  expect(course(works(0), preflight(1), preflight(2))).toEqual({ kind: "only-preflights", refused: 2, stopped: 0 });
  expect(course(works(0), preflight(1), refused(2))).toBeNull();
});
