import type { Header } from "har-format";

/**
 * One `log.entries` item after repair: every field has its type, and `null` stands where the producer wrote
 * nothing usable. HAR 1.2 (http://www.softwareishard.com/blog/har-12-spec/) with Chromium's and Playwright's
 * underscore fields that a diagnosis can use.
 */
export interface HarEntry {
  /** Milliseconds since the epoch, by the client's clock. */
  readonly startedDateTime: number | null;
  readonly request: HarRequest;
  readonly response: HarResponse;
  readonly serverIPAddress: string | null;
  /** Milliseconds until the first byte of the response. */
  readonly wait: number | null;
  /** Chromium's `_resourceType`: fetch, preflight, websocket, document … */
  readonly resourceType: string | null;
  /** What stored the response or made it, where the network did not bring it. */
  readonly servedBy?: "cache" | "service worker";
  readonly webSocketMessages: readonly WebSocketMessage[];
}

export type NameValue = Readonly<Pick<Header, "name" | "value">>;

export interface HarRequest {
  readonly method: string;
  readonly url: string;
  readonly httpVersion: string;
  readonly headers: readonly NameValue[];
  readonly bodySize: number | null;
  /** Null where there is none, and where it is long and the request was not refused. */
  readonly postData: string | null;
  /** Stands for a long body in comparisons: equal bodies have equal digests. */
  readonly postDataDigest?: string;
}

export interface HarResponse {
  readonly status: number;
  readonly statusText: string;
  readonly httpVersion: string;
  readonly headers: readonly NameValue[];
  readonly redirectURL: string;
  readonly content: HarContent;
  /** `_error` (Chromium) or `_failureText` (Playwright): why the page got no response. */
  readonly error: string | null;
}

export interface HarContent {
  /** Decoded text; null where the file holds none. */
  readonly text: string | null;
  readonly size: number | null;
  readonly mimeType: string;
  /** There is a text, but no diagnosis needs it, so that it was passed over. */
  readonly unread?: true;
}

export interface WebSocketMessage {
  readonly type: "send" | "receive";
  readonly data: string;
}

/** The text of a response's body, or why it could not be had. */
export type ReceivedBody = { readonly text: string } | { readonly lost: string };

/** Where entries come from: a file's `creator`, or the browser that is being watched. */
export interface Producer {
  readonly name: string;
  readonly version: string;
  /** True where DevTools hands the requests over itself; such entries are never sanitised. */
  readonly live: boolean;
}

/** Something about a file or an entry that a reader should know; `lost` where the entry could not be used at all. */
export interface HarProblem {
  readonly entry: number | null;
  readonly reason: string;
  readonly lost: boolean;
  /** Stands for as many entries, which are too many to be listed. */
  readonly count?: number;
}

/** What is known of a HAR file when its end was reached. `count` is the length of `log.entries`, readable or not. */
export interface HarSummary {
  readonly producer: Producer;
  readonly count: number;
  readonly problems: readonly HarProblem[];
}

/** All that could be read of one HAR file. */
export interface HarFile extends HarSummary {
  readonly name: string;
  readonly entries: readonly IndexedEntry[];
}

/** An entry with its index in `log.entries` and the bytes of the file that it was read from. */
export interface IndexedEntry {
  readonly index: number;
  readonly start: number;
  readonly end: number;
  readonly entry: HarEntry;
}
