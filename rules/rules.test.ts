import { readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, it, test } from "vitest";
import { scaffoldTexts } from "../scripts/rules/scaffold.ts";
import { diagnose as diagnoseRecording } from "../src/diagnosis/diagnose.ts";
import type { DiagnosisCore } from "../src/diagnosis/diagnosis.ts";
import { resultsUnder } from "../src/diagnosis/expected-results.ts";
import type { Recorded } from "../src/session/recording.ts";
import { exampleClue } from "../testing/examples/clue.ts";
import { recordingOf } from "../testing/examples/recording.ts";
import { examples } from "../testing/examples/rule-examples.ts";
import type { Example } from "./example.ts";
import { rules } from "./index.ts";
import { knowledge } from "./knowledge.ts";
import type { Rule } from "./rule.ts";

const files = readdirSync(join(import.meta.dirname, "causes"), { withFileTypes: true, recursive: true })
  .filter((each) => each.isFile())
  .map(({ parentPath, name }) => join(parentPath, name));
const ids = rules.map(({ id }) => id);

/** An example with the cause that its capture has; null if the example only excludes a cause. */
interface Judged {
  readonly name: string;
  readonly rule: string;
  readonly example: Example;
  readonly cause: string | null;
}

const judged: readonly Judged[] = Object.entries(examples).flatMap(([rule, { mustSay, mustNotSay }]) => [
  ...mustSay.map((example) => ({ name: `${rule}: ${example.title}`, rule, example, cause: rule })),
  ...mustNotSay.map((example) => ({
    name: `not ${rule}: ${example.title}`,
    rule,
    example,
    cause: example.insteadCause ?? null,
  })),
]);

const byName = judged.map((each) => [each.name, each] as const);

function asked({ exchanges, diagnose: asks }: Example): number {
  return asks ?? exchanges.length - 1;
}

function diagnose(recorded: readonly Recorded[], all: readonly Rule[] = rules): readonly DiagnosisCore[] {
  return diagnoseRecording(recorded, { knowledge: { ...knowledge, rules: all }, apiHosts: [] }).explanations.map(
    ({ diagnosis }) => diagnosis,
  );
}

function ranking({ cause, probability, alternatives }: DiagnosisCore): string {
  return [{ cause, probability }, ...alternatives].map((each) => `${each.cause} ${each.probability}`).join(", ");
}

describe("the folder", () => {
  it("holds a rule and its examples for every rule of the index, and no others", () => {
    const expected = ids.flatMap((id) => [`${id}.examples.ts`, `${id}.ts`]);
    expect(files.map((path) => basename(path)).toSorted()).toEqual(expected.toSorted());
    expect(Object.keys(examples).toSorted()).toEqual(ids.toSorted());
  });

  it.each(rules.map((rule) => [rule.id, rule] as const))("has %s in the file of its name", async (id, rule) => {
    const file: { default: Rule } = await import(files.find((path) => basename(path) === `${id}.ts`) ?? id);
    expect(file.default).toBe(rule);
    expect(id).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)+$/);
  });

  it("has unique ids", () => expect(new Set(ids).size).toBe(ids.length));

  it.each(Object.entries(examples))("has an example and a look-alike of %s", (_, { mustSay, mustNotSay }) => {
    expect(mustSay.length).toBeGreaterThan(0);
    expect(mustNotSay.length).toBeGreaterThan(0);
    for (const { insteadCause: says } of mustNotSay) if (says !== undefined) expect(ids).toContain(says);
  });
});

test.each(rules.map((rule) => [rule.id, rule] as const))("%s has texts of its own", (id, rule) => {
  const subject = knowledge.plainCase();
  const advice = [rule.confirm(subject), ...rule.fix(subject)].map(({ says }) => says);
  const titles = [...(examples[id]?.mustSay ?? []), ...(examples[id]?.mustNotSay ?? [])].map(({ title }) => title);
  const unwritten = Object.values<string>(scaffoldTexts);
  const left = [rule.title, rule.means, ...advice, ...titles].filter((text) => unwritten.includes(text));
  expect(left, "what npm run new-rule wrote is to be replaced").toEqual([]);
});

test.each(rules.map((rule) => [rule.id, rule] as const))("%s explains itself", (id, rule) => {
  for (const text of [rule.title, rule.who, rule.means]) expect(text.trim()).not.toBe("");
  for (const { url } of rule.links) expect(new URL(url).protocol).toBe("https:");
  const said = casesOf(id);
  expect(said.length).toBeGreaterThan(0);
  for (const { fix } of said) {
    expect(fix.length).toBeGreaterThan(0);
    for (const { says } of fix) expect(says.trim()).not.toBe("");
  }
});

