import type { ReceivedBody } from "../capture/entry.ts";
import { traitsOf } from "../capture/har/producer-traits.ts";
import { verdictOn } from "../diagnosis/diagnose.ts";
import type { Knowledge } from "../diagnosis/knowledge.ts";
import { keyOf } from "../diagnosis/place.ts";
import type { Exchange } from "../exchange/exchange.ts";
import { exchangeOf } from "../exchange/exchange-of.ts";
import { type Investigation, investigate, nextProbe, pauseBetween, withResponse } from "../probes/investigation.ts";
import { SafeRequest } from "../probes/safe-request.ts";
import type { ProbeResults } from "../probes/with-probe-results.ts";
import type { Recorded } from "../session/recording.ts";
import type { RefusedRequest, Session } from "../session/session.ts";
import { AwaitedResponse } from "./awaited-response.ts";
import { type Clock, delay } from "./clock.ts";
import { investigationView, sendPolicyFor } from "./investigation-view.ts";
import type { InvestigationView, SendByPage } from "./protocol.ts";

/** Milliseconds after which no response is expected any more. */
const patience = 10_000;

const noResponse =
  "No response was seen. The page's content security policy may forbid the request, or the page may have been left; the command asks the same without it.";

/**
 * The questions that are put to APIs about refused requests, and what came back. One is asked at a time, each because the
 * user said so; what comes back is what DevTools saw of it, not what a page says.
 */
export class Investigations {
  readonly #knowledge: Knowledge;
  readonly #clock: Clock;
  /** By the key of the refused request. */
  #investigations = new Map<string, Investigation>();
  #awaited: AwaitedResponse | null = null;
  #isProbing = false;
  #notBefore = 0;

  constructor(knowledge: Knowledge, clock: Clock) {
    this.#knowledge = knowledge;
    this.#clock = clock;
  }

  /**
   * The probe results about a refused request, and the next probe.
   * @param failure why the last request was not made, or got no response
   */
  about(subject: RefusedRequest, session: Session, failure: string | null = null): InvestigationView {
    const { verdict } = verdictOn(subject, session, this.#knowledge, this.resultsAbout(subject.exchange));
    return investigationView(this.#investigationOf(subject, session), this.#knowledge, { verdict, failure });
  }

  /** The probe results about a refused request; undefined if there are none. */
  resultsAbout(exchange: Exchange): ProbeResults | undefined {
    return this.#investigations.get(keyOf(exchange));
  }

  /**
   * Lets a page make the next request, and waits for what comes back. While another is under way nothing is sent. Resolves
   * to why there is no response; to null where one came, or nothing was to be asked.
   * @param credentials whether the request may carry the credential of the refused one
   */
  async probe(
    subject: RefusedRequest,
    session: Session,
    credentials: boolean,
    send: SendByPage,
  ): Promise<string | null> {
    const investigations = this.#investigations;
    const investigation = this.#investigationOf(subject, session);
    const probe = nextProbe(investigation, sendPolicyFor(investigation, credentials));
    if (probe === null || this.#isProbing) return null;
    const seen = await this.#responseTo(probe.request, send);
    if (typeof seen === "string") return seen;
    investigations.set(keyOf(subject.exchange), withResponse(investigation, probe, exchangeIn(seen)));
    return null;
  }

  /** True for what belongs to a question, so that it is no request of the page's. */
  takes(recorded: Recorded): boolean {
    return this.#awaited?.takes(recorded) ?? false;
  }

  takesBody(index: number, body: ReceivedBody): boolean {
    return this.#awaited?.takesBody(index, body) ?? false;
  }

  clear(): void {
    this.#investigations = new Map();
  }

  #investigationOf(subject: RefusedRequest, session: Session): Investigation {
    return this.#investigations.get(keyOf(subject.exchange)) ?? investigate(subject, session, this.#knowledge);
  }

  /** The response, or a sentence that says why there is none. The next probe can be sent in any case. */
  async #responseTo(request: SafeRequest, send: SendByPage): Promise<Recorded | string> {
    if (!SafeRequest.isOne(request)) throw new Error("only a request that the guard made is sent");
    this.#isProbing = true;
    try {
      await delay(this.#clock, this.#notBefore - this.#clock.now());
      this.#awaited = new AwaitedResponse(request, this.#clock);
      return await this.#sentAndSeen(request, this.#awaited, send);
    } finally {
      this.#notBefore = this.#clock.now() + pauseBetween;
      this.#awaited = null;
      this.#isProbing = false;
    }
  }

  /** A panel that was closed never says whether the page sent the request; neither is waited for without end. */
  async #sentAndSeen(request: SafeRequest, awaited: AwaitedResponse, send: SendByPage): Promise<Recorded | string> {
    const { method, url, headers } = request;
    const sending = send({ method, url, headers: headers.map((each) => ({ ...each })) }).catch(notSentBecause);
    const notSent = await Promise.race([sending, this.#patience().then(() => noResponse)]);
    return notSent ?? (await Promise.race([awaited.seen, this.#patience()])) ?? noResponse;
  }

  #patience(): Promise<null> {
    return delay(this.#clock, patience);
  }
}

function notSentBecause(error: unknown): string {
  const reason = error instanceof Error ? error.message : String(error);
  return `The page could not be asked to send the request: ${reason}`;
}

function exchangeIn({ file, entry: index, producer, har: entry, bodyLost }: Recorded): Exchange {
  return exchangeOf(entry, { id: 0, file, entry: index, traits: traitsOf(producer, [entry]), bodyLost });
}
