import type { Exchange } from "../../src/exchange/exchange.ts";
import type { Headers } from "../../src/exchange/headers.ts";
import type { Maybe } from "../../src/exchange/known.ts";
import { redactHeader, redactText, redactUrl } from "../../src/exchange/redaction.ts";
import { blockText, lineText } from "../display-text.ts";

/** Characters of a body that are redacted and shown; what follows is only counted. */
const bodyLimit = 20_000;

interface Props {
  readonly exchange: Exchange;
  readonly open: boolean;
}

/** The request and its answer as captured, with credentials hidden. */
export function RequestDetails({ exchange, open }: Props) {
  const { request, response } = exchange;
  return (
    <details class="exchange" open={open}>
      <summary>
        <code class="exchange-line">
          {lineText(request.method, 40)} {lineText(redactUrl(request.url))}
        </code>
      </summary>
      <h4>Request headers</h4>
      <HeaderTable headers={request.headers} shown={request.headersShown} />
      <h4>
        Response <span class="note">{statusLine(exchange)}</span>
      </h4>
      <HeaderTable headers={response.headers} shown={response.headersShown} />
      <h4>Response body</h4>
      <BodyText body={response.body} />
    </details>
  );
}

function statusLine({ response }: Exchange): string {
  const failure = response.failure === null ? "" : ` · ${lineText(response.failure, 200)}`;
  return `${response.status === 0 ? "no status" : response.status}${failure}`;
}

function HeaderTable({ headers, shown }: { readonly headers: Headers; readonly shown: boolean }) {
  if (!shown) return <p class="missing">The capture does not show them.</p>;
  if (headers.all.length === 0) return <p class="missing">None.</p>;
  return (
    <dl class="headers">
      {headers.all.map(({ name, value }, index) => (
        <div key={index}>
          <dt>{lineText(name, 200)}</dt>
          <dd>{lineText(redactHeader(name, value))}</dd>
        </div>
      ))}
    </dl>
  );
}

function BodyText({ body }: { readonly body: Maybe<string> }) {
  if (!body.known) return <p class="missing">Not visible: {lineText(body.why)}</p>;
  if (body.value === "") return <p class="missing">Empty.</p>;
  const rest = body.value.length - bodyLimit;
  return (
    <pre class="body">
      {blockText(redactText(body.value.slice(0, bodyLimit)), bodyLimit * 2)}
      {rest > 0 && `… (${rest.toLocaleString("en")} more characters)`}
    </pre>
  );
}
