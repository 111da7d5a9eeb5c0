/** Milliseconds of reading between two chances to answer a question. */
const longest = 12;

/** The time in which one thing has the thread for itself. */
export class TimeSlice {
  #began = performance.now();

  get isOver(): boolean {
    return performance.now() - this.#began > longest;
  }

  /** Lets everything else have its turn, and begins the next. */
  async pass(): Promise<void> {
    await yieldToEventLoop();
    this.#began = performance.now();
  }
}

/**
 * Resolves when everything else that waited for this thread had its turn. Unlike a timer it is not held up: browsers make
 * timers that follow each other wait for 4 ms each (HTML standard, 8.7).
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
