import type { HarEntry } from "../../capture/entry.ts";
import { traitsOf } from "../../capture/har/producer-traits.ts";
import type { Exchange } from "../../exchange/exchange.ts";
import { exchangeOf } from "../../exchange/exchange-of.ts";
import { type Asking, answered, nextQuestion, type Question } from "../../probes/investigation.ts";
import type { Allowance, SafeRequest } from "../../probes/safe-request.ts";

/** What making the requests needs. */
export interface Asker {
  /** Shows the question; resolves to whether its request may be made. */
  mayAsk(asking: Asking, question: Question): Promise<boolean>;
  send(request: SafeRequest): Promise<HarEntry>;
  /** Tells what the last answer made of it, and why none came where none did. */
  tell(asking: Asking, failure: string | null): void;
  /** Resolves when the next request may be made. */
  pause(): Promise<void>;
}

/** Asks one question after the other, until none is worth asking, one may not be asked, or one gets no answer. */
export async function askAll(start: Asking, allowed: Allowance, asker: Asker): Promise<Asking> {
  let asking = start;
  for (;;) {
    const question = nextQuestion(asking, allowed);
    if (question === null || !(await asker.mayAsk(asking, question))) return asking;
    if (asking.made.length > 0) await asker.pause();
    const entry = await asker.send(question.request);
    asking = answered(asking, question, seen(entry));
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
