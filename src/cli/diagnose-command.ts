import { mkdir } from "node:fs/promises";
import { diagnose } from "../diagnosis/diagnose.ts";
import type { Knowledge } from "../diagnosis/knowledge.ts";
import type { ReportedSession, ReportOptions, ReportWriter } from "../reports/format.ts";
import { openReport, partsOf } from "../reports/open-report.ts";
import { problemLines } from "../reports/problem-lines.ts";
import { plainStyle } from "../reports/style.ts";
import { type DiagnoseCommand, UsageError } from "./arguments.ts";
import { isFailure, onlyCauses } from "./chosen.ts";
import { diagnoseFiles } from "./diagnose.ts";
import { exitCodes } from "./exit-codes.ts";
import { findFiles } from "./find-files.ts";
import { type Opened, openFile } from "./open-files.ts";
import { outputName, pathsIn } from "./output-names.ts";
import { sessionsOf } from "./sessions.ts";
import { fileSink, isFolder, type Sink, standardOutput } from "./sink.ts";
import { styleFor } from "./terminal.ts";

export interface Program {
  readonly knowledge: Knowledge;
  readonly version: string;
}

/** Runs the command and resolves to the exit code. Throws `UsageError` where the command makes no sense. */
export async function runDiagnose(command: DiagnoseCommand, program: Program): Promise<number> {
  const unknown = command.only.find((cause) => !program.knowledge.rules.some(({ id }) => id === cause));
  if (unknown !== undefined) throw new UsageError(`There is no cause ${unknown}; docs/causes.md has all of them.`);
  const paths = await findFiles(command.files);
  const run = new Run(command, program, paths);
  await (command.format.covers === "all" ? run.writeOne() : run.writeEach());
  return run.exitCode;
}

/** One run over all files. */
class Run {
  readonly #command: DiagnoseCommand;
  readonly #program: Program;
  readonly #paths: readonly string[];
  #isUnreadable = false;
  #isFound = false;

  constructor(command: DiagnoseCommand, program: Program, paths: readonly string[]) {
    this.#command = command;
    this.#program = program;
    this.#paths = paths;
  }

  get exitCode(): number {
    if (this.#isUnreadable) return exitCodes.unreadable;
    return this.#isFound ? exitCodes.found : exitCodes.done;
  }

  /** Writes one document about all sessions. */
  async writeOne(): Promise<void> {
    const { out } = this.#command;
    const sink = out === null ? standardOutput() : fileSink(out, this.#paths);
    const writer = this.#openReport();
    await sink.write(writer.begin());
    for await (const { session } of this.#sessions()) await write(writer.add(session), sink);
    await sink.write(writer.end());
    await sink.end();
  }

  /** Writes a document for each session that was read. */
  async writeEach(): Promise<void> {
    const sinkFor = await this.#sinks();
    for await (const { name, session } of this.#sessions()) {
      if (this.#isEmpty(session)) continue;
      const sink = sinkFor(outputName(name, this.#command.format));
      for await (const part of partsOf(this.#openReport(), session)) await sink.write(part);
      await sink.end();
    }
  }

  #isEmpty({ original, recorded }: ReportedSession): boolean {
    return this.#command.format.covers === "file" ? original === null : recorded.length === 0;
  }

  /** Where documents of sessions go: into a folder, or the only one to the place named. */
  async #sinks(): Promise<(name: string) => Sink> {
    const { out, filesTogether } = this.#command;
    const isOne = this.#paths.length === 1 || filesTogether;
    if (!isOne && out === null) throw new UsageError("Name a folder with --out for the HAR files of several captures.");
    if (out === null || (isOne && !isFolder(out))) return this.#onlySink(out);
    await mkdir(out, { recursive: true });
    const pathFor = pathsIn(out);
    return (name) => fileSink(pathFor(name), this.#paths);
  }

  #onlySink(out: string | null): () => Sink {
    let isUsed = false;
    return () => {
      if (isUsed) throw new UsageError("The archive holds several captures: name a folder with --out.");
      isUsed = true;
      return out === null ? standardOutput() : fileSink(out, this.#paths);
    };
  }

  #openReport(): ReportWriter {
    const { format, out, apiHosts, unmasked, hidePeople, text } = this.#command;
    const { knowledge, version } = this.#program;
    const style = out === null ? styleFor(process.stdout, process.env) : plainStyle;
    const options: ReportOptions = { knowledge, version, apiHosts, unmasked, hidePeople, style, ...text };
    return openReport(format, options);
  }

  /** The sessions one after the other, each under the name of its first file. */
  async *#sessions(): AsyncGenerator<{ readonly name: string; readonly session: ReportedSession }> {
    const { filesTogether, format } = this.#command;
    const keep = format.covers === "file";
    for await (const opened of sessionsOf(this.#paths, filesTogether, (path) => openFile(path, { keep }))) {
      const session = this.#diagnosed(opened);
      if (format.problemsIn === null) problemLines(session.summary.files).forEach(complain);
      yield { name: opened[0]?.name ?? "", session };
    }
  }

  #diagnosed(opened: readonly Opened[]): ReportedSession {
    const { knowledge } = this.#program;
    const { apiHosts, only, failOn } = this.#command;
    const all = diagnoseFiles(opened, (recorded, records) => diagnose(recorded, { knowledge, apiHosts, records }));
    const session = onlyCauses(all, only);
    this.#isUnreadable ||= opened.some((file) => "unreadable" in file);
    this.#isFound ||= isFailure(session, failOn);
    return session;
  }
}

async function write(content: string | AsyncIterable<Uint8Array>, sink: Sink): Promise<void> {
  if (typeof content === "string") return sink.write(content);
  for await (const bytes of content) await sink.write(bytes);
}

function complain(line: string): void {
  process.stderr.write(`${line}\n`);
}
