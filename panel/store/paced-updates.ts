import { yieldToEventLoop } from "../../src/worker/clock.ts";
import type { Row, Update } from "../../src/worker/protocol.ts";

/** What took less than these milliseconds to show is followed by the next as soon as that comes … */
const brief = 10;

/** … and what took longer by a rest of this many times as long, so that keys and scrolling are answered meanwhile. */
const restFactor = 4;

/**
 * Shows an update at once, and together those that come while the panel rests from a longer one. While the panel cannot
 * be seen, such a rest does not end.
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

/** What two updates say, one after the other. */
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
