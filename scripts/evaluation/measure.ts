import { articleCauses } from "./article-causes.ts";
import { type Kept, reliabilityByBand } from "./calibration.ts";
import type { Classifier } from "./classifier.ts";
import { type Confusion, confusionsIn } from "./confusions.ts";
import { type Corpus, counts, type Label, strengths } from "./label.ts";
import { type Negatives, negativesOf } from "./negatives.ts";
import { isCertainButWrong, type Score, score } from "./score.ts";
import { hasCause, type Judged, judge, type Verdict } from "./verdict.ts";

export interface Group {
  readonly id: string;
  readonly title: string;
  holds(label: Label): boolean;
}

/** Parts of a corpus; those that are no strength leave labels out that may themselves be wrong. */
export const groups: readonly Group[] = [
  { id: "all", title: "all", holds: counts },
  { id: "unambiguous", title: "unambiguous", holds: (label) => counts(label) && label.ambiguous === false },
  { id: "ambiguous", title: "ambiguous", holds: (label) => counts(label) && label.ambiguous === true },
  { id: "article", title: "causes of the article", holds: (label) => counts(label) && isOfArticle(label) },
  { id: "real", title: "real incidents", holds: (label) => counts(label) && label.real },
  ...strengths.map((strength) => ({
    id: strength,
    title: `strength: ${strength}`,
    holds: (label: Label) => label.strength === strength,
  })),
];

function isOfArticle({ cause }: Label): boolean {
  return cause !== null && articleCauses.has(cause);
}

/** Everything that is measured of one answerer on one corpus. */
export interface Measured {
  /** By the group's id; only groups that the corpus has requests of. */
  readonly scores: Readonly<Partial<Record<string, Score>>>;
  readonly negatives: Negatives;
  readonly bands: readonly Kept[];
  /** Look-alikes taken for the cause that they must not be taken for. */
  readonly lookAlikesTaken: readonly string[];
  readonly certainButWrong: readonly string[];
  readonly notInTopThree: readonly string[];
  readonly confusions: readonly Confusion[];
  readonly problems: readonly string[];
}

/** Lets one classifier diagnose a corpus and measures what it says. */
export function measure(corpus: Corpus, answerer: Classifier): Measured {
  const problems: string[] = [];
  const judged = corpus.recordings.map((recording): Judged => {
    const { answers, problems: own } = answerer(recording.recorded);
    problems.push(...own);
    return { recording, answers, verdicts: judge(recording, answers) };
  });
  const verdicts = judged.flatMap((each) => each.verdicts);
  const withCause = verdicts.filter(hasCause);
  return {
    scores: scoresOf(withCause),
    negatives: negativesOf(judged),
    bands: reliabilityByBand(withCause.filter(({ label }) => counts(label))),
    lookAlikesTaken: verdicts.filter(isTaken).map(({ label }) => label.place),
    certainButWrong: withCause.filter(isCertainButWrong).map(inPlace),
    notInTopThree: withCause.filter(({ inTopThree }) => !inTopThree).map(inPlace),
    confusions: confusionsIn(withCause),
    problems,
  };
}

function scoresOf(verdicts: readonly Verdict[]): Record<string, Score> {
  const scored = groups.map(({ id, holds }) => [id, score(verdicts.filter(({ label }) => holds(label)))] as const);
  return Object.fromEntries(scored.filter(([, { requests }]) => requests > 0));
}

function isTaken({ label, said }: Verdict): boolean {
  return label.isNot !== null && said?.ranking[0]?.cause === label.isNot;
}

function inPlace({ label, said }: Verdict): string {
  return `${label.place} (${label.strength}): ${label.cause}, said ${said?.ranking[0]?.cause ?? "nothing"}`;
}
