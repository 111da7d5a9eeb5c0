import { setTimeout } from "node:timers/promises";
import manifest from "../../package.json" with { type: "json" };
import { knowledge } from "../../rules/knowledge.ts";
import { parseArguments, UsageError, usage } from "./arguments.ts";
import { askUsage, parseAskArguments } from "./ask/arguments.ts";
import { runAsk } from "./ask/ask.ts";
import { conversation } from "./ask/conversation.ts";
import { send } from "./ask/sender.ts";
import { runDiagnose } from "./diagnose-command.ts";
import { exitCodes } from "./exit-codes.ts";
import { styleFor } from "./terminal.ts";
import { keepYoungGenerationSmall } from "./young-generation.ts";

async function run(argv: readonly string[]): Promise<number> {
  return argv[0] === "ask" ? ask(argv.slice(1)) : diagnose(argv);
}

async function diagnose(argv: readonly string[]): Promise<number> {
  const command = parseArguments(argv);
  if (command.kind === "help") return print(usage);
  if (command.kind === "version") return print(`${manifest.version}\n`);
  return runDiagnose(command, { knowledge, version: manifest.version });
}

async function ask(argv: readonly string[]): Promise<number> {
  const command = parseAskArguments(argv);
  if (command === null) return print(askUsage);
  const { stdin, stdout, stderr, env } = process;
  return runAsk(command, {
    knowledge,
    style: styleFor(stdout, env),
    conversation: conversation(stdin, stderr),
    print,
    send: (request) => send(request),
    pause: (milliseconds) => setTimeout(milliseconds),
  });
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
    process.stderr.write(`${error.message}\n\n${process.argv[2] === "ask" ? askUsage : usage}`);
    process.exitCode = exitCodes.unreadable;
  },
);
