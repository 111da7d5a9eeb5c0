import type { Clock } from "./clock.ts";
import { TimeSlice } from "./time-slice.ts";

/** Milliseconds between two updates while many diagnoses are made, because showing them takes time. */
const publishEvery = 100;

/** Work that can wait rests this many times as long as it took, so that other work gets time. */
const restFactor = 4;

/** Opening the sessions in less than these milliseconds needs no rest: a body often follows its request at once. */
const brief = 3;

/** Diagnoses that may have changed are made again when nothing arrived for this long, in milliseconds … */
const quiet = 200;

/** … or, where requests never cease, this long after all were made again. */
const patience = 2000;

/** The work that the scheduler orders. */
export interface Work {
  /** Something arrived that the sessions do not hold yet, and that may be taken in now. */
  readonly canReopen: boolean;
  /** Refused requests without a diagnosis. */
  readonly fresh: number;
  /** Refused requests whose diagnosis may have changed. */
  readonly stale: number;
  readonly isReading: boolean;
  /** There are rows that no update has shown yet. */
  readonly hasNewRows: boolean;
  reopen(): void;
  /** Diagnoses until the slice is over. */
  diagnoseFresh(slice: TimeSlice): void;
  diagnoseStale(slice: TimeSlice): void;
  publish(): void;
}

/** Lets the Worker's work run in short slices: new refusals first, then diagnoses that may have changed. */
export class Scheduler {
  readonly #clock: Clock;
  readonly #work: Work;
  #isScheduled = false;
  #reopenNotBefore = 0;
  #lastArrival = 0;
  #nextStale = patience;
  #lastPublished = Number.NEGATIVE_INFINITY;

  constructor(clock: Clock, work: Work) {
    this.#clock = clock;
    this.#work = work;
  }

  /** A live request arrived, or its body. */
  arrived(): void {
    this.#lastArrival = this.#clock.now();
  }

  /** Goes on with the work as soon as it may. */
  wake(): void {
    if (this.#work.canReopen) this.#schedule(this.#untilReopening());
  }

  /** The end of a file is waited for: it ends the rest. */
  endRest(): void {
    this.#reopenNotBefore = 0;
  }

  /** Publishes at once. */
  publish(): void {
    this.#lastPublished = this.#clock.now();
    this.#work.publish();
  }

  #schedule(milliseconds: number): void {
    if (this.#isScheduled) return;
    this.#isScheduled = true;
    this.#clock.later(() => {
      this.#isScheduled = false;
      this.#run();
    }, milliseconds);
  }

  #run(): void {
    if (this.#work.canReopen && this.#clock.now() >= this.#reopenNotBefore) this.#reopen();
    const slice = new TimeSlice(this.#clock);
    this.#work.diagnoseFresh(slice);
    if (this.#isTimeForStale()) this.#diagnoseStale(slice);
    if (this.#isTimeToPublish()) this.publish();
    this.#scheduleNext();
  }

  #scheduleNext(): void {
    if (this.#work.fresh > 0) this.#schedule(0);
    else if (this.#work.canReopen) this.#schedule(this.#untilReopening());
    else if (this.#work.stale > 0) this.#schedule(this.#isTimeForStale() ? 0 : quiet);
  }

  #untilReopening(): number {
    return Math.max(0, this.#reopenNotBefore - this.#clock.now());
  }

  #reopen(): void {
    const start = this.#clock.now();
    if (!this.#work.isReading) this.#lastPublished = Number.NEGATIVE_INFINITY;
    this.#work.reopen();
    const end = this.#clock.now();
    this.#reopenNotBefore = end - start < brief ? end : end + restFactor * (end - start);
  }

  #isTimeForStale(): boolean {
    const now = this.#clock.now();
    return this.#work.fresh === 0 && (now - this.#lastArrival >= quiet || now >= this.#nextStale);
  }

  #diagnoseStale(slice: TimeSlice): void {
    const start = this.#clock.now();
    this.#work.diagnoseStale(slice);
    const now = this.#clock.now();
    this.#nextStale = now + (this.#work.stale === 0 ? patience : restFactor * (now - start));
  }

  /** While files are read, new rows are published at once, mere counts from time to time. */
  #isTimeToPublish(): boolean {
    if (this.#clock.now() - this.#lastPublished >= publishEvery) return true;
    return this.#work.fresh === 0 && (this.#work.hasNewRows || !this.#work.isReading);
  }
}
