import { basename } from "node:path";
import { pathToFileURL } from "node:url";
import type { Examples } from "../../rules/example.ts";
import { filesOfCauses } from "../../scripts/rules/files.ts";

const suffix = ".examples.ts";

/** The examples of every rule, found beside it; by the rule's id. */
export const examples: Readonly<Record<string, Examples>> = Object.fromEntries(
  await Promise.all(filesOfCauses().filter(isOfExamples).map(loaded)),
);

function isOfExamples(path: string): boolean {
  return path.endsWith(suffix);
}

async function loaded(path: string): Promise<readonly [id: string, examples: Examples]> {
  const module: { readonly default: Examples } = await import(pathToFileURL(path).href);
  return [basename(path, suffix), module.default];
}
