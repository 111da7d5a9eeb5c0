import manifest from "../../package.json" with { type: "json" };
import { rules } from "../../rules/index.ts";
import { examine } from "../diagnosis/examine.ts";
import type { HarProblem } from "../har/entry.ts";
import { isOfFile } from "../har/problem-list.ts";
import { parseArguments, type TextOptions, UsageError, usage } from "./arguments.ts";
import { type Diagnosed, diagnoseFiles } from "./diagnose.ts";
import { openFile } from "./open-files.ts";
import { styleFor } from "./terminal.ts";
import { problemLines, textReport } from "./text-report.ts";
import { keepYoungGenerationSmall } from "./young-generation.ts";

const unreadable = 2;

async function run(argv: readonly string[]): Promise<number> {
  const command = parseArguments(argv);
  if (command.kind === "help") return print(usage);
  if (command.kind === "version") return print(`${manifest.version}\n`);
  const opened = (await Promise.all(command.files.map(openFile))).flat();
  const { apiHosts, filesTogether } = command;
  const diagnosed = diagnoseFiles(opened, filesTogether, (recorded) => examine(recorded, { rules, apiHosts }));
  if (command.json) print(`${JSON.stringify(diagnosed.report, null, 2)}\n`);
  else printText(diagnosed, command.text);
  return opened.some((file) => "refused" in file) ? unreadable : 0;
}

function print(text: string): 0 {
  process.stdout.write(text);
  return 0;
}

function printText({ report, explanations }: Diagnosed, options: TextOptions): void {
  for (const line of problemLines(report.files)) process.stderr.write(`${line}\n`);
  const read = { ...report, files: report.files.filter((file) => !file.problems.some(isFileLost)) };
  if (read.files.length > 0) print(textReport(read, explanations, styleFor(process.stdout, process.env), options));
}

function isFileLost(problem: HarProblem): boolean {
  return problem.lost && isOfFile(problem);
}

/** A reader that stops early, such as `head`, is no failure. */
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});

keepYoungGenerationSmall();
run(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    if (!(error instanceof UsageError)) throw error;
    process.stderr.write(`${error.message}\n\n${usage}`);
    process.exitCode = unreadable;
  },
);
