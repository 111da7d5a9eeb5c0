import { expect, test } from "vitest";
import { examplesText, newRuleFrom, ruleText, scaffoldTexts } from "./scaffold.ts";

const families = ["api-keys", "routing"];

test("a new rule has a family and an id", () => {
  expect(newRuleFrom("routing/vault-closed", families, [])).toEqual({ family: "routing", id: "vault-closed" });
});

test.each(["vault-closed", "vaults/vault-closed", "", "routing/vault-closed/x", "../routing/vault-closed"])(
  "%j names no family, which is said with those that there are",
  (name) => expect(newRuleFrom(name, families, [])).toEqual({ reason: expect.stringContaining("api-keys, routing") }),
);

test.each(["ApiKey", "..", "api_key", "api", "-a-b", "a--b", ""])("%j is no id", (id) =>
  expect(newRuleFrom(`routing/${id}`, families, [])).toEqual({ reason: expect.stringMatching(/no rule id/) }),
);

test("an id that exists is refused", () => {
  expect(newRuleFrom("routing/vault-closed", families, ["vault-closed"])).toEqual({
    reason: "The rule vault-closed exists already.",
  });
});

test("the scaffold carries the id and all texts that must be replaced", () => {
  const written = ruleText("my-new-cause") + examplesText("my-new-cause");
  expect(written).toContain('id: "my-new-cause"');
  for (const text of Object.values(scaffoldTexts)) expect(written).toContain(text);
});
