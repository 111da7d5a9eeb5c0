import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Advice } from "../../src/diagnosis/diagnosis.ts";
import { aws } from "../aws-cli/aws.ts";
import { posixCommands, type Words } from "../oracles/shell-words.ts";

/** What the person who follows advice knows and decides, beside what commands print. */
export interface Wish {
  /** Placeholders that are the owner's decision: STAGE, SCOPE … */
  readonly decides?: Readonly<Record<string, string>>;
  /** The resource that is meant, by its path. */
  readonly resource?: string;
  /** Names or keys by which the meant thing is found in a list of things with ids. */
  readonly picks?: readonly string[];
  /** The policy that is wanted, from the one that is there. */
  edits?(policy: unknown): unknown;
  /** Operations of ways that are not taken. */
  readonly leaves?: readonly string[];
}

/** Somebody who runs the commands of advice in their order, as printed, and fills in what earlier ones printed. */
export class Follower {
  readonly folder = mkdtempSync(join(tmpdir(), "apigw403-"));
  readonly #endpoint: string;
  readonly #wish: Wish;
  readonly #filled: Map<string, string>;

  constructor(endpoint: string, wish: Wish) {
    this.#endpoint = endpoint;
    this.#wish = wish;
    this.#filled = new Map(Object.entries(wish.decides ?? {}));
  }

  /** Follows the advice. Throws where a command fails. */
  async follow(all: readonly Advice[]): Promise<void> {
    for (const { says, command } of all) {
      this.#editCors(says);
      for (const words of posixCommands("bash", command ?? "")) await this.#run(words);
    }
  }

  leave(): void {
    rmSync(this.folder, { recursive: true });
  }

  async #run(words: Words): Promise<void> {
    const [program, , operation = ""] = words;
    if (program !== "aws" || this.#wish.leaves?.includes(operation)) return;
    const whole = words.slice(1).map((word) => this.#fill(word));
    const { code, stdout, stderr } = await aws(whole, this.#endpoint, this.folder);
    if (code !== 0) throw new Error(`aws ${whole.join(" ")}\n${stderr}`);
    this.#learn(operation, stdout);
  }

  #fill(word: string): string {
    return [...this.#filled].reduce((text, [name, value]) => text.replaceAll(name, value), word);
  }

  #learn(operation: string, printed: string): void {
    if (operation === "get-resources") this.#learnResource(printed);
    if (operation === "create-resource") this.#filled.set("RESOURCE_ID", JSON.parse(printed).id);
    if (operation === "get-rest-api") this.#learnPolicy(printed);
    if (operation === "get-api") this.#cors = printed;
    const [placeholder, id] = this.#picked(operation, printed) ?? [];
    if (placeholder !== undefined && id !== undefined) this.#filled.set(placeholder, id);
  }

  #learnResource(printed: string): void {
    const wanted = this.#wish.resource ?? "";
    const parent = wanted.replace(/\/[^/]*$/, "") || "/";
    for (const [, id = "", path] of printed.matchAll(/^(\S+)\t(\S+)$/gm)) {
      if (path === wanted) this.#filled.set("RESOURCE_ID", id);
      if (path === parent) this.#filled.set("PARENT_ID", id);
    }
  }

  /** The policy comes with its quotes escaped, and goes back so. */
  #learnPolicy(printed: string): void {
    const { edits } = this.#wish;
    if (edits === undefined) return;
    const text = printed.trim().replaceAll('\\"', '"');
    const policy = edits(text === "None" ? null : JSON.parse(text));
    this.#filled.set("POLICY_AS_JSON_TEXT", JSON.stringify(policy).replaceAll('"', '\\"'));
  }

  /** The id in the printed row that has one of the things that are picked. */
  #picked(operation: string, printed: string): readonly [placeholder: string, id: string] | null {
    const placeholder = idsOf[operation];
    const row = rowsIn(printed).find((each) => this.#wish.picks?.some((pick) => each.includes(pick)));
    const id = row === undefined ? undefined : /[\w-]+/.exec(row)?.[0];
    return placeholder === undefined || id === undefined ? null : [placeholder, id];
  }

  #cors = "";

  /** Adds what the sentence names to the saved configuration. */
  #editCors(says: string): void {
    const wanted = /`(\{"AllowOrigins".*?\})`/.exec(says)?.[1];
    if (wanted === undefined) return;
    const saved: Lists = JSON.parse(this.#cors) ?? {};
    const lists = Object.entries(JSON.parse(wanted) as Lists).map(([name, values]) => [
      name,
      [...new Set([...(saved[name] ?? []), ...values])],
    ]);
    writeFileSync(join(this.folder, "cors.json"), JSON.stringify({ ...saved, ...Object.fromEntries(lists) }));
  }
}

type Lists = Readonly<Record<string, readonly string[]>>;

/** The placeholder for which an operation prints ids. */
const idsOf: Readonly<Record<string, string>> = {
  "get-api-keys": "KEY_ID",
  "get-usage-plans": "PLAN_ID",
  "get-authorizers": "AUTHORIZER_ID",
  "get-routes": "ROUTE_ID",
  "get-api-mappings": "MAPPING_ID",
  "get-base-path-mappings": "BASE_PATH",
};

/** Rows as text; the elements of a JSON list, each on its line. */
function rowsIn(printed: string): readonly string[] {
  if (!printed.startsWith("[")) return printed.split("\n");
  return (JSON.parse(printed) as readonly unknown[]).map((each) => JSON.stringify(each));
}
