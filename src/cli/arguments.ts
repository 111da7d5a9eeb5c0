import { parseArgs } from "node:util";
import { type Shell, shells } from "../diagnosis/shells.ts";

/** How the list for people is written. */
export interface TextOptions {
  /** The shell that commands are written for. */
  readonly shell: Shell;
  /** Whether to say how the request is found in the API's logs. */
  readonly logs: boolean;
}

/** What the user asked for. */
export type Command =
  | { readonly kind: "help" }
  | { readonly kind: "version" }
  | {
      readonly kind: "diagnose";
      readonly files: readonly string[];
      readonly json: boolean;
      readonly apiHosts: readonly string[];
      /** Whether the files are one session, so that each is evidence for the others. */
      readonly filesTogether: boolean;
      readonly text: TextOptions;
    };

/** The arguments make no command. The message is one sentence for people. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

export const usage = `Usage: apigw403 [diagnose] FILE… [options]

Explains the HTTP 403 answers of Amazon API Gateway in HAR files, also compressed (.gz, .br) and in .zip archives.
A file named - is the standard input.

Options:
  --json              print one JSON document instead of a list
  --together          take all files for one session: what worked in one is evidence in the others
  --api-host PATTERN  take hosts like this (api.example.com, *.example.com) for API Gateway; may be repeated
  --shell SHELL       write commands for bash (the default, any POSIX shell) or powershell (7.3 or later)
  --logs              say how to find the request in the API's logs, too, and how to run AWS's own runbook
  --help              print this
  --version           print the version

Exit code: 0 when every file was read, whatever was found in it; 2 when a file could not be read.
`;

/** Reads the command line's arguments. Throws `UsageError` where they make no sense. */
export function parseArguments(argv: readonly string[]): Command {
  const { values, positionals } = parse(argv);
  if (values.help) return { kind: "help" };
  if (values.version) return { kind: "version" };
  const files = positionals[0] === "diagnose" ? positionals.slice(1) : positionals;
  if (files.length === 0) throw new UsageError("No file was named.");
  const { json, together, "api-host": apiHosts, logs } = values;
  const text = { shell: shellNamed(values.shell), logs };
  return { kind: "diagnose", files, json, apiHosts, filesTogether: together, text };
}

function shellNamed(name: string): Shell {
  const shell = shells.find((each) => each === name);
  if (shell === undefined) throw new UsageError(`--shell takes ${shells.join(" or ")}.`);
  return shell;
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        json: { type: "boolean", default: false },
        together: { type: "boolean", default: false },
        "api-host": { type: "string", multiple: true, default: [] },
        shell: { type: "string", default: "bash" },
        logs: { type: "boolean", default: false },
        help: { type: "boolean", short: "h", default: false },
        version: { type: "boolean", default: false },
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}
