import { expect, test } from "vitest";
import { refuseId, ruleText, withExamples, withRule } from "./rule-files.ts";

const index = `import type { Rule } from "../src/diagnosis/rule.ts";
import alb403 from "./alb-403.ts";
import restRouteNotFound from "./rest-route-not-found.ts";
import restRouteNotFoundWithAuthHeader from "./rest-route-not-found-with-auth-header.ts";

/** Every rule. */
export const rules: readonly Rule[] = [
  alb403,
  restRouteNotFound,
  restRouteNotFoundWithAuthHeader,
];
`;

test.each([
  ["api-key-missing", "alb403", "restRouteNotFound"],
  ["a-first", null, "alb403"],
  ["waf-403", "restRouteNotFoundWithAuthHeader", null],
])("%s gets its sorted place among imports and rules", (id, before, after) => {
  const name = id.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
  const written = withRule(index, id);
  for (const order of [/^import (\w+) from/gm, /^ {2}(\w+),$/gm]) {
    const names = [...written.matchAll(order)].map(([, found]) => found);
    const at = names.indexOf(name);
    expect([names[at - 1] ?? null, names[at + 1] ?? null]).toEqual([before, after]);
  }
  expect(written.split("\n")).toHaveLength(index.split("\n").length + 2);
});

test("an id that exists or is no kebab-case is refused", () => {
  expect(refuseId("api-key-missing", [])).toBeNull();
  expect(refuseId("api-key-missing", ["api-key-missing"])).toMatch(/exists/);
  for (const id of ["ApiKey", "../escape", "api_key", "api", "-a-b", "a--b", ""])
    expect(refuseId(id, [])).toMatch(/no rule id/);
});

test("the rule's file carries the id", () => {
  expect(ruleText("my-new-cause")).toContain('id: "my-new-cause"');
});

test("the examples get their sorted place in their index", () => {
  const examples = `import alb403 from "./alb-403.examples.ts";
import wafBlocked from "./waf-blocked.examples.ts";

export const examples = {
  "alb-403": alb403,
  "waf-blocked": wafBlocked,
};
`;
  const written = withExamples(examples, "my-new-cause").split("\n");
  expect(written[1]).toBe('import myNewCause from "./my-new-cause.examples.ts";');
  expect(written[6]).toBe('  "my-new-cause": myNewCause,');
});
