import type { Exchange } from "../exchange.ts";
import { known, type Maybe, unknown } from "../known.ts";
import { refusalMessageOf } from "../refusal-message.ts";
import { instantOf } from "./sigv4.ts";

/** What a refusal says about the time of a signature, in milliseconds since the epoch and milliseconds. */
export interface SignatureTimes {
  readonly signedAt: number;
  /** The server's clock when it looked. */
  readonly serverNow: number;
  /** How far the two may be apart: five minutes for API Gateway, fifteen for some other services. */
  readonly tolerance: number;
}

const instant = "(\\d{8}T\\d{6}Z)";
const form = new RegExp(
  `^Signature (?:expired: ${instant} is now earlier than|not yet current: ${instant} is still later than) ${instant} \\(${instant} [+-]`,
  "i",
);

/**
 * Reads "Signature expired: A is now earlier than B (C - 5 min.)" and "Signature not yet current: A is still later than
 * B (C + 5 min.)": A is the time signed, C the server's; B is the limit between. Null for any other message.
 */
export function signatureTimesIn(message: string): SignatureTimes | null {
  const match = form.exec(message);
  if (!match) return null;
  const [, past, future = "", limit = "", now = ""] = match;
  const [signedAt, boundary, serverNow] = [instantOf(past ?? future), instantOf(limit), instantOf(now)];
  if (signedAt === null || boundary === null || serverNow === null) return null;
  return { signedAt, serverNow, tolerance: Math.abs(serverNow - boundary) };
}

/** The server's clock when it responded: `Date`, with a stored response's `Age`, or the instant in a refusal of the signature. */
export function serverInstant(exchange: Exchange): Maybe<number> {
  const { status, date, headers } = exchange.response;
  const age = headers.get("age");
  if (date.known && age === undefined) return date;
  const refusal = status < 400 ? null : refusalMessageOf(exchange);
  const times = refusal?.known ? signatureTimesIn(refusal.value.message) : null;
  if (times !== null) return known(times.serverNow);
  if (age === undefined || !date.known) return date;
  return /^\d{1,9}$/.test(age) ? known(date.value + Number(age) * 1000) : unknown("the response comes out of a cache");
}
