import { parseArgs } from "node:util";
import { type Shell, shells } from "../commands/shells.ts";
import type { Confidence } from "../diagnosis/diagnosis.ts";
import type { FormatDescription, ReportFormat } from "../reports/format.ts";
import { json as jsonFormat } from "../reports/formats/json.ts";
import { type FormatId, formatOf, formats } from "../reports/formats.ts";

/** The least confidence that makes the command fail; `any` for every refused request. */
const failures = ["certain", "likely", "any"] as const;

export type FailOn = Exclude<Confidence, "ambiguous"> | "any";

/** Options of formats for people; `logs` is for the list alone. */
interface TextOptions {
  /** The shell that commands are written for. */
  readonly shell: Shell;
  /** Whether to say how to find each refused request in the API's logs. */
  readonly logs: boolean;
}

/** What the arguments ask for. */
export type Command = { readonly kind: "help" } | { readonly kind: "version" } | DiagnoseCommand;

export interface DiagnoseCommand {
  readonly kind: "diagnose";
  /** Paths and patterns. */
  readonly files: readonly string[];
  readonly format: ReportFormat<FormatId>;
  /** The file to write, or the folder for several HAR files; null for the standard output. */
  readonly out: string | null;
  /** The causes that are reported; empty for all. */
  readonly only: readonly string[];
  readonly failOn: FailOn | null;
  readonly apiHosts: readonly string[];
  /** Whether the files are one session, so that each is evidence for the others. */
  readonly filesTogether: boolean;
  /** Whether HAR files keep all credentials. */
  readonly unmasked: boolean;
  /** Whether AWS account ids and e-mail addresses are hidden, too. */
  readonly hidePeople: boolean;
  readonly text: TextOptions;
}

/** Thrown where the arguments make no command. The message is a sentence for people. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

export const usage = `Usage: apigw403 [diagnose] FILE… [options]
       apigw403 ask FILE [--entry N] [--run]

Explains the HTTP 403 responses of Amazon API Gateway in HAR files, also compressed (.gz, .br) and in .zip archives.
FILE may be a pattern ("captures/**/*.har"); a file named - is the standard input. What ask does, ask --help says.

Options:
${formatLines(formats)}
  --json              the same as --format json
  --out PATH          write to this file; for several HAR files into this folder
  --only CAUSE        tell of this cause alone; may be repeated
  --fail-on LEVEL     exit code 1 where a refusal's cause is certain, at least likely, or where there is any refusal
  --together          take all files for one session: what worked in one is evidence in the others
  --api-host PATTERN  take hosts like this (api.example.com, *.example.com) for API Gateway; may be repeated
  --hide-people       hide AWS account ids and e-mail addresses, too
  --unmasked          write HAR files with all their credentials; everything else never shows any
  --shell SHELL       write commands for bash (the default, any POSIX shell) or powershell (7.3 or later)
  --logs              say how to find the request in the API's logs, too, and how to run AWS's own runbook
  --help              print this
  --version           print the version

Exit code: 0 when every file was read, whatever was found in it; 1 when --fail-on says so; 2 when a file could not be
read or the command made no sense.

Examples:
  apigw403 capture.har
  apigw403 "captures/**/*.har" --format ndjson --out diagnoses.ndjson
  apigw403 capture.har --format minimal-har --out ticket.har
  apigw403 capture.har --only api-key-missing --fail-on likely
  gunzip -c capture.har.gz | apigw403 - --json
`;

/** The lines of `--help` about formats; the first format is the default. */
function formatLines(all: readonly FormatDescription[]): string {
  const width = Math.max(...all.map(({ id }) => id.length));
  const lines = all.map(
    ({ id, purpose }, at) => `${id.padEnd(width)}  ${purpose}${at === 0 ? " (without this option)" : ""}`,
  );
  return lines.map((line, at) => `  ${(at === 0 ? "--format FORMAT" : "").padEnd(18)}  ${line}`).join("\n");
}

/** Reads the command line's arguments. Throws `UsageError` where they make no sense. */
export function parseArguments(argv: readonly string[]): Command {
  const { values, positionals } = parse(argv);
  if (values.help) return { kind: "help" };
  if (values.version) return { kind: "version" };
  const files = positionals[0] === "diagnose" ? positionals.slice(1) : positionals;
  if (files.length === 0) throw new UsageError("No file was named.");
  const format = chosenFormat(values);
  return {
    kind: "diagnose",
    files,
    format,
    out: values.out ?? null,
    only: values.only,
    failOn: values["fail-on"] === undefined ? null : oneOf(failures, values["fail-on"], "--fail-on"),
    apiHosts: values["api-host"],
    filesTogether: values.together,
    unmasked: values.unmasked,
    hidePeople: values["hide-people"],
    text: { shell: oneOf(shells, values.shell, "--shell"), logs: values.logs },
  };
}

type Values = ReturnType<typeof parse>["values"];

function chosenFormat({ format: named, json, unmasked, together }: Values): ReportFormat<FormatId> {
  const format = json ? jsonFormat : formatNamed(named ?? formats[0].id, formats);
  if (json && (named ?? format.id) !== format.id) {
    throw new UsageError("--json and another --format were asked for at once.");
  }
  if (unmasked && format.secrets !== "pseudonyms") {
    const able = formats.filter(({ secrets }) => secrets === "pseudonyms").map(({ id }) => id);
    throw new UsageError(`--unmasked is for --format ${able.join(" and ")}.`);
  }
  if (format.covers === "file" && together) {
    throw new UsageError(`--format ${format.id} writes each file; --together joins them.`);
  }
  return format;
}

/** The format that `--format` names. Throws `UsageError` where it is none of these. */
export function formatNamed(given: string, among: readonly ReportFormat<FormatId>[]): ReportFormat<FormatId> {
  const ids = among.map(({ id }) => id);
  return formatOf(oneOf(ids, given, "--format"));
}

/** The word that an option was given. Throws `UsageError` where it is none of these. */
export function oneOf<Word extends string>(words: readonly Word[], given: string, option: string): Word {
  const word = words.find((each) => each === given);
  if (word === undefined) throw new UsageError(`${option} is one of ${words.join(", ")}.`);
  return word;
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        format: { type: "string" },
        json: { type: "boolean", default: false },
        out: { type: "string" },
        only: { type: "string", multiple: true, default: [] },
        "fail-on": { type: "string" },
        together: { type: "boolean", default: false },
        "api-host": { type: "string", multiple: true, default: [] },
        "hide-people": { type: "boolean", default: false },
        unmasked: { type: "boolean", default: false },
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
