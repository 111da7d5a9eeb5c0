import type { Example } from "../../rules/example.ts";
import { rules } from "../../rules/index.ts";
import { recordingOf } from "../../testing/examples/recording.ts";
import { examples } from "../../testing/examples/rule-examples.ts";
import type { Corpus, LabelledRecording } from "./label.ts";

const blameOthers = new Set(
  rules.filter(({ refusedBy }) => refusedBy === "elsewhere" || refusedBy === "in-front").map(({ id }) => id),
);

/** Nobody judged which of the examples could be told apart, so none is called ambiguous or not. */
const unjudged = { accept: [], ambiguous: null, strength: "example", real: false } as const;

/** The examples beside the rules: a cause for each, or at least one that it must not be taken for. */
export const labelledExamples: Corpus = {
  id: "examples",
  title: "The rules' own examples",
  recordings: Object.entries(examples).flatMap(([rule, { mustSay, mustNotSay }]) => [
    ...mustSay.map((example) => labelled(`${rule}: ${example.title}`, example, rule, null)),
    ...mustNotSay.map((example) =>
      labelled(`not ${rule}: ${example.title}`, example, example.insteadCause ?? null, rule),
    ),
  ]),
  problems: [],
};

function labelled(name: string, example: Example, cause: string | null, isNot: string | null): LabelledRecording {
  const apiGateway = cause === null || !blameOthers.has(cause);
  const label = { place: name, entry: askedOf(example), cause, isNot, apiGateway, ...unjudged };
  return { name, recorded: recordingOf(example), labels: [label] };
}

function askedOf({ exchanges, diagnose: asks }: Example): number {
  return asks ?? exchanges.length - 1;
}
