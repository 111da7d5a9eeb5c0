import { parseSync } from "vite";

/** A regular expression of ours, and where it stands. */
export interface Pattern {
  readonly file: string;
  readonly source: string;
  readonly flags: string;
}

interface Node {
  readonly type: string;
  readonly [key: string]: unknown;
}

/** The regular expressions that are written out in the text of a file. */
export function literalsIn(file: string, text: string): readonly Pattern[] {
  return [...nodesOf(parseSync(file, text).program as unknown as Node)].flatMap(({ regex }) =>
    isLiteral(regex) ? [{ file, source: regex.pattern, flags: regex.flags }] : [],
  );
}

interface Literal {
  readonly pattern: string;
  readonly flags: string;
}

function isLiteral(value: unknown): value is Literal {
  return typeof value === "object" && value !== null && "pattern" in value && "flags" in value;
}

function* nodesOf(node: Node): Generator<Node> {
  yield node;
  for (const value of Object.values(node)) {
    for (const each of [value].flat()) if (isNode(each)) yield* nodesOf(each);
  }
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && "type" in value;
}
