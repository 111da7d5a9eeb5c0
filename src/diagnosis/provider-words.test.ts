import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

const providerWords = /aws|api.?gateway|lambda|\bwaf\b|cloudfront|sigv4|execute-api|\barn\b|x-amz/i;

/** A field of the JSON document. */
const documentField = /\bapiGateway\b/g;

const folders = [import.meta.dirname, join(import.meta.dirname, "../probes")];

const files = folders.flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"))
    .map((name) => [name, join(folder, name)] as const),
);

it.each(files)("%s names no system of a provider and imports no rule", (_, path) => {
  const text = readFileSync(path, "utf8").replace(documentField, "");
  expect(text.split("\n").filter((line) => providerWords.test(line) || line.includes("/rules/"))).toEqual([]);
});
