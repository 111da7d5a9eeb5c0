import { spawn, spawnSync } from "node:child_process";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { type MadeHar, makeHar } from "./har-file.ts";
import { interleaved } from "./statistics.ts";
import { atLeast, atMost, type Figure, type Suite } from "./suite.ts";

const root = join(import.meta.dirname, "..");
const program = join(root, "build/cli/apigw403.js");
const usage = join(import.meta.dirname, "report-usage.mjs");
const atOnce = join(import.meta.dirname, "parse-at-once.mjs");

/** Files of this size and more are too long for one string in V8. */
const longestString = 500;

/** `apigw403 FILE --json` against a program that only parses the file's text. */
export const readingOnCommandLine: Suite = {
  name: "reading on the command line",
  async measure({ sizes, rounds }) {
    spawnSync("npx", ["vite", "build", "--logLevel", "error", "-c", "vite.cli.config.ts"], { cwd: root });
    const figures: Figure[] = [];
    for (const megabytes of sizes) {
      const har = await makeHar({ mix: "realistic", layout: "pretty", megabytes });
      figures.push(...(await measureFile(har, rounds)));
    }
    return figures;
  },
};

async function measureFile(har: MadeHar, rounds: number): Promise<Figure[]> {
  const isComparable = har.megabytes < longestString;
  const found = JSON.parse(await run(program, har.path, "--json")).diagnoses.length;
  const { ours, parsed } = await interleaved(
    har.name,
    {
      ours: () => measured(program, har.path, "--json"),
      parsed: () => (isComparable ? measured(atOnce, har.path) : Promise.resolve({ ms: Number.NaN, mb: Number.NaN })),
    },
    rounds,
  );
  const ratio = {
    name: `${har.name}: faster than JSON.parse`,
    value: parsed.ms / ours.ms,
    unit: "x",
    goal: atLeast(8),
  };
  return [
    { name: `${har.name}: refused requests missed`, value: har.refused - found, unit: "requests", goal: atMost(0) },
    { name: `${har.name}: time`, value: ours.ms, unit: "ms", goal: null },
    ...(isComparable ? [ratio as Figure] : []),
    { name: `${har.name}: resident memory`, value: ours.mb, unit: "MB", goal: atMost(80) },
  ];
}

interface Run {
  readonly output: string;
  readonly milliseconds: number;
  readonly kilobytes: number;
}

async function run(...parameters: readonly string[]): Promise<string> {
  return (await runMeasured(parameters)).output;
}

async function measured(...parameters: readonly string[]): Promise<Record<"ms" | "mb", number>> {
  const { milliseconds, kilobytes } = await runMeasured(parameters);
  return { ms: milliseconds, mb: kilobytes / 1000 };
}

async function runMeasured(parameters: readonly string[]): Promise<Run> {
  const started = performance.now();
  const child = spawn(process.execPath, ["--import", usage, ...parameters], {
    stdio: ["ignore", "pipe", "inherit", "pipe"],
  });
  const [output, kilobytes] = await Promise.all([textOf(child.stdout as Readable), textOf(child.stdio[3] as Readable)]);
  return { output, milliseconds: performance.now() - started, kilobytes: Number(kilobytes) };
}

async function textOf(stream: Readable): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(part);
  return Buffer.concat(parts).toString();
}
