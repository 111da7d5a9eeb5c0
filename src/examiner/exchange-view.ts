import type { Exchange } from "../exchange/exchange.ts";
import type { Headers } from "../exchange/headers.ts";
import type { Maybe } from "../exchange/known.ts";
import { redactHeader, redactText, redactUrl } from "../exchange/redaction.ts";
import type { BodyView, ExchangeView, HeaderView } from "./messages.ts";
import { keyOf } from "./row.ts";

/** Characters of a body that are redacted and shown; what follows is only counted. */
const bodyLimit = 20_000;

/** How what was captured is written. */
interface Writing {
  url(url: string): string;
  header(name: string, value: string): string;
  text(text: string): string;
}

const masked: Writing = { url: redactUrl, header: redactHeader, text: redactText };

const asCaptured: Writing = { url: (url) => url, header: (_, value) => value, text: (text) => text };

/** The request and its answer as captured, with credentials hidden unless `masks` is false. */
export function exchangeView(exchange: Exchange, masks: boolean): ExchangeView {
  const { request, response } = exchange;
  const write = masks ? masked : asCaptured;
  return {
    key: keyOf(exchange),
    method: request.method,
    url: write.url(request.url),
    requestHeaders: headerViews(request.headers, request.headersShown, write),
    status: response.status,
    failure: response.failure,
    responseHeaders: headerViews(response.headers, response.headersShown, write),
    responseBody: bodyView(response.body, write),
  };
}

function headerViews(headers: Headers, shown: boolean, write: Writing): readonly HeaderView[] | null {
  return shown ? headers.all.map(({ name, value }) => ({ name, value: write.header(name, value) })) : null;
}

function bodyView(body: Maybe<string>, write: Writing): BodyView {
  if (!body.known) return { missing: body.why };
  const shown = body.value.slice(0, bodyLimit);
  return { text: write.text(shown), rest: body.value.length - shown.length };
}
