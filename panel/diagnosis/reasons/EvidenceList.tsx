import type { ComponentChildren, TargetedMouseEvent } from "preact";
import type { Evidence } from "../../../src/diagnosis/diagnosis.ts";
import { isEntry, keyOf } from "../../../src/diagnosis/place.ts";
import type { ExchangeView } from "../../../src/worker/protocol.ts";
import { lineText } from "../../elements/display-text.ts";
import { Icon } from "../../elements/Icon.tsx";
import { Sentence } from "../../elements/Sentence.tsx";
import { weightText } from "../../elements/wording.ts";
import { usePanel } from "../../store/panel-context.ts";
import { revealRow } from "../../store/reveal-row.ts";
import { spotOf } from "./evidence-spot.ts";
import "./evidence.css";

interface Props {
  readonly evidence: readonly Evidence[];
  /** The request in which quotes are looked for. */
  readonly exchange: ExchangeView;
}

/** Sentences for and against a cause, each with its weight. One that quotes a place leads to it. */
export function EvidenceList({ evidence, exchange }: Props) {
  const full = Math.max(leastFull, ...evidence.map(({ weight }) => Math.abs(weight ?? 0)));
  return (
    <ul class="evidence">
      {evidence.map((each, index) => (
        <li key={index} class={speaksFor(each) ? "" : "evidence-against"}>
          <span class="page-offscreen">{speaksFor(each) ? "For: " : "Against: "}</span>
          <EvidenceSentence evidence={each} exchange={exchange} />
          <Weight weight={each.weight} full={full} clue={each.clue} />
        </li>
      ))}
    </ul>
  );
}

function speaksFor({ weight }: Evidence): boolean {
  return weight !== null && weight >= 0;
}

/** Characters of a record's place. */
const longestPlace = 200;

function EvidenceSentence({ evidence, exchange }: { readonly evidence: Evidence; readonly exchange: ExchangeView }) {
  const { store } = usePanel();
  const { at, says, quotes } = evidence;
  const sentence = <Sentence text={says} />;
  if (at !== undefined && !isEntry(at)) {
    const place = lineText(`${at.kind} ${at.position + 1} of ${at.file}`, longestPlace);
    return (
      <span class="evidence-sentence" title={place}>
        {sentence}
      </span>
    );
  }
  if (at !== undefined) {
    const show = () => revealRow(keyOf(at), store);
    return (
      <PlaceButton title="Show that request" icon="request" onClick={show}>
        {sentence}
      </PlaceButton>
    );
  }
  const spot = spotOf(quotes, exchange);
  if (spot === null) return <span class="evidence-sentence">{sentence}</span>;
  const show = () => {
    store.detail.spot.value = { ...spot };
  };
  return (
    <PlaceButton title="Show it in the request" icon="spot" onClick={show}>
      {sentence}
    </PlaceButton>
  );
}

interface PlaceProps {
  readonly title: string;
  readonly icon: "request" | "spot";
  readonly onClick: (event: TargetedMouseEvent<HTMLButtonElement>) => void;
  readonly children: ComponentChildren;
}

function PlaceButton({ title, icon, onClick, children }: PlaceProps) {
  return (
    <button type="button" class="evidence-sentence evidence-place" title={title} onClick={onClick}>
      {children}
      <Icon name={icon} />
    </button>
  );
}

/** The least log-odds that fill a bar, so that slight evidence looks slight. */
const leastFull = 3;

interface WeightProps extends Pick<Evidence, "weight" | "clue"> {
  /** Log-odds at which the bar is full. */
  readonly full: number;
}

function Weight({ weight, full, clue }: WeightProps) {
  const share = weight === null ? 1 : Math.abs(weight) / full;
  return (
    <span class="evidence-weight" title={`Clue ${clue}; weight in log-odds`}>
      <span class="evidence-weight-bar" aria-hidden="true">
        <span style={{ "--share": share }} />
      </span>
      <span>{weightText(weight)}</span>
    </span>
  );
}
