import type { Explanation } from "../../diagnosis/explanation.ts";
import { isEntry, keyOf, type Place } from "../../diagnosis/place.ts";
import { rateWindow } from "../../session/bursts.ts";
import { groupBy } from "../../session/group-by.ts";
import type { Recorded } from "../../session/recording.ts";
import type { ReportFormat, ReportOptions } from "../format.ts";
import { type HarMask, maskOf } from "../har/har-mask.ts";
import { harText, producerOf, shortAnnotationOf } from "../har/har-text.ts";
import { minimized } from "../har/minimize.ts";
import { type DiagnoseOptions, givesSame, RoundTripped } from "../har/round-trip.ts";
import { annotated } from "../har/written-entry.ts";
import { plural } from "../plural.ts";

/** A HAR file with the requests that prove the diagnoses, and no others. */
export const minimalHar: ReportFormat<"minimal-har"> = {
  id: "minimal-har",
  label: "Minimal HAR",
  purpose: "only the requests that prove the diagnoses",
  mediaType: "application/json",
  baseName: "minimal",
  extension: "har",
  covers: "session",
  secrets: "pseudonyms",
  problemsIn: null,
  inPanel: true,
  writer(options: ReportOptions) {
    const mask = maskOf(options);
    return {
      begin: () => "",
      add: ({ recorded, explanations }) => minimalHarOf(recorded, explanations, { ...options, mask }).text,
      end: () => "",
    };
  },
};

export interface MinimalHarOptions extends DiagnoseOptions {
  /** Masks secrets; null where everything is kept. */
  readonly mask: HarMask | null;
}

export interface MinimalHar {
  readonly text: string;
  readonly entries: number;
  /** Whether the file gives the same diagnoses; where no part does, it holds all requests and says so. */
  readonly isSame: boolean;
}

/** Most refused requests of one root; more prove nothing more. */
const refusedPerRoot = 5;

/** Most refused requests of all roots together, so that the file stays small; each root keeps at least one. */
const refusedInAll = 40;

/** Limits of thinning, so that it takes a few seconds: diagnoses made, and requests read for them. */
const diagnosesForThinning = 600;
const requestsForThinning = 60_000;

/**
 * Writes the part of a recording that gives the same diagnoses: the refused requests, the requests that they stopped or
 * that their evidence names, and as many others as needed. Each candidate is written, read again and diagnosed.
 * @param wanted the diagnoses that the file has to give
 */
export function minimalHarOf(
  recorded: readonly Recorded[],
  wanted: readonly Explanation[],
  { knowledge, apiHosts, mask }: MinimalHarOptions,
): MinimalHar {
  const producer = producerOf(recorded);
  const all = recorded.map((each, position) => new RoundTripped(each, position, { producer, mask }));
  const byPlace = new Map(all.map((each) => [keyOf(each.place), each]));
  const find = (place: Place) => byPlace.get(keyOf(place)) ?? [];
  const roots = [...groupBy(wanted, ({ root }) => root.key).values()];
  const perRoot = Math.max(1, Math.min(refusedPerRoot, Math.floor(refusedInAll / roots.length)));
  const shown = roots.flatMap((alike) => alike.slice(0, perRoot));
  const expected = new Map(
    shown.flatMap(({ diagnosis }) => [find(diagnosis)].flat().map((each) => [each, diagnosis] as const)),
  );
  const seeds = new Set(shown.flatMap(placesOf).flatMap(find));
  const kept = minimized({
    all,
    seeds,
    circles: circlesAround(seeds, all),
    questions: Math.ceil(diagnosesForThinning / Math.max(1, expected.size)),
    effort: requestsForThinning,
    holds: (some) => givesSame(some, expected, { knowledge, apiHosts }),
  });
  const entries = kept ?? all;
  const counts = { entries: entries.length, of: recorded.length, shown: shown.length, wanted: wanted.length };
  const comment = commentOf({ ...counts, roots: roots.length, isSame: kept !== null, apiHosts });
  const text = harText(
    { producer, comment },
    entries.map((each) => withDiagnosis(each, wanted)),
  );
  return { text, entries: entries.length, isSame: kept !== null };
}

