import { type Part, wordsOf } from "./command-words.ts";
import { posixWord, shownControls } from "./posix.ts";
import { powershellWord } from "./powershell.ts";

/** One command as the shells want it written; the words that a program gets are the same. */
export interface CommandTexts {
  /** For POSIX shells: bash, dash, zsh. */
  readonly command: string;
  /** For PowerShell 7.3 or later; older ones lose double quotes inside of an argument. */
  readonly powershell: string;
}

/**
 * A command made from hostile text. The literals are written like a POSIX command without operators: words, 'quoted'
 * ones, and "those with a $VARIABLE of the environment". Each interpolated value stays part of the one word in which it
 * stands, whatever it holds; control characters in it are written out.
 */
export function command(literals: TemplateStringsArray, ...values: readonly string[]): CommandTexts {
  const words = wordsOf(literals, values.map(shownControls));
  return { command: inShell(words, posixWord), powershell: inShell(words, powershellWord) };
}

/** Several commands, one a line. */
export function commandLines(...all: readonly CommandTexts[]): CommandTexts {
  return joined(all, "\n");
}

/** One command whose words come in parts, as many as a case has. */
export function commandOf(...parts: readonly CommandTexts[]): CommandTexts {
  return joined(parts, " ");
}

function joined(all: readonly CommandTexts[], separator: string): CommandTexts {
  return {
    command: all.map((each) => each.command).join(separator),
    powershell: all.map((each) => each.powershell).join(separator),
  };
}

function inShell(words: readonly (readonly Part[])[], write: (word: readonly Part[]) => string): string {
  return words.map(write).join(" ");
}
