import type { Kept } from "./calibration.ts";
import { columns, percent } from "./columns.ts";
import type { Goal } from "./goals.ts";
import { groups, type Measured } from "./measure.ts";
import type { Score } from "./score.ts";

/** One corpus measured: our rules and the article's table, with the goals that ours are to reach. */
export interface Evaluation {
  readonly title: string;
  readonly recordings: number;
  readonly ours: Measured;
  readonly baseline: Measured;
  readonly goals: readonly Goal[];
  readonly problems: readonly string[];
}

/** The figures of one corpus as text: ours beside the baseline's, then what only ours is asked. */
export function inWords({ title, recordings, ours, baseline, goals, problems }: Evaluation): string {
  const { all: allOurs } = ours.scores;
  return [
    `${title} (${recordings} recordings)`,
    "ours | a plain look-up in AWS's article",
    "",
    ...columns([scoreTitles, ...scoreRows(ours, baseline)]),
    ...section("Refusals that are not API Gateway's", columns(negativeRows(ours, baseline))),
    ...section("Look-alikes taken for the cause they are not", columns(lookAlikeRows(ours, baseline))),
    ...section(
      "Reliability: probability of the first cause",
      columns(reliabilityRows(allOurs, baseline.scores["all"])),
    ),
    ...section("Reliability by band", columns([bandTitles, ...ours.bands.map(bandRow)])),
    ...section("Goals", columns(goals.map(goalRow))),
    ...list("Certain and wrong", ours.certainButWrong),
    ...list("Not among the first three", ours.notInTopThree),
    ...list("Called API Gateway's", ours.negatives.accused),
    ...list("Look-alikes", ours.lookAlikesTaken),
    ...section("Expected → said (of which accepted)", confusionLines(ours)),
    ...list("Problems of files and rules", [...problems, ...ours.problems]),
    "",
  ].join("\n");
}

const scoreTitles = [
  "",
  "requests",
  "diagnosed",
  "first place",
  "first three",
  "certain (wrong)",
  "certain or likely",
  "Brier, first",
  "Brier, ranking",
];

function scoreRows(ours: Measured, baseline: Measured): string[][] {
  return groups.flatMap(({ id, title }) => {
    const [own, other] = [ours.scores[id], baseline.scores[id]];
    return own === undefined || other === undefined ? [] : [scoreRow(title, own, other)];
  });
}

function scoreRow(title: string, ours: Score, baseline: Score): string[] {
  const beside = (figure: (score: Score) => string) => `${figure(ours)} | ${figure(baseline)}`;
  const shares = (count: (score: Score) => number) => beside((each) => percent(count(each) / each.requests));
  return [
    title,
    String(ours.requests),
    beside(({ answered }) => String(answered)),
    shares(({ right }) => right),
    shares(({ inTopThree }) => inTopThree),
    beside(({ certain, certainButWrong }) => `${certain} (${certainButWrong})`),
    shares(({ certainOrLikely }) => certainOrLikely),
    beside(({ brierFirst }) => decimals(brierFirst)),
    beside(({ brierRanking }) => decimals(brierRanking)),
  ];
}

function decimals(figure: number | null): string {
  return figure === null ? "–" : figure.toFixed(3);
}

function negativeRows({ negatives: own }: Measured, { negatives: other }: Measured): string[][] {
  return [
    ["called API Gateway's", `${own.accused.length} | ${other.accused.length}`, `of ${own.requests}`],
    ["named as what they are", `${own.named} | ${other.named}`, `of ${own.nameable}`],
  ];
}

function lookAlikeRows(ours: Measured, baseline: Measured): string[][] {
  return [["taken", `${ours.lookAlikesTaken.length} | ${baseline.lookAlikesTaken.length}`]];
}

function reliabilityRows(ours: Score | undefined, baseline: Score | undefined): string[][] {
  const rowsOf = (who: string, score: Score | undefined) =>
    (score?.reliability ?? []).map(({ from, to, count, meanSaid, shareRight }) => [
      `${who} ${percent(from)} to ${percent(to)}`,
      String(count),
      percent(meanSaid),
      percent(shareRight),
    ]);
  return [["", "diagnoses", "said", "right"], ...rowsOf("ours", ours), ...rowsOf("baseline", baseline)];
}

const bandTitles = ["first cause said with", "diagnoses", "right", "each family held out", "right"];

function bandRow({ title, said, right, heldOut }: Kept): string[] {
  const share = (of: Pick<Kept, "said" | "right">) => (of.said === 0 ? "–" : percent(of.right / of.said));
  return [title, String(said), share({ said, right }), String(heldOut.said), share(heldOut)];
}

function goalRow({ title, limit, unit, measured, met }: Goal): string[] {
  const shown = (figure: number) => (unit === "share" ? percent(figure) : String(figure));
  const wanted = unit === "share" ? `at least ${shown(limit)}` : shown(limit);
  return [title, wanted, measured === null ? "–" : shown(measured), wordsFor(met)];
}

function wordsFor(met: boolean | null): string {
  if (met === null) return "not measured";
  return met ? "met" : "NOT MET";
}

function confusionLines({ confusions }: Measured): string[] {
  return confusions.flatMap(({ expected, said, count, accepted, places }) => [
    `  ${expected} → ${said}: ${count} (${accepted})`,
    `      ${places.join(", ")}`,
  ]);
}

/** More would hide what follows; `--json` has them all. */
const listed = 40;

function list(title: string, lines: readonly string[]): string[] {
  const shown = lines.slice(0, listed).map((line) => `  ${line}`);
  const rest = lines.length - shown.length;
  return section(`${title}: ${lines.length}`, rest === 0 ? shown : [...shown, `  and ${rest} more`]);
}

function section(title: string, lines: readonly string[]): string[] {
  return ["", title, ...lines];
}
