import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import type { BodyView, ExchangeView, HeaderView } from "../../../src/worker/protocol.ts";
import { blockText, lineText } from "../../elements/display-text.ts";
import type { Part, Spot } from "../reasons/evidence-spot.ts";
import { Marked } from "./Marked.tsx";
import "../../elements/fact-list.css";
import "./request.css";
import "../../elements/section.css";

interface Props {
  readonly exchange: ExchangeView;
  readonly open: boolean;
  /** The place to show; null where none was asked for. */
  readonly spot?: Spot | null;
}

/** A request and its response as captured, credentials hidden. Opens and scrolls to `spot`. */
export function RequestDetails({ exchange, open, spot = null }: Props) {
  const box = useRef<HTMLDetailsElement>(null);
  useLayoutEffect(() => {
    if (spot === null || box.current === null) return;
    box.current.open = true;
    const place = box.current.querySelector<HTMLElement>("mark");
    place?.scrollIntoView({ block: "center" });
    place?.focus({ preventScroll: true });
  }, [spot]);
  const at = (part: Part) => (spot?.part === part ? spot : null);
  return (
    <details ref={box} class="request-exchange" open={open}>
      <summary>
        <code class="request-line">
          {lineText(exchange.method, 40)} <Marked text={lineText(exchange.url)} spot={at("url")} />
        </code>
      </summary>
      {exchange.query.length > 0 && (
        <TitledPart title="Query">
          <HeaderTable headers={exchange.query} spot={null} />
        </TitledPart>
      )}
      <TitledPart title="Request headers">
        <HeaderTable headers={exchange.requestHeaders} spot={at("request-header")} />
      </TitledPart>
      <TitledPart title="Request body">
        <BodyText body={exchange.requestBody} spot={at("request-body")} />
      </TitledPart>
      <TitledPart title="Response headers" note={statusLine(exchange)}>
        <HeaderTable headers={exchange.responseHeaders} spot={at("response-header")} />
      </TitledPart>
      <TitledPart title="Response body">
        <BodyText body={exchange.responseBody} spot={at("response-body")} />
      </TitledPart>
    </details>
  );
}

interface PartProps {
  readonly title: string;
  readonly note?: string;
  readonly children: ComponentChildren;
}

function TitledPart({ title, note, children }: PartProps) {
  return (
    <>
      <h4>
        {title}
        {note !== undefined && <span class="section-note"> {note}</span>}
      </h4>
      {children}
    </>
  );
}

function statusLine({ status, failure }: ExchangeView): string {
  const reason = failure === null ? "" : ` · ${lineText(failure, 200)}`;
  return `${status === 0 ? "no status" : status}${reason}`;
}

interface HeadersProps {
  readonly headers: readonly HeaderView[] | null;
  readonly spot: Spot | null;
}

function HeaderTable({ headers, spot }: HeadersProps) {
  if (headers === null) return <p class="request-missing">The capture does not show them.</p>;
  if (headers.length === 0) return <p class="request-missing">None.</p>;
  const marked = headers.findIndex(({ name, value }) => name === spot?.name && value.includes(spot.text));
  return (
    <dl class="fact-list">
      {headers.map(({ name, value }, index) => (
        <div key={index} class={index === marked ? "fact-list-marked" : ""}>
          <dt>{lineText(name, 200)}</dt>
          <dd>
            <Marked text={lineText(value)} spot={index === marked ? spot : null} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function BodyText({ body, spot }: { readonly body: BodyView; readonly spot: Spot | null }) {
  if ("missing" in body) return <p class="request-missing">Not visible: {lineText(body.missing)}</p>;
  if (body.text === "") return <p class="request-missing">Empty.</p>;
  return (
    <pre class="request-body">
      <Marked text={blockText(body.text, Number.POSITIVE_INFINITY)} spot={spot} />
      {body.rest > 0 && `… (${body.rest.toLocaleString("en")} more characters)`}
    </pre>
  );
}
