import { parseAst } from "vite";

/** A node of a script's syntax tree, in ESTree's terms. */
export interface Node {
  readonly type: string;
  readonly [key: string]: unknown;
}

/** All nodes of a script, each before those in it. Throws where it is no JavaScript. */
export function nodesOf(code: string): Iterable<Node> {
  return nodesIn(parseAst(code) as unknown as Node);
}

function* nodesIn(node: Node): Generator<Node> {
  yield node;
  for (const value of Object.values(node)) {
    for (const each of [value].flat()) if (isNode(each)) yield* nodesIn(each);
  }
}

/** True for a node of a syntax tree. */
export function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && "type" in value;
}

/** The name that an identifier is; empty for anything else. */
export function nameOf(node: unknown): string {
  return isNode(node) && node.type === "Identifier" ? String(node["name"]) : "";
}
