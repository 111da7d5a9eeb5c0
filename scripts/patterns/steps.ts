import type { Pattern } from "./patterns.ts";
import { type Instruction, type Program, programOf } from "./program.ts";

/**
 * Counts what a backtracking matcher does to find all matches of a pattern in a text, as browsers' matchers do it without
 * their shortcuts. The same on every machine, however busy it is.
 */
export class StepCounter {
  readonly #program: Program;
  readonly #flags: string;
  #most = 0;
  #steps = 0;

  constructor(pattern: Pattern) {
    this.#program = programOf(pattern);
    this.#flags = pattern.flags;
  }

  /**
   * Steps that replacing the matches in this text takes.
   * @param most where the count ends
   */
  count(text: string, most: number): number {
    this.#most = most;
    this.#steps = 0;
    let at = 0;
    while (at <= text.length && this.#steps < this.#most) {
      const end = this.#match(this.#program, text, at);
      if (end === null && this.#flags.includes("y")) break;
      if (end !== null && !this.#flags.includes("g")) break;
      at = end === null || end === at ? at + 1 : end;
    }
    return Math.min(this.#steps, this.#most);
  }

  /** Where a match that begins here ends; null where none begins. */
  #match(program: Program, text: string, begin: number): number | null {
    const untried: Branch[] = [];
    let branch: Branch | undefined = { pc: 0, at: begin };
    while (branch !== undefined && this.#steps++ < this.#most) {
      const instruction: Instruction = program[branch.pc] ?? { op: "match" };
      if (instruction.op === "match") return branch.at;
      if (instruction.op === "either") untried.push({ pc: instruction.other, at: branch.at });
      branch = this.#after(instruction, branch, text) ?? untried.pop();
    }
    return null;
  }

  /** Where the matcher goes on behind an instruction; null where it does not hold. */
  #after(instruction: Instruction, { pc, at }: Branch, text: string): Branch | null {
    if ("next" in instruction) return { pc: instruction.next, at };
    if (instruction.op === "character") return characterAfter(instruction, { pc, at }, text);
    return this.#holds(instruction, text, at) ? { pc: pc + 1, at } : null;
  }

  #holds(instruction: Instruction, text: string, at: number): boolean {
    if (instruction.op === "assert") return instruction.holds(text, at);
    if (instruction.op !== "look") return true;
    return (this.#match(instruction.program, text, at) === null) === instruction.negate;
  }
}

/** A place in the program and in the text. */
interface Branch {
  readonly pc: number;
  readonly at: number;
}

type Character = Extract<Instruction, { readonly op: "character" }>;

function characterAfter({ fits, backward }: Character, { pc, at }: Branch, text: string): Branch | null {
  const character = text[backward ? at - 1 : at] ?? "";
  if (character === "" || !fits(character)) return null;
  return { pc: pc + 1, at: backward ? at - 1 : at + 1 };
}
