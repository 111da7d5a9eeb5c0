import { type Clock, delay } from "./clock.ts";

/** Milliseconds that one task may have the thread for itself. A question to the Worker waits no longer. */
const sliceLength = 12;

/** The time in which one task has the thread for itself. */
export class TimeSlice {
  readonly #clock: Clock;
  #began: number;

  constructor(clock: Clock) {
    this.#clock = clock;
    this.#began = clock.now();
  }

  get isOver(): boolean {
    return this.#clock.now() - this.#began >= sliceLength;
  }

  /** Lets everything that waits go first, and begins the next slice. */
  async yield(): Promise<void> {
    await delay(this.#clock, 0);
    this.#began = this.#clock.now();
  }
}