const withSpecificTitle = rules.filter(({ specificTitle }) => specificTitle !== undefined);

test.each(withSpecificTitle.map((rule) => [rule.id, rule] as const))("%s is named with what it shares", (id, rule) => {
  const titles = (examples[id]?.mustSay ?? []).flatMap((example) =>
    diagnoseRecording(recordingOf(example), { knowledge: { ...knowledge, rules: [rule] }, apiHosts: [] }).findings.map(
      ({ title }) => title,
    ),
  );
  expect(titles.some((title) => title !== rule.title)).toBe(true);
  for (const title of titles) expect(title).not.toMatch(/\{(?:host|stage|firstSegment|path|verb|caller|key|client)\}/);
});

/** Causes that return `Forbidden`. The step that refuses, before or after the routes, tells them apart. */
const sayForbidden = rules.filter(({ clues }) =>
  clues.some(({ clue, no }) => clue.id === "says-forbidden" && no === "never"),
);

/** Its own words or its time alone tell it apart. */
const toldOtherwise = new Set(["http-api-jwt-insufficient-scope"]);

test.each(sayForbidden.filter(({ id }) => !toldOtherwise.has(id)).map((rule) => [rule.id, rule] as const))(
  "%s says what a path that cannot exist would get",
  (_, { expectedResults: wouldAnswer }) => {
    expect(resultsUnder(wouldAnswer, "random-path")).not.toEqual([]);
    expect(resultsUnder(wouldAnswer, "content-on-random-path")).not.toEqual([]);
  },
);

/** The diagnoses of a rule's own examples without other rules. */
function casesOf(id: string): readonly DiagnosisCore[] {
  const own = rules.filter((rule) => rule.id === id);
  return (examples[id]?.mustSay ?? []).flatMap((example) => {
    const said = diagnose(recordingOf(example), own).find(({ entry }) => entry === asked(example));
    return said === undefined ? [] : [said];
  });
}

test.each(byName)("%s", (_, { rule, example, cause }) => {
  const said = diagnose(recordingOf(example)).find(({ entry }) => entry === asked(example));
  expect(said, "the exchange is no refusal").toBeDefined();
  if (said === undefined) return;
  if (cause === null) expect(said.cause, ranking(said)).not.toBe(rule);
  else expect(said.cause, ranking(said)).toBe(cause);
});

/** Values that must be invented wherever they stand in an example, and the forms of invented values. */
const inventions: readonly (readonly [what: RegExp, invented: RegExp])[] = [
  [/\bA[KS]IA[A-Z0-9]{12,}\b/g, /EXAMPLE$/],
  [/\beyJ[\w-]+\.[\w-]+\.[\w-]+/g, /\.ZmFrZQ$/],
  [/(?<=:)\d{12}(?=:)/g, /^123456789012$/],
  [/(?<="name":"x-(?:api-key|amz-security-token)","value":")[^"]*/g, /EXAMPLE|^undefined$/],
  [/(?<=[?&]api_key=)[^"&]*/g, /EXAMPLE/],
  [/(?<="serverIPAddress":")[^"]*/g, /^(?:203\.0\.113\.\d+|10\..+|172\.31\..+)$/],
  [
    /(?<="url":"\w+:\/\/)[^/:"]*/g,
    /^(?:localhost|.*\.example\.com|d111111abcdef8\.cloudfront\.net|.+\.(?:amazonaws\.com(?:\.cn)?|on\.aws|localstack\.cloud))$/,
  ],
];

test.each(byName)("only invented values: %s", (_, { example }) => {
  const text = JSON.stringify(recordingOf(example));
  for (const [what, invented] of inventions) {
    for (const [found] of text.matchAll(what)) expect(found).toMatch(invented);
  }
});

it("reports a rule that throws, and lets the others answer", () => {
  const [first] = examples["rest-stage-missing-or-unknown"]?.mustSay ?? [];
  const [some] = rules;
  if (first === undefined || some === undefined) throw new Error("there is nothing to diagnose");
  const clue = exampleClue("broken", () => {
    throw new Error("a mistake in a rule");
  });
  const broken: Rule = { ...some, id: "broken-rule", clues: [{ clue, yes: 1, no: 0 }] };
  const recorded = recordingOf(first);
  const { explanations, failures } = diagnoseRecording(recorded, {
    knowledge: { ...knowledge, rules: [broken, ...rules] },
    apiHosts: [],
  });
  expect(failures).toEqual([{ rule: "broken-rule", file: "live", entry: asked(first), reason: "a mistake in a rule" }]);
  expect(explanations.map(({ diagnosis }) => diagnosis)).toEqual(diagnose(recorded));
});
