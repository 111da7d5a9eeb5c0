import { isNode, type Node, nameOf, nodesOf } from "../../testing/oracles/syntax.ts";

/** What runs text as code, or sends something away. No script of ours names any of them. */
const reaching = new Set([
  "eval",
  "importScripts",
  "fetch",
  "XMLHttpRequest",
  "WebSocket",
  "WebSocketStream",
  "WebTransport",
  "EventSource",
  "RTCPeerConnection",
  "sendBeacon",
]);

const imports = new Set(["ImportDeclaration", "ImportExpression", "ExportNamedDeclaration", "ExportAllDeclaration"]);

/** Where a script reaches beyond the package it is in: runs text, sends something, or loads code that is not beside it. */
export function reachesOf(code: string): readonly string[] {
  const nodes = [...nodesOf(code)];
  const harmless = new Set(nodes.map(harmlessIn));
  return nodes.flatMap((node) => [...(harmless.has(node) ? [] : namedBy(node)), ...builtBy(node), ...loadedBy(node)]);
}

/** A name that reaches nothing where it stands: a key that a table is written with, and DevTools' own `eval`. */
function harmlessIn({ type, computed, key, object, property }: Node): unknown {
  if (computed === true) return null;
  if (type === "Property") return key;
  if (type !== "MemberExpression" || !isNode(object)) return null;
  return nameOf(object["property"] ?? object) === "inspectedWindow" ? property : null;
}

function namedBy(node: Node): readonly string[] {
  const name = nameOf(node);
  return reaching.has(name) ? [`names ${name}`] : [];
}

/** The name `Function` alone is harmless, as in `instanceof Function`. */
function builtBy({ type, callee }: Node): readonly string[] {
  const isCalled = type === "CallExpression" || type === "NewExpression";
  return isCalled && nameOf(callee) === "Function" ? ["builds a Function of text"] : [];
}

function loadedBy({ type, source }: Node): readonly string[] {
  if (!imports.has(type) || !isNode(source)) return [];
  const path = textOf(source);
  if (path === null) return ["imports what it works out"];
  return /^\.{0,2}\/(?!\/)/.test(path) ? [] : [`imports ${path}`];
}

/** The text of a literal, or of a template without anything put in. */
function textOf({ type, value, quasis }: Node): string | null {
  if (type === "Literal" && typeof value === "string") return value;
  if (type !== "TemplateLiteral" || !Array.isArray(quasis) || quasis.length !== 1) return null;
  return quasis[0].value.cooked;
}
