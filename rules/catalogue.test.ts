import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { materialBeside } from "../testing/material-beside.ts";
import { rules } from "./index.ts";

/**
 * Causes without a rule, with the reason. An HTTP API whose default endpoint is disabled returns 404 with the same
 * bytes as for a route that it does not have. A 404 is no refusal, so nothing diagnoses it.
 */
const withoutRule = ["http-default-endpoint-disabled"];

/** The knowledge behind the rules. It is not part of this repository. */
const catalogue = materialBeside("aws-403/catalogue.md", "a rule for each cause of the catalogue");

it.skipIf(catalogue === null)("has a rule for every cause of the catalogue, and no other", () => {
  const text = readFileSync(catalogue ?? "", "utf8");
  const headings = [...text.matchAll(/^#{2,3} ([a-z].*)$/gm)].flatMap(([, ids = ""]) => ids.split(" / "));
  expect([...rules.map(({ id }) => id), ...withoutRule].toSorted()).toEqual(headings.toSorted());
});
