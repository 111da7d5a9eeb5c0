import { readdirSync } from "node:fs";
import { join } from "node:path";

export const rulesFolder = join(import.meta.dirname, "../../rules");

/** All files of the causes, rules and examples, in the order of their names. */
export function filesOfCauses(): readonly string[] {
  return readdirSync(join(rulesFolder, "causes"), { withFileTypes: true, recursive: true })
    .filter((each) => each.isFile() && each.name.endsWith(".ts"))
    .toSorted((a, b) => byModule(a.name, b.name))
    .map(({ parentPath, name }) => join(parentPath, name));
}

/** The files of the clues, without their tests and their index. */
export function filesOfClues(): readonly string[] {
  const folder = join(rulesFolder, "clues");
  return readdirSync(folder)
    .filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts") && name !== "index.ts")
    .toSorted(byModule)
    .map((name) => join(folder, name));
}

/** `host.ts` stands before `host-history.ts`, as the linter sorts imports. */
function byModule(one: string, other: string): number {
  return one.replace(/\.ts$/, "") < other.replace(/\.ts$/, "") ? -1 : 1;
}
