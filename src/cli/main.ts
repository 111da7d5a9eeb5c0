import manifest from "../../package.json" with { type: "json" };
import { rules } from "../../rules/index.ts";
import { parseArguments, UsageError, usage } from "./arguments.ts";
import { exitCodes, runDiagnose } from "./diagnose-command.ts";
import { keepYoungGenerationSmall } from "./young-generation.ts";

async function run(argv: readonly string[]): Promise<number> {
  const command = parseArguments(argv);
  if (command.kind === "help") return print(usage);
  if (command.kind === "version") return print(`${manifest.version}\n`);
  return runDiagnose(command, { rules, version: manifest.version });
}

function print(text: string): 0 {
  process.stdout.write(text);
  return 0;
}

keepYoungGenerationSmall();
run(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    if (!(error instanceof UsageError)) throw error;
    process.stderr.write(`${error.message}\n\n${usage}`);
    process.exitCode = exitCodes.unreadable;
  },
);
