import type { ExchangeView } from "../../src/worker/protocol.ts";
import { RequestDetails } from "../diagnosis/request/RequestDetails.tsx";
import { Section } from "../elements/Section.tsx";
import "./detail.css";

/** A request that was not refused, for comparison with one that was. */
export function AllowedView({ exchange }: { readonly exchange: ExchangeView }) {
  const { status } = exchange;
  return (
    <article id="diagnosis" class="detail-page" tabIndex={-1} aria-labelledby="headline">
      <h2 id="headline" class="detail-title">
        Not refused{status === 0 ? ": no response was captured" : `: the response was ${status}`}
      </h2>
      <Section title="Request">
        <RequestDetails key={exchange.key} exchange={exchange} open={true} />
      </Section>
    </article>
  );
}
