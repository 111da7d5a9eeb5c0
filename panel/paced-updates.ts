import type { Row, Update } from "../src/examiner/messages.ts";
import { othersTurn } from "../src/examiner/turn.ts";

/** What took less than these milliseconds to show is followed by the next in the next frame … */
const brief = 10;

/** … and what took longer by a rest of this many times as long, so that keys and scrolling are answered meanwhile. */
const restFactor = 4;

/**
 * Takes updates as they come, and shows what they say together no more often than the panel can bear: once a frame at
 * most. While the panel cannot be seen nothing is shown.
 */
export function pacedUpdates(show: (update: Update) => void): (update: Update) => void {
  let waiting: Update | null = null;
  let isDue = false;
  const showNext = () => {
    isDue = waiting !== null;
    if (isDue) requestAnimationFrame(showWaiting);
  };
  const showWaiting = async () => {
    if (waiting === null) return;
    const began = performance.now();
    const update = waiting;
    waiting = null;
    show(update);
    // In a frame everything else includes its painting.
    await othersTurn();
    const took = performance.now() - began;
    setTimeout(showNext, took < brief ? 0 : restFactor * took);
  };
  return (update) => {
    waiting = waiting === null ? update : joined(waiting, update);
    if (!isDue) showNext();
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
