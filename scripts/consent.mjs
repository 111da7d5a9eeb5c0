import { createInterface } from "node:readline/promises";

/**
 * Whether a command that changes the system may run. A terminal is asked first; where none is there (CI, containers)
 * nobody could answer, so that it goes on.
 * @param {string} command as it will run
 * @param {{ isTerminal: boolean, saidYes: boolean, ask: (question: string) => Promise<string> }} user
 */
export async function mayRun(command, { isTerminal, saidYes, ask }) {
  if (saidYes || !isTerminal) return true;
  const reply = await ask(`This installs with your system's package manager:\n  ${command}\nGo on? [y/N] `);
  return /^\s*y(?:es)?\s*$/i.test(reply);
}

/** The user of this process. `--yes` among its parameters skips the question. */
export const user = {
  isTerminal: Boolean(process.stdin.isTTY && process.stdout.isTTY),
  saidYes: process.argv.includes("--yes"),
  ask: askOnTerminal,
};

/** @param {string} question */
async function askOnTerminal(question) {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  try {
    return await terminal.question(question);
  } finally {
    terminal.close();
  }
}
