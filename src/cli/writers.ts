import type { HarProblem } from "../capture/entry.ts";
import { isOfFile } from "../capture/problem-list.ts";
import { escapedJson } from "../reports/escape-controls.ts";
import { markdownHead, markdownReport } from "../reports/markdown-report.ts";
import { type Report, type ReportSummary, reportOf } from "../reports/report.ts";
import { type NamedCause, type SarifSource, sarifLog } from "../reports/sarif.ts";
import type { Format, TextOptions } from "./arguments.ts";
import { type DiagnosedFiles, joined } from "./diagnose.ts";
import type { Style } from "./terminal.ts";
import { problemLines, textReport } from "./text-report.ts";

/** Writes what was found, session by session. Gives the text that is ready, which may be none until the end. */
export interface Writer {
  add(diagnosed: DiagnosedFiles): string;
  end(): string;
}

export interface WriterOptions {
  readonly style: Style;
  readonly text: TextOptions;
  readonly causes: readonly NamedCause[];
  /** Of this program. */
  readonly version: string;
  /** Takes lines about files that could not be read in all, where the format has no place for them. */
  complain(line: string): void;
}

/** The writer of a format. */
export function writerOf(format: Exclude<Format, "har" | "minimal-har">, options: WriterOptions): Writer {
  if (format === "json") return jsonWriter();
  if (format === "sarif") return sarifWriter(options);
  if (format === "ndjson") return ndjsonWriter(options);
  return format === "markdown" ? markdownWriter(options) : textWriter(options);
}

function textWriter({ style, text: options, complain }: WriterOptions): Writer {
  let separator = "";
  return {
    add({ report, explanations }) {
      problemLines(report.files).forEach(complain);
      const files = report.files.filter(({ problems }) => !problems.some(isFileLost));
      if (files.length === 0) return "";
      const text = `${separator}${textReport({ ...report, files }, explanations, style, options)}`;
      separator = "\n";
      return text;
    },
    end: () => "",
  };
}

function isFileLost(problem: HarProblem): boolean {
  return problem.lost && isOfFile(problem);
}

function ndjsonWriter({ complain }: WriterOptions): Writer {
  return {
    add({ report, explanations }) {
      problemLines(report.files).forEach(complain);
      return explanations.map((each) => `${escapedJson(each.full().diagnosis)}\n`).join("");
    },
    end: () => "",
  };
}

function markdownWriter({ text, complain }: WriterOptions): Writer {
  let head = markdownHead;
  return {
    add(diagnosed) {
      problemLines(diagnosed.report.files).forEach(complain);
      const written = `${head}${markdownReport({ ...diagnosed, shell: text.shell })}`;
      head = "";
      return written;
    },
    end: () => "",
  };
}

function jsonWriter(): Writer {
  const reports: Report[] = [];
  return {
    add({ report, explanations }) {
      reports.push(reportOf(report, explanations));
      return "";
    },
    end() {
      const diagnoses = reports.flatMap((each) => each.diagnoses);
      const [format, version] = ["api-gateway-403", 1] as const;
      const document: Report = { format, version, ...joined(reports), diagnoses };
      return `${escapedJson(document, 2)}\n`;
    },
  };
}

function sarifWriter({ causes, version }: WriterOptions): Writer {
  const reports: ReportSummary[] = [];
  const explanations: SarifSource["explanations"][number][] = [];
  return {
    add({ report, explanations: more }) {
      reports.push({ ...report, findings: [] });
      explanations.push(...more.map(({ diagnosis, root, why }) => ({ diagnosis, root, why })));
      return "";
    },
    end() {
      const log = sarifLog({ report: joined(reports), explanations, causes, version });
      return `${escapedJson(log, 2)}\n`;
    },
  };
}
