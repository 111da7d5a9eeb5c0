import { parseArgs } from "node:util";
import { type Shell, shells } from "../../commands/shells.ts";
import { mostRequests } from "../../probes/investigation.ts";
import type { ReportFormat } from "../../reports/format.ts";
import { json } from "../../reports/formats/json.ts";
import { markdown } from "../../reports/formats/markdown.ts";
import { text } from "../../reports/formats/text.ts";
import type { FormatId } from "../../reports/formats.ts";
import { formatNamed, oneOf, UsageError } from "../arguments.ts";

/** The formats of a plan, which is no report, and of what the probes found. */
const planFormats: readonly ReportFormat<FormatId>[] = [text, json];
const resultFormats: readonly ReportFormat<FormatId>[] = [...planFormats, markdown];

/** What the arguments of `ask` ask for. */
export interface AskCommand {
  readonly file: string;
  /** Index in `log.entries`; null for the only refused request. */
  readonly entry: number | null;
  readonly format: ReportFormat<FormatId>;
  readonly shell: Shell;
  readonly apiHosts: readonly string[];
  /** Whether to make the requests; otherwise they are only shown. */
  readonly run: boolean;
  /** Whether to make them without asking whether they may be made. */
  readonly yes: boolean;
  /** Whether requests may carry a credential of the diagnosed one. */
  readonly credentials: boolean;
}

export const askUsage = `Usage: apigw403 ask FILE [--entry N] [options]

Shows which harmless requests would tell apart the causes that one refusal may have, as commands: the first, what each
respond would mean, and what to ask next. With --run it makes them. A file named - is the standard input.

Options:
  --entry N           the refused request, as diagnose numbers it (#N); may be left out where there is but one
  --run               make the requests, one at a time, each after a yes on the terminal
  --yes               with --run: without a yes to each; wanted where there is no terminal
  --with-credentials  let requests carry the credential of the refused one; which, is said before
  --format FORMAT     ${text.id} (without this option), ${json.id}, or with --run ${markdown.id}
  --shell SHELL       write commands for bash (the default, any POSIX shell) or powershell (7.3 or later)
  --api-host PATTERN  take hosts like this (api.example.com, *.example.com) for API Gateway; may be repeated
  --help              print this

Only GET, HEAD and OPTIONS are sent, only to the host of the refused request, at most ${mostRequests}, without body and cookies.

Exit code: 0 when the plan was shown or the requests were responded to; 2 when the file could not be read, the command made
no sense, or a request got no response.
`;

/** Reads the arguments after `ask`; null if help is wanted. Throws `UsageError` if they make no sense. */
export function parseAskArguments(argv: readonly string[]): AskCommand | null {
  const { values, positionals } = parse(argv);
  if (values.help) return null;
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) throw new UsageError("ask takes one file.");
  if (values.yes && !values.run) throw new UsageError("--yes is for --run.");
  const format = formatNamed(values.format, resultFormats);
  if (!planFormats.includes(format) && !values.run) throw new UsageError(`--format ${format.id} is for --run.`);
  return {
    file,
    entry: values.entry === undefined ? null : entryOf(values.entry),
    format,
    shell: oneOf(shells, values.shell, "--shell"),
    apiHosts: values["api-host"],
    run: values.run,
    yes: values.yes,
    credentials: values["with-credentials"],
  };
}

function entryOf(given: string): number {
  if (!/^#?\d{1,9}$/.test(given)) throw new UsageError("--entry is the number of an entry, from 0.");
  return Number(given.replace("#", ""));
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        entry: { type: "string" },
        format: { type: "string", default: text.id },
        shell: { type: "string", default: "bash" },
        "api-host": { type: "string", multiple: true, default: [] },
        run: { type: "boolean", default: false },
        yes: { type: "boolean", default: false },
        "with-credentials": { type: "boolean", default: false },
        help: { type: "boolean", short: "h", default: false },
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}
