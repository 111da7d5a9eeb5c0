import { keyOf } from "../diagnosis/place.ts";
import type { Exchange } from "../exchange/exchange.ts";
import type { Headers } from "../exchange/headers.ts";
import type { Maybe } from "../exchange/known.ts";
import { decoded } from "../exchange/target.ts";
import { secretsOf, withoutEchoes } from "../privacy/echoed-secrets.ts";
import { redactHeader, redactText, redactUrl } from "../privacy/redaction.ts";
import type { BodyView, ExchangeView, HeaderView } from "./protocol.ts";

/** Characters of a body that are redacted and shown; what follows is only counted. */
const bodyLimit = 20_000;

/** How captured text is shown. */
interface Writing {
  url(url: string): string;
  header(name: string, value: string): string;
  text(text: string): string;
}

/** Without what the request names as its secrets in any other place as well. */
function maskedFor(exchange: Exchange): Writing {
  const secrets = secretsOf(exchange.request);
  return {
    url: (url) => withoutEchoes(redactUrl(url), secrets),
    header: (name, value) => withoutEchoes(redactHeader(name, value), secrets),
    text: (text) => withoutEchoes(redactText(text), secrets),
  };
}

const asCaptured: Writing = { url: (url) => url, header: (_, value) => value, text: (text) => text };

/** The request and its response as captured, with credentials hidden unless `masks` is false. */
export function exchangeView(exchange: Exchange, masks: boolean): ExchangeView {
  const { request, response } = exchange;
  const write = masks ? maskedFor(exchange) : asCaptured;
  return {
    key: keyOf(exchange),
    method: request.method,
    url: write.url(request.url),
    query: request.target.query.map((each) => queryView(each, write)),
    requestHeaders: headerViews(request.headers, request.headersShown, write),
    requestBody: bodyView(request.body, write),
    status: response.status,
    failure: response.failure,
    responseHeaders: headerViews(response.headers, response.headersShown, write),
    responseBody: bodyView(response.body, write),
  };
}

function headerViews(headers: Headers, shown: boolean, write: Writing): readonly HeaderView[] | null {
  return shown ? headers.all.map(({ name, value }) => ({ name, value: write.header(name, value) })) : null;
}

/** Decoded only where nothing is hidden: a placeholder is none of the request's text. */
function queryView([name, value]: readonly [string, string], write: Writing): HeaderView {
  const shown = write.url(`?${name}=${value}`).slice(name.length + 2);
  return { name: write.text(decoded(name)), value: shown === value ? write.text(decoded(value)) : shown };
}

function bodyView(body: Maybe<string>, write: Writing): BodyView {
  if (!body.known) return { missing: body.why };
  const shown = body.value.slice(0, bodyLimit);
  return { text: write.text(shown), rest: body.value.length - shown.length };
}
