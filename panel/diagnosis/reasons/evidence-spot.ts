import type { ExchangeView, HeaderView } from "../../../src/worker/protocol.ts";
import { stretchesOf } from "../../elements/display-text.ts";

/** A part of a request or its answer in which something can be marked. */
export type Part = "url" | "request-headers" | "request-body" | "response-headers" | "response-body";

/** Where in a request something stands. In headers `text` is part of the value of the header with this name. */
export interface Spot {
  readonly part: Part;
  readonly name: string | null;
  readonly text: string;
}

/** Shorter quotations stand in too many places to point to one. */
const shortest = 2;

/** Where the request shows what a sentence quotes; null where it quotes nothing that is shown. */
export function spotOf(sentence: string, exchange: ExchangeView): Spot | null {
  const quoted = stretchesOf(sentence).filter(({ code }) => code);
  for (const { text } of quoted) {
    const wanted = text.replace(/…$/, "");
    const found = wanted.length < shortest ? null : findIn(exchange, wanted);
    if (found !== null) return found;
  }
  return null;
}

function findIn(exchange: ExchangeView, wanted: string): Spot | null {
  const { url, requestHeaders, requestBody, responseHeaders, responseBody } = exchange;
  return (
    headerSpot("response-headers", responseHeaders, wanted) ??
    headerSpot("request-headers", requestHeaders, wanted) ??
    textSpot("url", url, wanted) ??
    textSpot("response-body", "text" in responseBody ? responseBody.text : "", wanted) ??
    textSpot("request-body", "text" in requestBody ? requestBody.text : "", wanted)
  );
}

/** A quotation names a header, or a header and the beginning of its value. */
function headerSpot(part: Part, headers: readonly HeaderView[] | null, wanted: string): Spot | null {
  const colon = wanted.indexOf(": ");
  const name = (colon < 0 ? wanted : wanted.slice(0, colon)).toLowerCase();
  const start = colon < 0 ? "" : wanted.slice(colon + 2);
  const found = headers?.find((each) => each.name.toLowerCase() === name && each.value.startsWith(start));
  return found === undefined ? null : { part, name: found.name, text: start === "" ? found.value : start };
}

function textSpot(part: Part, shown: string, wanted: string): Spot | null {
  return shown.includes(wanted) ? { part, name: null, text: wanted } : null;
}
