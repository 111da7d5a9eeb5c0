import bcd, { type Identifier } from "@mdn/browser-compat-data/forLegacyNode";
import { isNode, type Node, nameOf, nodesOf } from "../../testing/oracles/syntax.ts";
import { type Feature, under } from "./feature.ts";

/** All interfaces of the platform, and all built-in objects of JavaScript. */
const objects: readonly Identifier[] = [bcd.api, bcd.javascript["builtins"] as Identifier];

const globals: readonly Identifier[] = [
  ...objects,
  ...["Window", "WorkerGlobalScope", "DedicatedWorkerGlobalScope"].flatMap((name) => under(bcd.api, name)),
];

const holders = holdersByMember();

/** The entries of each name that some object has as a member, on itself or on its instances. */
function holdersByMember(): ReadonlyMap<string, readonly Identifier[]> {
  const found = new Map<string, Identifier[]>();
  for (const object of objects.flatMap((each) => Object.values(each) as Identifier[])) {
    for (const [key, member] of Object.entries(object)) {
      const name = key.replace(/_static$/, "");
      found.set(name, [...(found.get(name) ?? []), member as Identifier]);
    }
  }
  return found;
}

/**
 * The platform's objects and members that scripts name. A member of something unknown is that of any object which has
 * one of this name, unless the scripts themselves give the name to a member of theirs.
 */
export function featuresOfScripts(codes: readonly string[]): readonly Feature[] {
  const nodes = codes.flatMap((code) => [...nodesOf(code)]);
  const own = new Set(nodes.map(definedBy));
  return nodes.flatMap((node) => featuresOf(node, own));
}

const definitions = new Set(["Property", "MethodDefinition", "PropertyDefinition"]);

/** The name that a node gives to a member of an object or of a class, or assigns to; empty where it does not. */
function definedBy({ type, key, left }: Node): string {
  if (definitions.has(type)) return nameOf(key);
  return type === "AssignmentExpression" && isNode(left) ? nameOf(left["property"]) : "";
}

function featuresOf(node: Node, own: ReadonlySet<string>): readonly Feature[] {
  if (node.type === "NewExpression" || node.type === "CallExpression") return globalNamed(nameOf(node["callee"]));
  if (node.type !== "MemberExpression" || node["computed"] === true) return [];
  const owner = nameOf(node["object"]);
  const member = nameOf(node["property"]);
  const known = objects.flatMap((each) => under(each, owner));
  const entries = known.flatMap((each) => [...under(each, `${member}_static`), ...under(each, member)]);
  if (entries.length > 0) return [{ name: `${owner}.${member}`, entries }, ...globalNamed(owner)];
  const anyones = holders.get(member);
  return anyones === undefined || own.has(member) ? [] : [{ name: `.${member}`, entries: anyones }];
}

function globalNamed(name: string): readonly Feature[] {
  const entries = globals.flatMap((each) => under(each, name));
  return entries.length > 0 ? [{ name, entries }] : [];
}
