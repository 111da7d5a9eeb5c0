import type { Case } from "../../src/diagnosis/case.ts";
import { cannotTell, clue, no, yes } from "../../src/diagnosis/clue.ts";
import { derived, phrase } from "../../src/diagnosis/quote.ts";
import { apart } from "../../src/exchange/duration.ts";
import { clientClock } from "../../src/session/client-clock.ts";
import { signatureIsStale, signatureTolerance } from "./signing-time.ts";

/** The clock of the recording machine by all responses of its file, not by this one signature. */
export const clientClockIsWrong = clue({
  id: "client-clock-is-wrong",
  holds: "the client's clock is wrong by the server's",
  ask: ({ exchange, session }) => {
    const clock = clientClock(session, exchange.file);
    if (!clock.known) return cannotTell("the client's clock", clock.why);
    const { ahead, agreeing, measured } = clock.value;
    const shown =
      measured === 1
        ? phrase`the one response that tells shows`
        : phrase`${derived(agreeing)} of ${derived(measured)} responses show`;
    const says = phrase`the client's clock is ${derived(apart(ahead))} the servers', as ${shown}`;
    return Math.abs(ahead) > signatureTolerance ? yes(says) : no(says);
  },
});

/** Why a signature's time is off: the client's clock, this one signature, or no one can tell. */
export type Mistimed = "client-clock" | "this-signature" | "unknown";

/** For advice. Where the clock is wrong, no signature can be right before it is set. */
export function mistimed(subject: Case): Mistimed {
  if (clientClockIsWrong.ask(subject).answer === "yes") return "client-clock";
  return signatureIsStale.ask(subject).answer === "yes" ? "this-signature" : "unknown";
}
