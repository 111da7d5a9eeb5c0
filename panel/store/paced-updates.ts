import { yieldToEventLoop } from "../../src/worker/clock.ts";
import type { Row, Update } from "../../src/worker/protocol.ts";

/** An update that took less than this to show, in milliseconds, is followed by the next at once. */
const brief = 10;

/** A longer one is followed by a rest of this many times its duration, which leaves time for keys and scrolling. */
const restFactor = 4;

/**
 * Shows an update at once. Updates that arrive during a rest are shown together. While the panel is hidden, a rest does
 * not end.
 * @param isAwaited whether an update is worth ending a rest for
 */
export function pacedUpdates(
  show: (update: Update) => void,
  isAwaited: (update: Update) => boolean,
): (update: Update) => void {
  let waiting: Update | null = null;
  let isResting = false;
  const showWaiting = async (): Promise<void> => {
    isResting = waiting !== null;
    if (waiting === null) return;
    const began = performance.now();
    const update = waiting;
    waiting = null;
    show(update);
    // In a frame everything else includes its painting.
    await yieldToEventLoop();
    const took = performance.now() - began;
    if (took < brief) return showWaiting();
    setTimeout(() => requestAnimationFrame(showWaiting), restFactor * took);
  };
  return (update) => {
    waiting = waiting === null ? update : joined(waiting, update);
    if (!isResting || isAwaited(update)) void showWaiting();
  };
}

/** One update in place of two. */
export function joined(first: Update, then: Update): Update {
  const changed = new Map<string, Row>(first.changed.map((row) => [row.key, row]));
  const removed = new Set(first.removed);
  for (const key of then.removed) {
    changed.delete(key);
    removed.add(key);
  }
  for (const row of then.changed) {
    changed.set(row.key, row);
    removed.delete(row.key);
  }
  return { ...then, changed: [...changed.values()], removed: [...removed] };
}
