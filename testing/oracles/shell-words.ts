import { execFileSync } from "node:child_process";
import { expect } from "vitest";

/** The words of one command: the program and its arguments. */
export type Words = readonly string[];

/** What stands for the variables of the environment, each for itself: hostile, too. */
function valueIn(variable: string): string {
  return `the "${variable}"'s $(touch owned) \`x\``;
}

const programs = ["aws", "curl", "dig", "openssl", "sudo"];

/**
 * The commands that a POSIX shell makes of a text, a line each. The programs are stand-ins, no other is found, and
 * whatever the shell complains of is an error.
 */
export function posixCommands(shell: string, text: string): readonly Words[] {
  const standIns = programs.map((name) => `${name}() { printf '%s\\0' ${name} "$@"; printf '\\1\\0'; }`);
  const script = ["PATH=/nowhere", "set -e", ...standIns, text].join("\n");
  const names = [...text.matchAll(/\$(\w+)/g)].map(([, name = ""]) => name);
  const env = Object.fromEntries(names.map((name) => [name, valueIn(name)]));
  const options = { env: { ...env, PATH: process.env["PATH"] }, stdio: "pipe", maxBuffer: 64 * 2 ** 20 } as const;
  const said = execFileSync(shell, ["-s"], { ...options, input: script }).toString();
  const commands = said.split("\u0001\0").slice(0, -1);
  expect(said.endsWith("\u0001\0") || said === "").toBe(true);
  return commands.map((words) => words.split("\0").slice(0, -1));
}

/** Any kind of single quote, by PowerShell's rules; two of them stand for one. */
const quote = "['\\u2018-\\u201b]";
const single = `${quote}(?:[^'\\u2018-\\u201b]|${quote}{2})*${quote}`;
const double = '"[^"`]*"';
const token = new RegExp(
  `(?<blank> +|\`\\n +)|(?<end>\\n)|(?<bare>[A-Za-z_][\\w./=-]*|--?[A-Za-z][\\w-]*)|(?<one>${single}|${double})|\\((?<sum>(?:${single}|${double})(?: \\+ (?:${single}|${double}))*)\\)`,
  "gy",
);

/**
 * The commands that PowerShell makes of a text, by its documented grammar (about_Parsing, about_Quoting_Rules): bare words
 * that it takes for nothing else, quoted ones, and sums of quoted ones in parentheses. Anything else is an error.
 */
export function powershellCommands(text: string): readonly Words[] {
  const commands: string[][] = [[]];
  let read = 0;
  for (const { 0: all, groups } of text.matchAll(token)) {
    read += all.length;
    const { end, bare, one, sum } = groups ?? {};
    if (end !== undefined) commands.push([]);
    const word = bare ?? (one === undefined ? sum && summed(sum) : unquoted(one));
    if (word !== undefined) commands.at(-1)?.push(word);
  }
  expect(text.slice(read)).toBe("");
  return commands;
}

function summed(sum: string): string {
  return [...sum.matchAll(new RegExp(`${single}|${double}`, "g"))].map(([each]) => unquoted(each)).join("");
}

function unquoted(text: string): string {
  const inside = text.slice(1, -1);
  if (text.startsWith('"')) return inside.replace(/\$\{env:(\w+)\}/g, (_, name: string) => valueIn(name));
  return inside.replace(new RegExp(`(${quote})${quote}`, "g"), "$1");
}
