import type { Quote } from "../../../src/diagnosis/quote.ts";
import type { ExchangeView, HeaderView } from "../../../src/worker/protocol.ts";

/** A part of a request or its response in which something can be marked. */
export type Part = "url" | "request-header" | "request-body" | "response-header" | "response-body";

/** Where in a request something stands. In headers `text` is part of the value of the header with this name. */
export interface Spot extends Quote {
  readonly part: Part;
}

/** Shorter quotes stand in too many places to point to one. */
const shortest = 2;

/** The place of the first quote that the request shows; null where it shows none. */
export function spotOf(quotes: readonly Quote[], exchange: ExchangeView): Spot | null {
  for (const quote of quotes) {
    const found = findIn(exchange, quote);
    if (found !== null) return found;
  }
  return null;
}

function findIn(exchange: ExchangeView, { part, name, text }: Quote): Spot | null {
  const { url, requestHeaders, requestBody, responseHeaders, responseBody } = exchange;
  if (part === "request-header") return headerSpot(part, requestHeaders, name, text);
  if (part === "response-header") return headerSpot(part, responseHeaders, name, text);
  const places: readonly (readonly [part: Part, shown: string])[] = [
    ["url", url],
    ["request-body", "text" in requestBody ? requestBody.text : ""],
    ["response-body", "text" in responseBody ? responseBody.text : ""],
  ];
  const isPlace = (place: Part) => place === part || (part === "request" && place !== "response-body");
  const found = places.find(([place, shown]) => isPlace(place) && text.length >= shortest && shown.includes(text));
  return found === undefined ? null : { part: found[0], name: null, text };
}

/** Names are compared without their case. Where the quote is of the name alone, the whole value is the place. */
function headerSpot(part: Part, headers: readonly HeaderView[] | null, name: string | null, text: string): Spot | null {
  const wanted = name?.toLowerCase();
  const found = headers?.find((each) => each.name.toLowerCase() === wanted && each.value.includes(text));
  return found === undefined ? null : { part, name: found.name, text: text || found.value };
}
