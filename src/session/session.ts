import type { RecordKind, SourceRecord } from "../capture/record.ts";
import type { Exchange } from "../exchange/exchange.ts";
import type { Selection } from "./selection.ts";

/** Whether a host was taken for API Gateway, and the sentences that say why. */
export interface HostClass {
  readonly host: string;
  /** "API Gateway default endpoint", "name in front of API Gateway", "S3" … */
  readonly label: string;
  readonly isApiGateway: boolean;
  readonly why: readonly string[];
  readonly requests: number;
}

/** A refused request, with the requests that failed because of it (those behind a refused preflight). */
export interface RefusedRequest {
  readonly exchange: Exchange;
  readonly blocks: readonly Exchange[];
}

/** All exchanges of a recording in order, with the indexes that clues ask. */
export interface Session {
  readonly exchanges: readonly Exchange[];
  readonly refusedRequests: readonly RefusedRequest[];
  readonly hosts: readonly HostClass[];
  /** Every exchange in order of arrival, to be narrowed. */
  readonly all: Selection;
  /** Every exchange of a host, in order of time. */
  onHost(hostname: string): Selection;
  /** Undefined for a host that the session has no exchange with. */
  hostClassOf(hostname: string): HostClass | undefined;
  /** How many records it holds beside exchanges; it grows while files are read. */
  readonly recordCount: number;
  /** The records of a kind, in the order in which they were read; empty where there are none. */
  records<T>(kind: RecordKind<T>): readonly SourceRecord<T>[];
}
