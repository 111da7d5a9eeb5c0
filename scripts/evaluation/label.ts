import type { Recorded } from "../../src/session/recording.ts";

/** What is known about one request of a recording, or about all of it where `entry` is null. */
export interface Label {
  /** Where the request stands, for people: `real/r005.har #0`. */
  readonly place: string;
  readonly entry: number | null;
  /** A cause's id, "none" where API Gateway refused nothing, or null where only `isNot` is known. */
  readonly cause: string | null;
  /** Causes that are right as well, because the recording cannot tell them apart. */
  readonly accept: readonly string[];
  /** A cause that a look-alike must not be taken for. */
  readonly isNot: string | null;
  readonly apiGateway: boolean;
  /** Whether several causes fit what was recorded; null where nobody judged that. */
  readonly ambiguous: boolean | null;
  readonly strength: Strength;
  /** Transcribed from a public incident, not written from knowledge about API Gateway. */
  readonly real: boolean;
}

/**
 * How sure a label is. `example`: our own example of a cause, right by construction; `confirmed`: the incident's
 * author found the cause; `derived`: written from AWS's documentation; `likely` and `weak`: the best reading.
 */
export type Strength = "example" | "confirmed" | "derived" | "likely" | "weak";

export const strengths: readonly Strength[] = ["example", "confirmed", "derived", "likely", "weak"];

/** Labels that may themselves be wrong count towards no goal. */
export function counts({ strength }: Label): boolean {
  return strength !== "likely" && strength !== "weak";
}

/** A recording with what is known about its requests. */
export interface LabelledRecording {
  readonly name: string;
  readonly recorded: readonly Recorded[];
  readonly labels: readonly Label[];
}

/** Recordings of one origin, which are measured together. */
export interface Corpus {
  readonly id: string;
  readonly title: string;
  readonly recordings: readonly LabelledRecording[];
  /** What is wrong with its files. */
  readonly problems: readonly string[];
}
