import type { Exchange } from "../exchange/exchange.ts";
import type { Others } from "./others.ts";
import { announcedCall, call } from "./properties.ts";

/**
 * What preflights announced of a request, even if an export left it out of the request itself: a browser must name
 * `authorization`, `x-api-key` and everything else the page sets there (Fetch standard, CORS-preflight fetch).
 */
export type HeaderAnnounced = "named" | "not-named" | "unknown";

function namesHeader(header: string) {
  return ({ request }: Exchange): boolean => {
    const named = request.headers.get("access-control-request-headers") ?? "";
    return named.split(",").some((each) => each.trim().toLowerCase() === header);
  };
}

const facts = { authorization: namesHeader("authorization"), "x-api-key": namesHeader("x-api-key") };

/** Unknown where no preflight for the same verb and URL is in the capture, or where they differ. */
export function announcedHeader(header: keyof typeof facts, exchange: Exchange, siblings: Others): HeaderAnnounced {
  const preflights = siblings.with(announcedCall, call(exchange));
  const named = preflights.that(facts[header]).count;
  if (preflights.count === 0 || (named > 0 && named < preflights.count)) return "unknown";
  return named > 0 ? "named" : "not-named";
}
