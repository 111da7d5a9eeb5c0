import type { HarEntry, WebSocketMessage } from "../capture/entry.ts";
import type { ProducerTraits } from "../capture/har/producer-traits.ts";
import type { Exchange, Request, Response } from "./exchange.ts";
import { type Headers, headersOf } from "./headers.ts";
import { type HostIdentity, identifyHost } from "./host.ts";
import { known, type Maybe, unknown } from "./known.ts";
import { whyRequestLacksHeaders, whyResponseLacksHeaders } from "./left-out.ts";
import { type Target, targetOf } from "./target.ts";

/** Where an entry stands in its file and session, and what is known about its capture. */
export interface Origin {
  readonly id: number;
  readonly file: string;
  readonly entry: number;
  readonly traits: ProducerTraits;
  /** Why the body could not be fetched, where the browser said so. */
  readonly bodyLost: string | null;
}

/**
 * Normalises one entry. What the capture left out becomes `Unknown` with the reason. All but a few fields are worked
 * out when they are read: those of most exchanges never are.
 */
export function exchangeOf(har: HarEntry, origin: Origin): Exchange {
  return new EntryExchange(har, origin);
}

class EntryExchange implements Exchange {
  readonly id: number;
  readonly file: string;
  readonly entry: number;
  readonly kind: Exchange["kind"];
  readonly host: HostIdentity;
  readonly request: Request;
  readonly response: Response;
  readonly #har: HarEntry;
  readonly #traits: ProducerTraits;

  constructor(har: HarEntry, { id, file, entry, traits, bodyLost }: Origin) {
    const { hostname, path } = targetOf(har.request.url);
    this.id = id;
    this.file = file;
    this.entry = entry;
    this.kind = kindOf(har);
    this.host = identifyHost(hostname, path);
    this.request = new EntryRequest(har.request, this.kind, traits);
    this.response = new EntryResponse(har, bodyLost, traits);
    this.#har = har;
    this.#traits = traits;
  }

