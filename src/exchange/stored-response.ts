import type { Exchange } from "./exchange.ts";

/** The header by which a cache between client and server says that it had the response in store. */
export interface CacheMark {
  readonly header: string;
  readonly value: string;
}

/** Headers in which caches between say what they did. */
const cacheHeaders = ["x-cache", "cf-cache-status", "x-vercel-cache", "x-proxy-cache", "cdn-cache"];

const fromStore = /hit|stale|updating|revalidated/i;

/**
 * What shows that a cache had the response in store, so that it is one to an earlier request; null where nothing does.
 * Source: RFC 9111, 5.1 (`age` comes from caches alone), and the caches' own documentation.
 */
export function cacheMark({ response: { headers } }: Exchange): CacheMark | null {
  const age = headers.get("age");
  if (age !== undefined) return { header: "age", value: age };
  const header = cacheHeaders.find((name) => fromStore.test(headers.get(name) ?? ""));
  return header === undefined ? null : { header, value: headers.get(header) ?? "" };
}

/** Whether a cache between, or the browser's own, responded. */
export function isStored(exchange: Exchange): boolean {
  return exchange.response.status === 304 || exchange.servedBy !== null || cacheMark(exchange) !== null;
}
