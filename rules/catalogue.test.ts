import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { materialBeside } from "../testing/material-beside.ts";
import { rules } from "./index.ts";

/**
 * Causes that have no rule, with the reason. An HTTP API whose default endpoint is disabled returns 404 with the very
 * bytes of any route that it does not have. That is no refusal, so nothing asks for its cause.
 */
const withoutRule = ["http-default-endpoint-disabled"];

/** The knowledge that the rules rest on. It is no part of this repository. */
const catalogue = materialBeside("aws-403/catalogue.md", "a rule for each cause of the catalogue");

it.skipIf(catalogue === null)("has a rule for every cause of the catalogue, and no other", () => {
  const text = readFileSync(catalogue ?? "", "utf8");
  const headings = [...text.matchAll(/^## ([a-z].*)$/gm)].flatMap(([, ids = ""]) => ids.split(" / "));
  expect([...rules.map(({ id }) => id), ...withoutRule].toSorted()).toEqual(headings.toSorted());
});
