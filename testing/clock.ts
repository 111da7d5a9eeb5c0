import type { Clock } from "../src/worker/clock.ts";

/** A clock for tests: time passes only when it is told to. */
export class TestClock implements Clock {
  #now = 0;
  #waiting: { readonly goOn: () => void; readonly at: number }[] = [];
  /** Milliseconds that each look at the clock takes. */
  pace = 0;

  now(): number {
    this.#now += this.pace;
    return this.#now;
  }

  /** The real one, since requests in tests start now. */
  wallTime(): number {
    return Date.now();
  }

  later(goOn: () => void, milliseconds: number): void {
    this.#waiting.push({ goOn, at: this.#now + milliseconds });
  }

  /** Lets the next that waits go on; false where nothing waits. */
  step(): boolean {
    const next = this.#waiting.toSorted((a, b) => a.at - b.at)[0];
    if (next === undefined) return false;
    this.#waiting = this.#waiting.filter((each) => each !== next);
    this.#now = Math.max(this.#now, next.at);
    next.goOn();
    return true;
  }

  /** Lets time pass until nothing waits any more. */
  settle(): void {
    while (this.step());
  }

  /** Lets time pass, and promises settle, until this one has. */
  async untilSettled<T>(promise: Promise<T>): Promise<T> {
    let isSettled = false;
    const done = () => {
      isSettled = true;
    };
    promise.then(done, done);
    while (!isSettled) {
      await new Promise((resolve) => setImmediate(resolve));
      if (!isSettled) this.step();
    }
    return promise;
  }
}
