import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { yieldToEventLoop } from "../../src/worker/clock.ts";
import type { Row, Update } from "../../src/worker/protocol.ts";
import { rowFor } from "../../testing/examples/row.ts";
import { joined, pacedUpdates } from "./paced-updates.ts";

const nothing: Omit<Update, "changed" | "removed"> = {
  tally: { requests: 0, refused: 0, toApiGateway: 0, pending: 0 },
  allowed: { edges: [], silences: [], counts: [] },
  pattern: null,
  hosts: [],
  sources: [],
  capture: { paused: false, heldBack: 0, pageLoadSeen: true, evicted: { allowed: 0, refused: 0 } },
  failures: [],
};

function update(requests: number, changed: readonly Row[] = [], removed: readonly string[] = []): Update {
  return { ...nothing, tally: { ...nothing.tally, requests }, changed, removed };
}

describe("updates that come faster than they can be shown", () => {
  let frames: (() => unknown)[] = [];
  const nextFrame = async () => {
    const due = frames;
    frames = [];
    for (const each of due) await each();
  };

  beforeEach(() => {
    frames = [];
    vi.stubGlobal("requestAnimationFrame", (draw: () => unknown) => frames.push(draw));
    vi.useFakeTimers({ toFake: ["setTimeout", "performance"] });
  });

  afterEach(() => {
    vi.unstubAllGlobals();
    vi.useRealTimers();
  });

  it("are shown at once while that is brief, those of one moment together", async () => {
    const show = vi.fn();
    const take = pacedUpdates(show, () => false);
    for (const requests of [1, 2, 3]) take(update(requests));
    await yieldToEventLoop();
    await yieldToEventLoop();
    expect(show.mock.calls.map(([{ tally }]) => tally.requests)).toEqual([1, 3]);
    take(update(4));
    expect(show).toHaveBeenCalledTimes(3);
  });

  it("wait four times as long as the last took to show, and are all shown in the end", async () => {
    const show = vi.fn(() => void vi.advanceTimersByTime(50));
    const take = pacedUpdates(show, () => false);
    take(update(1));
    await yieldToEventLoop();
    take(update(2));
    await vi.advanceTimersByTimeAsync(199);
    expect(frames).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(show).toHaveBeenCalledTimes(1);
    await nextFrame();
    expect(show).toHaveBeenCalledTimes(2);
  });

  it("are shown at once in spite of a rest where they are awaited", async () => {
    const show = vi.fn(() => void vi.advanceTimersByTime(50));
    const take = pacedUpdates(show, ({ changed }) => changed.length > 0);
    take(update(1));
    await yieldToEventLoop();
    take(update(2));
    expect(show).toHaveBeenCalledTimes(1);
    take(
      update(
        3,
        [rowFor({ key: "1", cause: "first" })].flatMap((row) => row ?? []),
      ),
    );
    expect(show).toHaveBeenLastCalledWith(expect.objectContaining({ tally: { ...nothing.tally, requests: 3 } }));
    await yieldToEventLoop();
    await vi.advanceTimersByTimeAsync(1000);
    await nextFrame();
    expect(show).toHaveBeenCalledTimes(2);
  });
});

it("says in one update what two said one after the other", () => {
  const [a, b, c] = ["1", "2", "3"].map((key) => rowFor({ key, cause: "first" }));
  const later = rowFor({ key: "1", cause: "then" });
  if (a === undefined || b === undefined || c === undefined) throw new Error("there are three rows");
  expect(joined(update(3, [a, b], ["3"]), update(4, [later, c], ["2"]))).toEqual(update(4, [later, c], ["2"]));
});
