import type { BodyView, ExchangeView, HeaderView } from "../../src/examiner/messages.ts";
import { blockText, lineText } from "../display-text.ts";

interface Props {
  readonly exchange: ExchangeView;
  readonly open: boolean;
}

/** The request and its answer as captured, with credentials hidden. */
export function RequestDetails({ exchange, open }: Props) {
  return (
    <details class="exchange" open={open}>
      <summary>
        <code class="exchange-line">
          {lineText(exchange.method, 40)} {lineText(exchange.url)}
        </code>
      </summary>
      <h4>Request headers</h4>
      <HeaderTable headers={exchange.requestHeaders} />
      <h4>
        Response <span class="note">{statusLine(exchange)}</span>
      </h4>
      <HeaderTable headers={exchange.responseHeaders} />
      <h4>Response body</h4>
      <BodyText body={exchange.responseBody} />
    </details>
  );
}

function statusLine({ status, failure }: ExchangeView): string {
  const reason = failure === null ? "" : ` · ${lineText(failure, 200)}`;
  return `${status === 0 ? "no status" : status}${reason}`;
}

function HeaderTable({ headers }: { readonly headers: readonly HeaderView[] | null }) {
  if (headers === null) return <p class="missing">The capture does not show them.</p>;
  if (headers.length === 0) return <p class="missing">None.</p>;
  return (
    <dl class="headers">
      {headers.map(({ name, value }, index) => (
        <div key={index}>
          <dt>{lineText(name, 200)}</dt>
          <dd>{lineText(value)}</dd>
        </div>
      ))}
    </dl>
  );
}

function BodyText({ body }: { readonly body: BodyView }) {
  if ("missing" in body) return <p class="missing">Not visible: {lineText(body.missing)}</p>;
  if (body.text === "") return <p class="missing">Empty.</p>;
  return (
    <pre class="body">
      {blockText(body.text, Number.POSITIVE_INFINITY)}
      {body.rest > 0 && `… (${body.rest.toLocaleString("en")} more characters)`}
    </pre>
  );
}
