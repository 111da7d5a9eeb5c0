import type { Explanation } from "../../diagnosis/explanation.ts";
import type { Place } from "../../diagnosis/place.ts";
import { groupBy } from "../../session/group-by.ts";
import type { Recorded } from "../../session/recording.ts";
import { plural } from "../words.ts";
import { fewest } from "./fewest.ts";
import type { HarMask } from "./har-mask.ts";
import { harText, producerOf, shortAnnotationOf } from "./har-text.ts";
import { givesSame, type Judging, type Retold, retold } from "./retelling.ts";
import { annotated } from "./written-entry.ts";

export interface MinimalHarOptions extends Judging {
  /** Masks secrets; null where everything is kept. */
  readonly mask: HarMask | null;
}

export interface MinimalHar {
  readonly text: string;
  readonly entries: number;
  /** Whether diagnosing the file gives the same; where nothing does, it holds all requests and says so. */
  readonly isSame: boolean;
}

/** Refused requests of one root; more of them prove nothing more. */
const refusedPerRoot = 10;

/** Diagnoses that may be made while a file is thinned: a few seconds. */
const diagnosesForThinning = 600;

/**
 * A HAR file with no more of a recording than what gives the same diagnoses: the refused requests, what they stopped, the
 * requests that their evidence names, and as many others as it takes. How many it takes is found out by diagnosing what
 * would be written, as it would be read.
 * @param wanted the diagnoses that the file is to show
 */
export function minimalHar(
  recorded: readonly Recorded[],
  wanted: readonly Explanation[],
  { rules, apiHosts, mask }: MinimalHarOptions,
): MinimalHar {
  const producer = producerOf(recorded);
  const all = retold(recorded, { producer, mask });
  const byPlace = new Map(all.map((each) => [keyOf(each.place), each]));
  const find = (place: Place) => byPlace.get(keyOf(place)) ?? [];
  const shown = [...groupBy(wanted, ({ root }) => root.key).values()].flatMap((alike) =>
    alike.slice(0, refusedPerRoot),
  );
  const expected = new Map(
    shown.flatMap(({ diagnosis }) => [find(diagnosis)].flat().map((each) => [each, diagnosis] as const)),
  );
  const seeds = new Set(shown.flatMap(placesOf).flatMap(find));
  const kept = fewest({
    all,
    seeds,
    circles: [seeds, ofSameHosts(all, seeds)],
    questions: Math.ceil(diagnosesForThinning / Math.max(1, expected.size)),
    holds: (some) => givesSame(some, expected, { rules, apiHosts }),
  });
  const entries = kept ?? all;
  const comment = commentOf({ entries: entries.length, of: recorded.length, isSame: kept !== null, apiHosts });
  const text = harText(
    { producer, comment },
    entries.map((each) => withDiagnosis(each, wanted)),
  );
  return { text, entries: entries.length, isSame: kept !== null };
}

function keyOf({ file, entry }: Place): string {
  return `${entry} ${file}`;
}

/** The refused request, those that it stopped, and those that its evidence names. */
function placesOf({ diagnosis }: Explanation): readonly Place[] {
  const { file, entry, blocks, evidence } = diagnosis;
  const stopped = blocks.map((each) => ({ file, entry: each }));
  return [{ file, entry }, ...stopped, ...evidence.flatMap(({ at }) => at ?? [])];
}

function ofSameHosts(all: readonly Retold[], seeds: ReadonlySet<Retold>): ReadonlySet<Retold> {
  const hosts = new Set([...seeds].map(({ host }) => host));
  return new Set(all.filter(({ host }) => hosts.has(host)));
}

function withDiagnosis({ place, written }: Retold, wanted: readonly Explanation[]): unknown {
  const own = wanted.find(({ diagnosis }) => keyOf(diagnosis) === keyOf(place));
  return own === undefined ? written : annotated(written, shortAnnotationOf(own));
}

interface Written {
  readonly entries: number;
  readonly of: number;
  readonly isSame: boolean;
  readonly apiHosts: readonly string[];
}

function commentOf({ entries, of, isSame, apiHosts }: Written): string {
  const hosts = apiHosts.length === 0 ? [] : [`Hosts taken for API Gateway: ${apiHosts.join(", ")}.`];
  const says = isSame
    ? "Diagnosing them gives the same as diagnosing all."
    : "Diagnosing them may give something else than the capture did: what was replaced or cannot be written mattered.";
  return [`API Gateway 403 kept ${entries} of ${plural(of, "request")}.`, says, ...hosts].join(" ");
}
