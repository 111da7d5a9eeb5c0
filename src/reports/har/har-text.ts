import type { Producer } from "../../capture/entry.ts";
import type { Explanation } from "../../diagnosis/explanation.ts";
import type { Recorded } from "../../session/recording.ts";
import { percent } from "../percent.ts";
import type { HarMask } from "./har-mask.ts";
import { type Annotation, annotated, writtenEntry } from "./written-entry.ts";

/** The members of `log` that describe the file. */
export interface LogHead {
  readonly producer: Producer;
  readonly comment: string;
}

/** Writes a HAR 1.2 file, each entry on a line of its own. */
export function harText({ producer: { name, version }, comment }: LogHead, entries: readonly unknown[]): string {
  const head = JSON.stringify({ version: "1.2", creator: { name, version }, comment, pages: [] }).slice(0, -1);
  return `{"log":${head},"entries":[\n${entries.map((entry) => JSON.stringify(entry)).join(",\n")}\n]}}\n`;
}

/** The annotation with the whole diagnosis, as the JSON document has it. */
export function annotationOf(explanation: Explanation): Annotation {
  return { comment: commentOf(explanation), diagnosis: explanation.full().diagnosis };
}

/** The annotation with the cause alone, for a file that gives the rest when it is diagnosed. */
export function shortAnnotationOf(explanation: Explanation): Annotation {
  const { cause, confidence, probability, alternatives } = explanation.diagnosis;
  return { comment: commentOf(explanation), diagnosis: { cause, confidence, probability, alternatives } };
}

function commentOf({ title, diagnosis: { confidence, probability } }: Explanation): string {
  const sure = confidence === "certain" ? confidence : `${confidence}, ${percent(probability)}`;
  return `API Gateway 403: ${title} (${sure})`;
}

/**
 * Writes all requests of a recording as a HAR file, the refused ones with their diagnoses. It holds what a diagnosis can
 * use; `annotatedFile` keeps everything that the original file held.
 * @param mask replaces secrets; null keeps them
 */
export function annotatedRecording(
  recorded: readonly Recorded[],
  explanations: readonly Explanation[],
  mask: HarMask | null,
): string {
  const own = new Map(explanations.map((each) => [`${each.diagnosis.entry} ${each.diagnosis.file}`, each]));
  const entries = recorded.map(({ file, entry: index, har: entry }) => {
    const written = writtenEntry(entry);
    const shown = mask === null ? written : mask.masked(written);
    const explanation = own.get(`${index} ${file}`);
    return explanation === undefined ? shown : annotated(shown, annotationOf(explanation));
  });
  return harText({ producer: producerOf(recorded), comment: "Written by API Gateway 403" }, entries);
}

const own: Producer = { name: "API Gateway 403", version: "1", live: false };

/**
 * The creator of a file made of these requests. The name of a known producer stays, since a reader takes what that
 * producer leaves out for unknown. Requests from DevTools lack nothing, and get our name.
 */
export function producerOf(recorded: readonly Recorded[]): Producer {
  const [first] = recorded;
  const isOne = first !== undefined && recorded.every(({ producer }) => producer.name === first.producer.name);
  return isOne && !first.producer.live ? first.producer : own;
}
