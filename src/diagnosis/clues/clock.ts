import { valueOr } from "../../exchange/known.ts";
import { instantOf } from "../../exchange/sigv4.ts";
import { remembered } from "../../session/remembered.ts";
import type { Session } from "../../session/session.ts";
import type { Case } from "../case.ts";
import { cannotTell, clue, no, yes } from "./answer.ts";

/** Clues about time. API Gateway accepts signatures that are up to five minutes off. */
const tolerance = 5 * 60_000;

function signedAt({ sigv4, exchange }: Case): number | null {
  return sigv4?.signedAt ?? instantOf(exchange.request.headers.get("x-amz-date") ?? "");
}

export const signedAtWrongTime = clue("signed-at-wrong-time", (subject) => {
  const signed = signedAt(subject);
  const { date } = subject.exchange.response;
  if (signed === null) return cannotTell("the instant of signing", "no `x-amz-date` is visible");
  if (!date.known) return cannotTell("the server's clock", date.why);
  const off = signed - date.value;
  const says = `\`x-amz-date\` is ${minutes(off)} the server's \`Date\``;
  return Math.abs(off) > tolerance ? yes(says) : no(says);
});

function minutes(off: number): string {
  return `${Math.round(Math.abs(off) / 6000) / 10} minutes ${off < 0 ? "behind" : "ahead of"}`;
}

/** The client's clock against `Date`, for every answer that did not come out of a cache, ascending. */
const clockOffsets = remembered(({ exchanges }: Session) =>
  exchanges
    .flatMap(({ startedAt, response, wait }) => {
      if (!startedAt.known || !response.date.known || response.headers.has("age")) return [];
      return [startedAt.value + valueOr(wait, 0) - response.date.value];
    })
    .sort((a, b) => a - b),
);

export const clientClockIsWrong = clue("client-clock-is-wrong", ({ session }) => {
  const offsets = clockOffsets(session);
  if (offsets.length === 0) return cannotTell("the client's clock", "no entry has both a start time and a `Date`");
  const median = offsets[Math.floor(offsets.length / 2)] ?? 0;
  const says = `over ${offsets.length} requests the client's clock is ${minutes(median)} the servers' clocks`;
  return Math.abs(median) > tolerance ? yes(says) : no(says);
});
