import { type AST, RegExpParser } from "@eslint-community/regexpp";
import type { Pattern } from "./patterns.ts";

/** A text that begins somehow and then repeats something. */
export interface HostileText {
  readonly before: string;
  readonly repeated: string;
}

const common = ["a", "0", " ", "\n", "-", ".", "/", '"', "\\"];

/** A word boundary in a pattern lets it begin only where words are parted. */
const separators = ["", " ", "-"];

/**
 * Texts on which the pattern may backtrack most: whatever a stretch of it fits, over and over, behind what fits the
 * parts before. A search that starts anew at each repetition and runs to the end of them takes squared time.
 */
export function* hostileTexts({ source, flags }: Pattern): Generator<HostileText> {
  const tree = new RegExpParser().parsePattern(source, 0, source.length, {
    unicode: flags.includes("u"),
    unicodeSets: flags.includes("v"),
  });
  const sampler = new Sampler(flags);
  const repeated = new Set(common);
  for (const elements of sequencesIn(tree)) {
    const samples = sampler.each(elements);
    for (const from of samples.keys()) {
      for (let to = from + 1; to <= samples.length; to++) repeated.add(samples.slice(from, to).join(""));
    }
  }
  repeated.delete("");
  for (const before of new Set(["", ...beginnings(tree, sampler)])) {
    for (const each of repeated) {
      for (const between of separators) yield { before, repeated: `${each}${between}` };
    }
  }
}

type Sequence = readonly AST.Element[];

/** The alternatives of a pattern and of all groups in it. */
function* sequencesIn(node: AST.Node): Generator<Sequence> {
  if ("alternatives" in node) {
    for (const each of node.alternatives) if ("elements" in each) yield* sequencesIn(each);
  }
  if ("element" in node) yield* sequencesIn(node.element);
  if (node.type !== "Alternative") return;
  yield node.elements;
  for (const element of node.elements) yield* sequencesIn(element);
}

/** What fits the beginning of the whole pattern, as far as each of its parts. */
function beginnings({ alternatives }: AST.Pattern, sampler: Sampler): readonly string[] {
  return alternatives.flatMap(({ elements }) => {
    const samples = sampler.each(elements);
    return samples.map((_, index) => samples.slice(0, index + 1).join(""));
  });
}

const printable = Array.from({ length: 0x5f }, (_, index) => String.fromCharCode(0x20 + index));

/** Makes the shortest text that a part of a pattern fits, but one where it may fit none. */
class Sampler {
  readonly #flags: string;

  constructor(flags: string) {
    this.#flags = flags.replace(/[gy]/g, "");
  }

  /** One text for each element, neighbouring characters as one. */
  each(elements: Sequence): readonly string[] {
    const texts: string[] = [];
    for (const [index, element] of elements.entries()) {
      const goesOn = element.type === "Character" && elements[index - 1]?.type === "Character";
      texts.push(`${goesOn ? texts.pop() : ""}${this.#of(element)}`);
    }
    return texts;
  }

  #of(node: AST.Element): string {
    switch (node.type) {
      case "Character":
        return String.fromCodePoint(node.value);
      case "CharacterSet":
      case "CharacterClass":
      case "ExpressionCharacterClass":
        return this.#oneOf(node.raw);
      case "Quantifier":
        return this.#of(node.element).repeat(Math.max(node.min, 1));
      case "Group":
      case "CapturingGroup":
        return this.each(node.alternatives[0]?.elements ?? []).join("");
      default:
        return "";
    }
  }

  #oneOf(raw: string): string {
    const form = new RegExp(`^${raw}$`, this.#flags);
    return ["a", "0", ...printable, "\t", "\n", "\u00e9", "\u202e", "\u0001"].find((each) => form.test(each)) ?? "";
  }
}
