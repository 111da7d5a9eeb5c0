import type { Exchange } from "../exchange/exchange.ts";
import type { Headers } from "../exchange/headers.ts";
import type { Maybe } from "../exchange/known.ts";
import { redactHeader, redactText, redactUrl } from "../exchange/redaction.ts";
import { decoded } from "../exchange/target.ts";
import { keyOf } from "./key.ts";
import type { BodyView, ExchangeView, HeaderView } from "./messages.ts";

/** Characters of a body that are redacted and shown; what follows is only counted. */
const bodyLimit = 20_000;

/** The request and its answer as captured, with credentials hidden. */
export function exchangeView(exchange: Exchange): ExchangeView {
  const { request, response } = exchange;
  return {
    key: keyOf(exchange),
    method: request.method,
    url: redactUrl(request.url),
    query: request.target.query.map(queryView),
    requestHeaders: headerViews(request.headers, request.headersShown),
    requestBody: bodyView(request.body),
    status: response.status,
    failure: response.failure,
    responseHeaders: headerViews(response.headers, response.headersShown),
    responseBody: bodyView(response.body),
  };
}

function headerViews(headers: Headers, shown: boolean): readonly HeaderView[] | null {
  return shown ? headers.all.map(({ name, value }) => ({ name, value: redactHeader(name, value) })) : null;
}

/** Decoded only where nothing is hidden: a placeholder is none of the request's text. */
function queryView([name, value]: readonly [string, string]): HeaderView {
  const shown = redactUrl(`?${name}=${value}`).slice(name.length + 2);
  return { name: redactText(decoded(name)), value: shown === value ? redactText(decoded(value)) : shown };
}

function bodyView(body: Maybe<string>): BodyView {
  if (!body.known) return { missing: body.why };
  const shown = body.value.slice(0, bodyLimit);
  return { text: redactText(shown), rest: body.value.length - shown.length };
}