/** The places of the refused request, of those that it stopped, and of those that its evidence names. */
function placesOf({ diagnosis }: Explanation): readonly Place[] {
  const { file, entry, blocks, evidence } = diagnosis;
  const stopped = blocks.map((each) => ({ file, entry: each }));
  return [{ file, entry }, ...stopped, ...evidence.flatMap(({ at }) => (at !== undefined && isEntry(at) ? at : []))];
}

/**
 * Ever larger sets around the seeds: a few exchanges of each kind from their hosts, those of about the same time and of the
 * same paths, and all of their hosts.
 */
function circlesAround(
  seeds: ReadonlySet<RoundTripped>,
  all: readonly RoundTripped[],
): readonly ReadonlySet<RoundTripped>[] {
  const hosts = new Set([...seeds].map(({ host }) => host));
  const near = all.filter(({ host }) => hosts.has(host));
  const kinds = groupBy(near, ({ host, status, verb, stage }) => `${host} ${status} ${verb} ${stage}`);
  const ofEachKind = (most: number) => [...kinds.values()].flatMap((alike) => spread(alike, most));
  const paths = new Set([...seeds].map(({ path }) => path));
  const ofPaths = near.filter(({ path }) => paths.has(path));
  const beside = near.flatMap((each, at) => (seeds.has(each) ? near.slice(Math.max(0, at - 8), at + 9) : []));
  const ofBursts = near.filter(({ start }) => [...seeds].some((seed) => isShortlyBefore(start, seed.start)));
  return [
    seeds,
    new Set([...seeds, ...ofEachKind(3)]),
    new Set([...seeds, ...ofEachKind(3), ...beside]),
    new Set([...seeds, ...ofEachKind(20), ...beside, ...ofPaths]),
    new Set([...seeds, ...ofEachKind(3), ...beside, ...ofBursts]),
    new Set(near),
  ];
}

function isShortlyBefore(start: number | null, other: number | null): boolean {
  return start !== null && other !== null && start <= other && other - start <= rateWindow;
}

/** At most that many items, evenly from the first to the last. */
function spread<Item>(items: readonly Item[], most: number): readonly Item[] {
  if (items.length <= most) return items;
  const step = (items.length - 1) / (most - 1);
  return Array.from({ length: most }, (_, at) => items[Math.round(at * step)]).flatMap((item) => item ?? []);
}

function withDiagnosis({ place, written }: RoundTripped, wanted: readonly Explanation[]): unknown {
  const own = wanted.find(({ diagnosis }) => keyOf(diagnosis) === keyOf(place));
  return own === undefined ? written : annotated(written, shortAnnotationOf(own));
}

interface Written {
  readonly entries: number;
  readonly of: number;
  /** Number of refused requests that the file shows, of all that were wanted, and of their root causes. */
  readonly shown: number;
  readonly wanted: number;
  readonly roots: number;
  readonly isSame: boolean;
  readonly apiHosts: readonly string[];
}

function commentOf({ entries, of, shown, wanted, roots, isSame, apiHosts }: Written): string {
  const few = `Of ${plural(wanted, "refusal")} it was to show ${shown}, of ${plural(roots, "root cause")}.`;
  const hosts = apiHosts.length === 0 ? [] : [`Hosts taken for API Gateway: ${apiHosts.join(", ")}.`];
  const says = isSame
    ? "Diagnosing them gives the same as diagnosing all."
    : "Diagnosing them may give something else than the capture did: what was replaced or cannot be written mattered.";
  return [
    `API Gateway 403 kept ${entries} of ${plural(of, "request")}.`,
    ...(shown < wanted ? [few] : []),
    says,
    ...hosts,
  ].join(" ");
}
