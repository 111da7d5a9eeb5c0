import type { HarEntry } from "../../capture/entry.ts";
import { traitsOf } from "../../capture/har/producer-traits.ts";
import type { Exchange } from "../../exchange/exchange.ts";
import { exchangeOf } from "../../exchange/exchange-of.ts";
import { type Investigation, nextProbe, type PreparedProbe, withResponse } from "../../probes/investigation.ts";
import type { SafeRequest, SendPolicy } from "../../probes/safe-request.ts";

/** What making the requests needs. */
export interface ProbeSender {
  /** Shows the question; resolves to whether its request may be made. */
  mayAsk(asking: Investigation, question: PreparedProbe): Promise<boolean>;
  send(request: SafeRequest): Promise<HarEntry>;
  /** Tells what the last answer made of it, and why none came where none did. */
  tell(asking: Investigation, failure: string | null): void;
  /** Resolves when the next request may be made. */
  pause(): Promise<void>;
}

/** Asks one question after the other, until none is worth asking, one may not be asked, or one gets no answer. */
export async function askAll(start: Investigation, allowed: SendPolicy, asker: ProbeSender): Promise<Investigation> {
  let asking = start;
  for (;;) {
    const question = nextProbe(asking, allowed);
    if (question === null || !(await asker.mayAsk(asking, question))) return asking;
    if (asking.made.length > 0) await asker.pause();
    const entry = await asker.send(question.request);
    asking = withResponse(asking, question, seen(entry));
    const failure = entry.response.error;
    asker.tell(asking, failure);
    if (failure !== null) return asking;
  }
}

/** Nothing of an answer is left out. */
const traits = traitsOf({ name: "apigw403", version: "", live: true }, []);

function seen(entry: HarEntry): Exchange {
  return exchangeOf(entry, { id: 0, file: "asked", entry: 0, traits, bodyLost: null });
}
