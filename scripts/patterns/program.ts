import { type AST, RegExpParser } from "@eslint-community/regexpp";
import type { Pattern } from "./patterns.ts";

/** One step of a backtracking matcher. `next` and `other` are indexes of instructions. */
export type Instruction =
  | { readonly op: "character"; readonly fits: (character: string) => boolean; readonly backward: boolean }
  | { readonly op: "either"; next: number; other: number }
  | { readonly op: "jump"; next: number }
  | { readonly op: "assert"; readonly holds: (text: string, at: number) => boolean }
  | { readonly op: "look"; readonly program: Program; readonly negate: boolean }
  | { readonly op: "match" };

type Choice = Extract<Instruction, { readonly op: "either" }>;

export type Program = readonly Instruction[];

/**
 * The pattern as a program for a backtracking matcher. Throws on what no pattern of ours has: back references, and
 * unbounded repetitions of what may be empty.
 */
export function programOf({ source, flags }: Pattern): Program {
  const isUnicode = flags.includes("u") || flags.includes("v");
  const tree = new RegExpParser().parsePattern(source, 0, source.length, {
    unicode: flags.includes("u"),
    unicodeSets: flags.includes("v"),
  });
  return new Compiler(flags.replace(/[gy]/g, ""), isUnicode).program(tree.alternatives, false);
}

class Compiler {
  readonly #flags: string;
  readonly #isUnicode: boolean;

  constructor(flags: string, isUnicode: boolean) {
    this.#flags = flags;
    this.#isUnicode = isUnicode;
  }

  program(alternatives: readonly AST.Alternative[], backward: boolean): Program {
    const code: Instruction[] = [];
    this.#alternatives(alternatives, code, backward);
    code.push({ op: "match" });
    return code;
  }

  #alternatives(alternatives: readonly AST.Alternative[], code: Instruction[], backward: boolean): void {
    const ends: { next: number }[] = [];
    for (const [index, { elements }] of alternatives.entries()) {
      const isLast = index === alternatives.length - 1;
      const choice: Choice = { op: "either", next: code.length + 1, other: 0 };
      if (!isLast) code.push(choice);
      for (const each of backward ? elements.toReversed() : elements) this.#element(each, code, backward);
      const end = { op: "jump" as const, next: 0 };
      if (!isLast) code.push(end);
      ends.push(end);
      choice.other = code.length;
    }
    for (const end of ends) end.next = code.length;
  }

  #element(node: AST.Element, code: Instruction[], backward: boolean): void {
    switch (node.type) {
      case "Character":
      case "CharacterSet":
      case "CharacterClass":
      case "ExpressionCharacterClass":
        code.push({ op: "character", fits: this.#oneOf(node.raw), backward });
        return;
      case "Group":
      case "CapturingGroup":
        this.#alternatives(node.alternatives, code, backward);
        return;
      case "Quantifier":
        this.#quantifier(node, code, backward);
        return;
      case "Assertion":
        code.push(this.#assertion(node));
        return;
      default:
        throw new Error(`patterns with ${node.raw} (${node.type}) are not counted`);
    }
  }

  #quantifier(node: AST.Quantifier, code: Instruction[], backward: boolean): void {
    for (let count = 0; count < node.min; count++) this.#element(node.element, code, backward);
    if (node.max === Number.POSITIVE_INFINITY) this.#loop(node, code, backward);
    else this.#options(node, code, backward);
  }

  #loop(node: AST.Quantifier, code: Instruction[], backward: boolean): void {
    const start = code.length;
    const choice = this.#choice(code);
    this.#element(node.element, code, backward);
    code.push({ op: "jump", next: start });
    if (code.length === start + 2) throw new Error(`${node.raw} repeats nothing`);
    choose(choice, node, start + 1, code.length);
  }

  /** Each further element only behind the one before; without it the whole quantifier is over. */
  #options(node: AST.Quantifier, code: Instruction[], backward: boolean): void {
    const choices = Array.from({ length: node.max - node.min }, () => {
      const choice = this.#choice(code);
      const inside = code.length;
      this.#element(node.element, code, backward);
      return { choice, inside };
    });
    for (const { choice, inside } of choices) choose(choice, node, inside, code.length);
  }

  #choice(code: Instruction[]): Choice {
    const choice: Choice = { op: "either", next: 0, other: 0 };
    code.push(choice);
    return choice;
  }

  #assertion(node: AST.Assertion): Instruction {
    if (node.kind === "lookahead" || node.kind === "lookbehind") {
      const program = this.program(node.alternatives, node.kind === "lookbehind");
      return { op: "look", program, negate: node.negate };
    }
    const form = new RegExp(node.raw, `${this.#flags}y`);
    return { op: "assert", holds: (text, at) => holdsAt(form, text, at) };
  }

  #oneOf(raw: string): (character: string) => boolean {
    const form = new RegExp(`^${raw}$`, this.#flags.replace("m", ""));
    const known = new Map<string, boolean>();
    return (character) => {
      const found = known.get(character) ?? (this.#isUnicode || character.length === 1 ? form.test(character) : false);
      known.set(character, found);
      return found;
    };
  }
}

/** A greedy quantifier tries its element first, a lazy one what comes behind it. */
function choose(choice: Choice, { greedy }: AST.Quantifier, inside: number, behind: number): void {
  [choice.next, choice.other] = greedy ? [inside, behind] : [behind, inside];
}

function holdsAt(form: RegExp, text: string, at: number): boolean {
  form.lastIndex = at;
  return form.test(text);
}
