import { createInterface } from "node:readline";
import type { Readable, Writable } from "node:stream";

/** Talks to a person while requests are sent. */
export interface Conversation {
  /** Whether a person can respond. */
  readonly isPossible: boolean;
  say(text: string): void;
  /** Resolves to true for a yes, and to false for everything else, such as the end of the input. */
  confirm(question: string): Promise<boolean>;
}

interface Terminal {
  readonly isTTY?: boolean;
}

/** Talks on a terminal. Both streams have to be one: otherwise nobody could see a question and answer it. */
export function conversation(input: Readable & Terminal, output: Writable & Terminal): Conversation {
  return {
    isPossible: input.isTTY === true && output.isTTY === true,
    say: (text) => void output.write(`${text}\n`),
    confirm: (question) => replyTo(`${question} [y/N] `, input, output),
  };
}

function replyTo(question: string, input: Readable, output: Writable): Promise<boolean> {
  const lines = createInterface({ input, output });
  return new Promise((resolve) => {
    lines.once("close", () => resolve(false));
    lines.question(question, (answer) => {
      resolve(/^y(?:es)?$/i.test(answer.trim()));
      lines.close();
    });
  });
}
