import type { Headers } from "./headers.ts";

/**
 * How much of one message a capture holds. Where headers were left out, one that is missing proves nothing: people paste
 * ten headers of twenty, consoles print those that CORS exposes, and logs keep the body alone.
 */

/** Servers with a clock send it with every response but those of informational and server-error status (RFC 9110, 6.6.1). */
const sentByServers = ["date"];

/** Every client names the host (RFC 9110, 7.2), and every browser, SDK and tool names itself. */
const sentByClients = ["host", ":authority", "user-agent"];

/** Why the capture of a response may lack headers that were sent; null where it has them all. */
export function whyResponseLacksHeaders(headers: Headers): string | null {
  if (headers.all.length === 0) return "the response headers were not captured";
  return headers.hasAny(sentByServers)
    ? null
    : "the capture shows not even a `date`, which servers send, so headers were left out";
}

/** Why the capture of a request may lack headers that were sent; null where it has them all. */
export function whyRequestLacksHeaders(headers: Headers): string | null {
  if (headers.all.length === 0) return "the request headers were not captured";
  return headers.hasAny(sentByClients)
    ? null
    : "the capture shows neither `host` nor `user-agent`, which clients send, so headers were left out";
}
