import type { ReceivedBody } from "../capture/entry.ts";
import { wantsBody } from "../capture/wants-body.ts";
import type { SafeRequest } from "../probes/safe-request.ts";
import { type Recorded, withBody } from "../session/recording.ts";
import type { Clock } from "./clock.ts";

/** Milliseconds by which the browser's clock and that of the Worker may differ. */
const tolerance = 1000;

/** A probe that the page sends, until DevTools report its response. */
export class AwaitedResponse {
  /** Resolves to the request with its response, and with the response's body where that is wanted. */
  readonly seen: Promise<Recorded>;
  readonly #request: SafeRequest;
  readonly #since: number;
  #arrived: Recorded | null = null;
  #resolve: (recorded: Recorded) => void = () => {};

  constructor(request: SafeRequest, clock: Clock) {
    this.#request = request;
    this.#since = clock.wallTime() - tolerance;
    this.seen = new Promise((resolve) => {
      this.#resolve = resolve;
    });
  }

  /** True for the request itself, and for the preflight that the browser may send before it. */
  takes(recorded: Recorded): boolean {
    const { request, startedDateTime } = recorded.har;
    const isLater = startedDateTime !== null && startedDateTime >= this.#since;
    if (!isLater || request.url !== this.#request.url) return false;
    if (request.method !== this.#request.method) return request.method === "OPTIONS" && isPreflight(recorded);
    if (this.#arrived !== null) return true;
    this.#arrived = recorded;
    if (!wantsBody(recorded.har)) this.#resolve(recorded);
    return true;
  }

  /** True where the body belongs to the response. */
  takesBody(index: number, body: ReceivedBody): boolean {
    if (this.#arrived?.entry !== index) return false;
    this.#resolve(withBody(this.#arrived, body));
    return true;
  }
}

/** Fetch, 4.8: every preflight has this header. */
function isPreflight({ har: entry }: Recorded): boolean {
  return entry.request.headers.some(({ name }) => name.toLowerCase() === "access-control-request-method");
}