  get startedAt(): Maybe<number> {
    const { startTime } = this.#traits.leavesOut;
    return maybe(startTime ? null : this.#har.startedDateTime, startTime ?? "the entry has no start time");
  }

  get ttfb(): Maybe<number> {
    const { wait } = this.#har;
    return maybe(wait !== null && wait >= 0 ? wait : null, this.#traits.leavesOut.timings ?? "the entry has no timing");
  }

  get serverAddress(): Maybe<string> {
    const why = this.#traits.leavesOut.serverIPAddress ?? "the entry has no server address";
    return maybe(this.#har.serverIPAddress || null, why);
  }

  get servedBy(): Exchange["servedBy"] {
    return this.#har.servedBy ?? null;
  }

  get webSocketMessages(): readonly WebSocketMessage[] {
    return this.#har.webSocketMessages;
  }
}

class EntryRequest implements Request {
  readonly #har: HarEntry["request"];
  readonly #kind: Exchange["kind"];
  readonly #traits: ProducerTraits;

  constructor(har: HarEntry["request"], kind: Exchange["kind"], traits: ProducerTraits) {
    this.#har = har;
    this.#kind = kind;
    this.#traits = traits;
  }

  get method(): string {
    return this.#har.method.toUpperCase();
  }

  get url(): string {
    return this.#har.url;
  }

  get target(): Target {
    return targetOf(this.#har.url);
  }

  get headers(): Headers {
    return headersOf(this.#har.headers);
  }

  get headersShown(): boolean {
    return this.#har.headers.length > 0;
  }

  get headersLeftOut(): string | null {
    return whyRequestLacksHeaders(this.headers);
  }

  get authorization(): Maybe<string | null> {
    return authorizationOf(this, this.#kind, this.#traits);
  }

  get body(): Maybe<string> {
    return maybe(this.#har.postData, noBody(this.#har, this.#traits));
  }

  get bodyDigest(): string | null {
    return this.#har.postDataDigest ?? this.#har.postData;
  }

  get bodySize(): Maybe<number> {
    return bodySizeOf(this.#har.bodySize, this.#har.postData);
  }
}

class EntryResponse implements Response {
  readonly #har: HarEntry;
  readonly #bodyLost: string | null;
  readonly #traits: ProducerTraits;

  constructor(har: HarEntry, bodyLost: string | null, traits: ProducerTraits) {
    this.#har = har;
    this.#bodyLost = bodyLost;
    this.#traits = traits;
  }

  get status(): number {
    return Math.max(0, this.#har.response.status);
  }

  get headers(): Headers {
    return headersOf(this.#har.response.headers);
  }

  get headersShown(): boolean {
    return this.#har.response.headers.length > 0;
  }

  get headersLeftOut(): string | null {
    if (this.headersShown) return whyResponseLacksHeaders(this.headers);
    return this.#traits.leavesOut.hiddenResponses ?? whyResponseLacksHeaders(this.headers);
  }

  get errorTypes(): Maybe<readonly string[]> {
    const types = this.headers.values("x-amzn-errortype").map(withoutSuffix);
    return types.length > 0 || this.headersLeftOut === null ? known(types) : unknown(this.headersLeftOut);
  }

  get body(): Maybe<string> {
    const reasons = { bodyLost: this.#bodyLost, leftOut: this.#traits.leavesOut.responseBody };
    return bodyOf(this.#har.request.method, this.#har.response, this.headers, reasons);
  }

  get contentLength(): Maybe<number> {
    const length = Number(this.headers.get("content-length") ?? Number.NaN);
    return maybe(Number.isInteger(length) ? length : null, "the response has no content-length");
  }

  get date(): Maybe<number> {
    const date = Date.parse(this.headers.get("date") ?? "");
    return maybe(Number.isNaN(date) ? null : date, "the response has no Date");
  }

  get failure(): string | null {
    return this.#har.response.error;
  }
}

function maybe<T>(value: T | null, why: string): Maybe<T> {
  return value === null ? unknown(why) : known(value);
}

/** Firefox marks no preflight, so the header that only preflights carry decides (Fetch standard, 4.8). */
function kindOf({ request, resourceType }: HarEntry): Exchange["kind"] {
  if (resourceType === "preflight") return "preflight";
  const headers = headersOf(request.headers);
  if (request.method === "OPTIONS" && headers.has("access-control-request-method")) return "preflight";
  if (resourceType === "websocket" || /^wss?:/i.test(request.url)) return "websocket";
  return headers.get("upgrade")?.toLowerCase() === "websocket" ? "websocket" : "request";
}

function noBody({ postDataDigest }: HarEntry["request"], { leavesOut }: ProducerTraits): string {
  if (postDataDigest !== undefined) return "the body is long, and was not kept";
  return leavesOut.requestBody ?? "the entry has no request body";
}

function authorizationOf(
  { headers, headersLeftOut }: Pick<Request, "headers" | "headersLeftOut">,
  kind: Exchange["kind"],
  traits: ProducerTraits,
): Maybe<string | null> {
  const value = headers.get("authorization");
  if (value !== undefined) return known(value);
  // A browser never sends credentials on a preflight (Fetch standard, 4.8).
  if (kind === "preflight") return known(null);
  if (headersLeftOut !== null) return unknown(traits.leavesOut.authorization ?? headersLeftOut);
  return traits.leavesOut.authorization === undefined ? known(null) : unknown(traits.leavesOut.authorization);
}

function bodySizeOf(bodySize: number | null, postData: string | null): Maybe<number> {
  if (bodySize !== null && bodySize >= 0 && !(bodySize === 0 && postData)) return known(bodySize);
  return postData === null
    ? unknown("the entry has no request body size")
    : known(new TextEncoder().encode(postData).length);
}

/** Older captures add `:http://internal.amazon.com/coral/...` to the error type. */
function withoutSuffix(errorType: string): string {
  return errorType.split(":")[0]?.trim() ?? "";
}

/** Why there is no body: what the browser said of this one, and what the producer does with all. */
interface BodyReasons {
  readonly bodyLost: string | null;
  readonly leftOut: string | undefined;
}

function bodyOf(
  method: string,
  response: HarEntry["response"],
  headers: Headers,
  { bodyLost, leftOut }: BodyReasons,
): Maybe<string> {
  const { text, size, unread } = response.content;
  if (text !== null && text !== "") return known(text);
  if (method.toUpperCase() === "HEAD") return known("");
  if (hiddenByCors(response)) return unknown("hidden by CORS");
  if (unread) return unknown("the request was not refused, so that the body was not read");
  if (bodyLost !== null) return unknown(bodyLost);
  if (headers.get("content-length") === "0" || (text === "" && size === 0 && !headers.has("content-length"))) {
    return known("");
  }
  return unknown(response.status <= 0 ? "there is no response" : (leftOut ?? "the capture holds no body"));
}

/** Chromium 156 keeps status and headers of a response that CORS hides, marks it ERR_FAILED and drops the body. */
function hiddenByCors({ status, error }: HarEntry["response"]): boolean {
  return status > 0 && error !== null && /ERR_FAILED|CORS/i.test(error);
}
