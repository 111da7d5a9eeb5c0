import type { Exchange } from "../exchange/exchange.ts";
import type { Headers } from "../exchange/headers.ts";
import type { Maybe } from "../exchange/known.ts";
import { redactHeader, redactText, redactUrl } from "../exchange/redaction.ts";
import type { BodyView, ExchangeView, HeaderView } from "./messages.ts";
import { keyOf } from "./row.ts";

/** Characters of a body that are redacted and shown; what follows is only counted. */
const bodyLimit = 20_000;

/** The request and its answer as captured, with credentials hidden. */
export function exchangeView(exchange: Exchange): ExchangeView {
  const { request, response } = exchange;
  return {
    key: keyOf(exchange),
    method: request.method,
    url: redactUrl(request.url),
    requestHeaders: headerViews(request.headers, request.headersShown),
    status: response.status,
    failure: response.failure,
    responseHeaders: headerViews(response.headers, response.headersShown),
    responseBody: bodyView(response.body),
  };
}

function headerViews(headers: Headers, shown: boolean): readonly HeaderView[] | null {
  return shown ? headers.all.map(({ name, value }) => ({ name, value: redactHeader(name, value) })) : null;
}

function bodyView(body: Maybe<string>): BodyView {
  if (!body.known) return { missing: body.why };
  const shown = body.value.slice(0, bodyLimit);
  return { text: redactText(shown), rest: body.value.length - shown.length };
}
