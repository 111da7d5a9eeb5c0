import { parseArgs } from "node:util";
import { byArticle } from "./evaluation/article-table.ts";
import { readCaptures } from "./evaluation/captures.ts";
import { ours } from "./evaluation/classifier.ts";
import { goalsOf, reducedGoalsOf } from "./evaluation/goals.ts";
import { type Evaluation, inWords } from "./evaluation/in-words.ts";
import type { Corpus } from "./evaluation/label.ts";
import { labelledExamples } from "./evaluation/labelled-examples.ts";
import { measure } from "./evaluation/measure.ts";
import { reducedFrom } from "./evaluation/reduced.ts";

/**
 * Measures how often the rules tell the truth; docs/evaluation.md says what the figures mean.
 * Fails where a goal is missed. `--json` prints the figures for programs.
 */
const { values } = parseArgs({ options: { json: { type: "boolean", default: false } } });

function evaluate(corpus: Corpus, goalsFor = goalsOf): Evaluation {
  const { title, recordings, problems } = corpus;
  const measured = measure(corpus, ours);
  const baseline = measure(corpus, byArticle);
  return { title, recordings: recordings.length, ours: measured, baseline, goals: goalsFor(measured), problems };
}

const captures = await readCaptures();
const corpora = captures === null ? [labelledExamples] : [captures, labelledExamples];
if (captures === null)
  process.stderr.write("There are no labelled captures beside the repository: only the rules' own examples.\n");
const evaluations = Object.fromEntries([
  ...corpora.map((corpus) => [corpus.id, evaluate(corpus)] as const),
  ...corpora.map(reducedFrom).map((corpus) => [corpus.id, evaluate(corpus, reducedGoalsOf)] as const),
]);
process.stdout.write(
  values.json ? `${JSON.stringify(evaluations, null, 2)}\n` : Object.values(evaluations).map(inWords).join("\n"),
);
const missed = Object.values(evaluations).some(({ goals }) => goals.some(({ met }) => met === false));
if (missed) process.exitCode = 1;
