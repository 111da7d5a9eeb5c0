import { mkdir } from "node:fs/promises";
import { diagnose } from "../diagnosis/diagnose.ts";
import type { Knowledge } from "../diagnosis/knowledge.ts";
import { placeholderNumbers } from "../privacy/placeholder.ts";
import { redactPeople } from "../privacy/redaction.ts";
import { HarMask } from "../reports/har/har-mask.ts";
import { type DiagnoseCommand, type Format, isHar, UsageError } from "./arguments.ts";
import { isFailure, onlyCauses } from "./chosen.ts";
import { type DiagnosedFiles, diagnoseFiles } from "./diagnose.ts";
import { exitCodes } from "./exit-codes.ts";
import { findFiles } from "./find-files.ts";
import { annotatedOutput, type HarOutput, minimalOutput, pathsIn } from "./har-files.ts";
import { type Opened, openFile } from "./open-files.ts";
import { fileSink, isFolder, type Sink, standardOutput } from "./sink.ts";
import { plain, styleFor } from "./terminal.ts";
import { problemLines } from "./text-report.ts";
import { writerOf } from "./writers.ts";

export interface Program {
  readonly knowledge: Knowledge;
  readonly version: string;
}

/** Does what was asked for, and resolves to the exit code. Throws `UsageError` where that makes no sense. */
export async function runDiagnose(command: DiagnoseCommand, program: Program): Promise<number> {
  const unknown = command.only.find((cause) => !program.knowledge.rules.some(({ id }) => id === cause));
  if (unknown !== undefined) throw new UsageError(`There is no cause ${unknown}; docs/causes.md has all of them.`);
  const paths = await findFiles(command.files);
  const run = new Run(command, program, paths);
  await (isHar(command.format) ? run.writeHarFiles() : run.writeReport(command.format));
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

  async writeReport(format: Exclude<Format, "har" | "minimal-har">): Promise<void> {
    const { out, hidePeople, text } = this.#command;
    const { knowledge, version } = this.#program;
    const sink = out === null ? standardOutput() : fileSink(out, this.#paths);
    const style = out === null ? styleFor(process.stdout, process.env) : plain;
    const number = placeholderNumbers();
    const hidden = (text: string) => number(hidePeople ? redactPeople(text) : text);
    const writer = writerOf(format, { style, text, causes: knowledge.rules, version, complain });
    for await (const { diagnosed } of this.#sessions()) await sink.write(hidden(writer.add(diagnosed)));
    await sink.write(hidden(writer.end()));
    await sink.end();
  }

  async writeHarFiles(): Promise<void> {
    const sinkFor = await this.#harSinks();
    for await (const { opened, diagnosed } of this.#sessions()) {
      problemLines(diagnosed.report.files).forEach(complain);
      for (const output of this.#outputs(opened, diagnosed)) await write(output, sinkFor(output.name));
    }
  }

  /** Where HAR files go: into a folder, or the only one to the place named. */
  async #harSinks(): Promise<(name: string) => Sink> {
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

  #outputs(opened: readonly Opened[], diagnosed: DiagnosedFiles): readonly HarOutput[] {
    const { format, unmasked, hidePeople: people, apiHosts } = this.#command;
    const mask = unmasked ? null : new HarMask({ people });
    if (format === "har") return opened.flatMap((each) => annotatedOutput(each, diagnosed, mask) ?? []);
    const { knowledge } = this.#program;
    const [first] = opened;
    if (first === undefined || diagnosed.recorded.length === 0) return [];
    return [minimalOutput(first.name, diagnosed, { knowledge, apiHosts, mask })];
  }

  /** The sessions one after the other, so that of thousands of files only one is held. */
  async *#sessions(): AsyncGenerator<{ readonly opened: readonly Opened[]; readonly diagnosed: DiagnosedFiles }> {
    const { filesTogether, format } = this.#command;
    const open = (path: string) => openFile(path, { keep: format === "har" });
    if (filesTogether) {
      const opened: Opened[] = [];
      for (const path of this.#paths) opened.push(...(await open(path)));
      yield this.#diagnosed(opened);
      return;
    }
    for (const path of this.#paths) for (const each of await open(path)) yield this.#diagnosed([each]);
  }

  #diagnosed(opened: readonly Opened[]): { readonly opened: readonly Opened[]; readonly diagnosed: DiagnosedFiles } {
    const { knowledge } = this.#program;
    const { apiHosts, filesTogether, only, failOn } = this.#command;
    const all = diagnoseFiles(opened, filesTogether, (recorded) => diagnose(recorded, { knowledge, apiHosts }));
    const diagnosed = onlyCauses(all, only);
    this.#isUnreadable ||= opened.some((file) => "refused" in file);
    this.#isFound ||= isFailure(diagnosed, failOn);
    return { opened, diagnosed };
  }
}

async function write({ content }: HarOutput, sink: Sink): Promise<void> {
  for await (const bytes of content) await sink.write(bytes);
  await sink.end();
}

function complain(line: string): void {
  process.stderr.write(`${line}\n`);
}
