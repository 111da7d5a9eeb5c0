import { setImmediate as nextTurn } from "node:timers/promises";
import { afterEach, expect, it, vi } from "vitest";
import type { FinishedRequest, NetworkPort } from "../../browser/ports.ts";
import { Recording } from "../../session/recording.ts";
import type { ReceivedBody } from "../entry.ts";
import { collect } from "./collect.ts";

const producer = { name: "WebInspector", version: "", live: true };

afterEach(() => void vi.useRealTimers());

interface Answer {
  readonly status: number;
  readonly error?: string;
}

function request(
  { status, error }: Answer,
  body: () => Promise<ReceivedBody> = async () => ({ text: "" }),
): FinishedRequest {
  const startedDateTime = "2026-03-01T10:00:00.000Z";
  const entry = {
    startedDateTime,
    request: { method: "GET", url: "https://api.example.com/orders", headers: [] },
    response: { status, headers: [], content: {}, _error: error ?? null },
  };
  return { entry, body };
}

function network(live: readonly FinishedRequest[], getHAR: NetworkPort["getHAR"]): NetworkPort {
  return {
    onRequestFinished(listener) {
      for (const each of live) listener(each);
    },
    onNavigated() {},
    getHAR,
  };
}

/** Collects from a browser that holds some requests already, and reports others while it is still asked for those. */
async function collected(held: readonly FinishedRequest[], live: readonly FinishedRequest[]): Promise<Recording> {
  const recording = new Recording();
  collect(
    network(live, async () => held),
    recording,
    producer,
  );
  await nextTurn();
  return recording;
}

function statuses({ recorded }: Recording): readonly number[] {
  return recorded.map(({ har: entry }) => entry.response.status);
}

it("takes what DevTools held before it ran, and what comes both ways once", async () => {
  const recording = await collected([request({ status: 403 }), request({ status: 200 })], [request({ status: 403 })]);
  expect(statuses(recording)).toEqual([403, 200]);
});

it("takes both of two requests of one millisecond", async () => {
  const recording = await collected([], [request({ status: 403 }), request({ status: 403 })]);
  expect(statuses(recording)).toEqual([403, 403]);
});

it("leaves a held request without a response to the event of its end, unless it failed", async () => {
  const held = [request({ status: 0 }), request({ status: 0, error: "net::ERR_FAILED" })];
  const recording = await collected(held, [request({ status: 200 })]);
  expect(statuses(recording)).toEqual([200, 0]);
});

it("looks again at a failure that was reported before its response was known", async () => {
  vi.useFakeTimers();
  const recording = new Recording();
  const early = request({ status: 0, error: "net::ERR_FAILED" });
  const log: FinishedRequest[][] = [[], [request({ status: 403, error: "net::ERR_FAILED" })]];
  collect(
    network([early], async () => log.shift() ?? []),
    recording,
    producer,
  );
  expect(statuses(recording)).toEqual([]);
  await vi.runAllTimersAsync();
  expect(statuses(recording)).toEqual([403]);
});

it("takes a failure as it was reported where the log knows no more", async () => {
  vi.useFakeTimers();
  const recording = new Recording();
  collect(
    network([request({ status: 0, error: "net::ERR_FAILED" })], async () => []),
    recording,
    producer,
  );
  await vi.runAllTimersAsync();
  expect(statuses(recording)).toEqual([0]);
});

it("looks once for all failures of one moment", async () => {
  vi.useFakeTimers();
  const getHAR = vi.fn(async () => []);
  const failed = request({ status: 0, error: "net::ERR_FAILED" });
  collect(network([failed, failed, failed], getHAR), new Recording(), producer);
  await vi.runAllTimersAsync();
  expect(getHAR).toHaveBeenCalledTimes(2);
});

it("looks no more at a log that takes long to copy, and loses nothing by that", async () => {
  vi.useFakeTimers();
  const recording = new Recording();
  const failed = request({ status: 0, error: "net::ERR_FAILED" });
  const slow = () => new Promise<readonly FinishedRequest[]>((resolve) => setTimeout(() => resolve([]), 1000));
  const getHAR = vi.fn(slow);
  const listeners: ((request: FinishedRequest) => void)[] = [];
  collect({ onRequestFinished: (each) => listeners.push(each), onNavigated() {}, getHAR }, recording, producer);
  for (const listener of listeners) listener(failed);
  await vi.runAllTimersAsync();
  for (const listener of listeners) listener(failed);
  await vi.runAllTimersAsync();
  expect(statuses(recording)).toEqual([0, 0]);
  expect(getHAR).toHaveBeenCalledTimes(2);
});

it("fetches the body of a refusal at once, and no others", async () => {
  const fetched: number[] = [];
  const noting = (status: number) =>
    request({ status }, async () => {
      fetched.push(status);
      return { text: '{"message":"Forbidden"}' };
    });
  const recording = await collected([], [noting(200), noting(403), noting(302)]);
  expect(fetched).toEqual([403]);
  expect(recording.recorded[1]?.har.response.content.text).toBe('{"message":"Forbidden"}');
});

it("keeps why there is no body", async () => {
  const recording = await collected([], [request({ status: 403 }, async () => ({ lost: "the page was left" }))]);
  expect(recording.recorded[0]?.bodyLost).toBe("the page was left");
});
