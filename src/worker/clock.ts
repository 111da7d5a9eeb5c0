/** The only source of time in the Worker. Durations and instants are milliseconds. */
export interface Clock {
  /** Monotonic, from an arbitrary start. */
  now(): number;
  /** Since the epoch, to compare with what captures show. */
  wallTime(): number;
  /** Calls `goOn` after this long, and lets everything that waits go first. */
  later(goOn: () => void, milliseconds: number): void;
}

/** The browser's own time. */
export const browserClock: Clock = {
  now: () => performance.now(),
  wallTime: () => Date.now(),
  later: (goOn, milliseconds) => {
    if (milliseconds > 0) setTimeout(goOn, milliseconds);
    else void yieldToEventLoop().then(goOn);
  },
};

/** Resolves after this long. */
export function delay(clock: Clock, milliseconds: number): Promise<null> {
  return new Promise((resolve) => clock.later(() => resolve(null), Math.max(0, milliseconds)));
}

/**
 * Resolves once everything that waited for this thread had its turn. A message to oneself does it: browsers make timers
 * that follow each other wait for 4 ms each (HTML standard, 8.7).
 */
export function yieldToEventLoop(): Promise<void> {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
