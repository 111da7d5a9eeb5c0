import type { Exchange } from "../exchange/exchange.ts";
import { known, type Maybe, unknown } from "../exchange/known.ts";
import { serverInstant } from "../exchange/sigv4/signature-times.ts";
import { isStored } from "../exchange/stored-response.ts";
import { groupBy } from "./group-by.ts";
import { memoizeWeak } from "./memoize-weak.ts";
import type { Session } from "./session.ts";

/** The clock of the machine that recorded a file, against those of the servers that sent them. */
export interface ClientClock {
  /** Milliseconds by which it is ahead; negative where it is behind. */
  readonly ahead: number;
  /** How many responses show this offset … */
  readonly agreeing: number;
  /** … of how many that carry the server's time and do not come out of a cache. */
  readonly measured: number;
}

/**
 * Compares the client's clock with the servers' over all entries of a file. Files can come from different machines, so
 * each has a clock of its own.
 * @returns unknown where no response shows both clocks, or where most responses do not agree
 */
export function clientClock(session: Session, file: string): Maybe<ClientClock> {
  return clocks(session).get(file) ?? noMeasurement;
}

const noMeasurement = unknown("no fresh response shows both the client's and the server's time");

const clocks = memoizeWeak(({ exchanges }: Session) => {
  const files = groupBy(exchanges, ({ file }) => file);
  return new Map([...files].map(([file, own]) => [file, agreement(own.flatMap(measured))]));
});

/** The offsets that one response allows, and the most plausible one; milliseconds. */
interface Measurement {
  readonly least: number;
  readonly likely: number;
  readonly most: number;
}

/** `Date` counts whole seconds (RFC 9110, 5.6.7). */
const resolution = 1000;

/** What queueing, name lookup and connecting may take between an entry's start and its sending. */
const lead = 3000;

/**
 * The server read its clock at some time between the request's start and the first byte of its response. A stored response
 * repeats the `Date` of when it was made.
 */
function measured(exchange: Exchange): readonly Measurement[] {
  const { startedAt, ttfb: wait } = exchange;
  const server = serverInstant(exchange);
  if (isStored(exchange) || !startedAt.known || !wait.known || !server.known) return [];
  const offset = startedAt.value - server.value;
  const likely = offset + wait.value - resolution / 2;
  return [{ least: offset - resolution, likely, most: offset + wait.value + lead }];
}

/**
 * The offset that most responses allow: the point inside the most intervals (Marzullo's algorithm, which NTP rests on).
 * Responses that come out of a cache unmarked have an old `Date`, which looks like a clock that is ahead; one fresher
 * response refutes that.
 */
function agreement(measurements: readonly Measurement[]): Maybe<ClientClock> {
  if (measurements.length === 0) return noMeasurement;
  const point = mostShared(measurements);
  const agreeing = measurements.filter(({ least, most }) => least <= point && point <= most);
  const ahead = median(agreeing.map(({ likely }) => likely));
  const isRefuted = ahead > lead && measurements.some(({ most }) => most < point);
  if (isRefuted || agreeing.length * 2 <= measurements.length) {
    return unknown("the responses disagree about the time");
  }
  return known({ ahead, agreeing: agreeing.length, measured: measurements.length });
}

/** The start of the first stretch that the most intervals share. */
function mostShared(measurements: readonly Measurement[]): number {
  const starts = measurements.map(({ least }) => least).sort(ascending);
  const ends = measurements.map(({ most }) => most).sort(ascending);
  let best = { point: 0, depth: 0 };
  let ended = 0;
  for (const [begun, point] of starts.entries()) {
    while ((ends[ended] ?? point) < point) ended++;
    const depth = begun + 1 - ended;
    if (depth > best.depth) best = { point, depth };
  }
  return best.point;
}

function ascending(a: number, b: number): number {
  return a - b;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted(ascending);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
}
