import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { rules } from "../rules/index.ts";
import { diagnoseFiles } from "../src/cli/diagnose.ts";
import { openFile } from "../src/cli/open-files.ts";
import { examine } from "../src/diagnosis/examine.ts";
import {
  articleCauses,
  diagnosisOf,
  type Expectation,
  falseAccusations,
  firstThree,
  judge,
  type Score,
  score,
  type Verdict,
} from "./evaluation.ts";

/**
 * Measures the rules against captures whose cause is known. The captures are no part of this repository. Whoever writes
 * rules can see them, so the result tells how well the rules fit these captures, not how well they do on unseen ones.
 */
const cases = join(import.meta.dirname, "../../shared/cases");
const folders = ["real", "derived", "negative"].map((folder) => join(cases, folder)).filter((path) => existsSync(path));
const ruleIds = new Set(rules.map(({ id }) => id));

const isArticle = ({ expected }: Verdict) => articleCauses.has(expected.cause);

/** Derived captures were written from the same knowledge as the rules; what counts are those of real incidents. */
const isReal = ({ expected }: Verdict) => place(expected.file, null).startsWith("real/");

const groups: readonly { id: string; title: string; holds: (verdict: Verdict) => boolean }[] = [
  { id: "article", title: "Causes of AWS's article", holds: isArticle },
  { id: "articleReal", title: "… in captures of real incidents", holds: (each) => isArticle(each) && isReal(each) },
  { id: "all", title: "All causes", holds: () => true },
  { id: "allReal", title: "… in captures of real incidents", holds: isReal },
];

interface Evaluation {
  readonly verdicts: Verdict[];
  readonly falseAccusations: string[];
  readonly problems: string[];
}

async function evaluate(): Promise<Evaluation> {
  const evaluation: Evaluation = { verdicts: [], falseAccusations: [], problems: [] };
  for (const folder of folders) {
    const expectations: Expectation[] = JSON.parse(readFileSync(join(folder, "expected.json"), "utf8"));
    for (const [file, ofFile] of byFile(expectations)) await evaluateFile(join(folder, file), ofFile, evaluation);
  }
  return evaluation;
}

function byFile(expectations: readonly Expectation[]): Map<string, Expectation[]> {
  const files = new Map<string, Expectation[]>();
  for (const each of expectations) files.set(each.file, [...(files.get(each.file) ?? []), each]);
  return files;
}

async function evaluateFile(path: string, expectations: readonly Expectation[], into: Evaluation): Promise<void> {
  const { report } = diagnoseFiles([await openFile(path)], (recorded) => examine(recorded, { rules, apiHosts: [] }));
  const [read] = report.files;
  into.problems.push(...(read?.problems ?? []).map(({ entry, reason }) => `${place(path, entry)}: ${reason}`));
  for (const expected of expectations) {
    const accused = falseAccusations(expected, report.diagnoses);
    into.falseAccusations.push(...accused.map(({ entry, cause }) => `${place(path, entry)}: ${cause}`));
    const { entryIndex } = expected;
    if (entryIndex === null || expected.cause === "none") continue;
    into.verdicts.push(judge({ ...expected, file: path }, diagnosisOf(report.diagnoses, entryIndex), ruleIds));
  }
}

function place(path: string, entry: number | null): string {
  return `${path.slice(cases.length + 1)}${entry === null ? "" : ` #${entry}`}`;
}

function scoreLines(title: string, counts: Score): string[] {
  const of = (count: number) => `${count} of ${counts.requests} (${percent(count / Math.max(counts.requests, 1))})`;
  return [
    title,
    `  first place      ${of(counts.right)}`,
    `  … exactly        ${of(counts.exact)}`,
    `  first three      ${of(counts.inTopThree)}`,
    `  without a rule   ${counts.withoutRule} of the wrong answers`,
    `  certain          ${counts.certain}, of them wrong: ${counts.certainButWrong}`,
    `  calibration      said ${percent(counts.meanProbability)} on average`,
  ];
}

function missLines({ expected, said, hasRule }: Verdict): string[] {
  const got = said === null ? "no diagnosis" : `${said.cause} (${said.confidence}, ${percent(said.probability)})`;
  const marks = [expected.strength, ...(expected.ambiguous ? ["ambiguous"] : []), ...(hasRule ? [] : ["no rule yet"])];
  return [
    `  ${place(expected.file, expected.entryIndex)}  expected ${expected.cause} (${marks.join(", ")})`,
    `      got ${got}${said === null ? "" : `; first three: ${firstThree(said).join(", ")}`}`,
  ];
}

function listed(title: string, lines: readonly string[]): string[] {
  return ["", `${title}: ${lines.length}`, ...lines.map((line) => `  ${line}`)];
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

function inWords(evaluation: Evaluation): string {
  const { verdicts } = evaluation;
  const misses = verdicts.filter(({ right }) => !right);
  const certainButWrong = misses.filter(({ said }) => said?.confidence === "certain");
  return [
    ...groups.flatMap(({ title, holds }) => scoreLines(title, score(verdicts.filter(holds)))),
    ...listed("Refusals of others called API Gateway's", evaluation.falseAccusations),
    ...listed(
      "Certain and wrong",
      certainButWrong.map(({ expected, said }) => `${place(expected.file, expected.entryIndex)}: ${said?.cause}`),
    ),
    ...listed("Problems of files and rules", evaluation.problems),
    "",
    `Wrong answers: ${misses.length}`,
    ...misses.flatMap(missLines),
    "",
  ].join("\n");
}

function inJson({ verdicts, falseAccusations: accused, problems }: Evaluation): string {
  const misses = verdicts
    .filter(({ right }) => !right)
    .map(({ expected, said, hasRule }) => ({
      file: place(expected.file, null),
      entry: expected.entryIndex,
      expected: expected.cause,
      got: said?.cause ?? null,
      probability: said?.probability ?? null,
      confidence: said?.confidence ?? null,
      firstThree: firstThree(said),
      hasRule,
    }));
  const scores = Object.fromEntries(groups.map(({ id, holds }) => [id, score(verdicts.filter(holds))]));
  return `${JSON.stringify({ ...scores, falseAccusations: accused, problems, misses }, null, 2)}\n`;
}

const { values } = parseArgs({ options: { json: { type: "boolean", default: false } } });
if (folders.length === 0) {
  process.stdout.write(`There are no captures with known causes in ${cases}: nothing to measure.\n`);
} else {
  const evaluation = await evaluate();
  process.stdout.write(values.json ? inJson(evaluation) : inWords(evaluation));
}
