import type { WebSocketMessage } from "../capture/entry.ts";
import type { Headers } from "./headers.ts";
import type { HostIdentity } from "./host.ts";
import type { Maybe } from "./known.ts";
import type { Target } from "./target.ts";

/** One request and its response, normalised and immutable. What a capture left out is `Unknown`, never empty. */
export interface Exchange {
  /** Rises in the order of arrival. */
  readonly id: number;
  readonly file: string;
  /** Index in `log.entries` of the file. */
  readonly entry: number;
  readonly kind: "request" | "preflight" | "websocket";
  /** Milliseconds since the epoch by the client's clock. */
  readonly startedAt: Maybe<number>;
  /** Milliseconds until the first byte of the response. */
  readonly ttfb: Maybe<number>;
  readonly host: HostIdentity;
  readonly request: Request;
  readonly response: Response;
  readonly serverAddress: Maybe<string>;
  /** What stored or made the response, where the network did not bring it; null where it did, or nothing tells. */
  readonly servedBy: "cache" | "service worker" | null;
  readonly webSocketMessages: readonly WebSocketMessage[];
}

export interface Request {
  readonly method: string;
  readonly url: string;
  readonly target: Target;
  readonly headers: Headers;
  /** False where the capture has no list of request headers at all. */
  readonly headersShown: boolean;
  /** Why headers that were sent may be missing; null where the list is whole. */
  readonly headersLeftOut: string | null;
  /** The whole Authorization value; `null` where it was seen to be absent. */
  readonly authorization: Maybe<string | null>;
  readonly body: Maybe<string>;
  /** The same for equal bodies, also where the text was too long to be kept; null where there is none. */
  readonly bodyDigest: string | null;
  /** Bytes. */
  readonly bodySize: Maybe<number>;
}

export interface Response {
  /** 0 where the page got no response. */
  readonly status: number;
  readonly headers: Headers;
  readonly headersShown: boolean;
  /** Why headers that were sent may be missing; null where the list is whole. */
  readonly headersLeftOut: string | null;
  /** `x-amzn-errortype` without its suffix, in order; empty where the list of headers is whole and has none. */
  readonly errorTypes: Maybe<readonly string[]>;
  readonly body: Maybe<string>;
  /** The `content-length` header in bytes; it survives where the body does not. */
  readonly contentLength: Maybe<number>;
  /** Instant of the `Date` header, milliseconds since the epoch by the server's clock. */
  readonly date: Maybe<number>;
  /** Net error or producer's failure text. */
  readonly failure: string | null;
}
