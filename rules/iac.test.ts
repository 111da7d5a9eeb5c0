import fc from "fast-check";
import { parseToString } from "hcl2-parser";
import { parseSync } from "vite";
import { describe, expect, it, test } from "vitest";
import { parse } from "yaml";
import type { Case } from "../src/diagnosis/case.ts";
import { type IacTool, iacTools } from "../src/diagnosis/iac.ts";
import { caseIn, withRequest } from "../testing/examples/case.ts";
import { recordingOf } from "../testing/examples/recording.ts";
import { examples } from "../testing/examples/rule-examples.ts";
import { iacFix } from "./iac/iac-fix.ts";
import { rules } from "./index.ts";

/** Parses a text in a tool's own syntax into nested values with all its strings. Throws if the text is malformed. */
const readers: Readonly<Record<IacTool, (text: string) => unknown>> = {
  cloudformation: (text) => parse(text, { strict: true }),
  serverless: (text) => parse(text, { strict: true }),
  cdk: typescript,
  terraform: hcl,
};

function typescript(text: string): unknown {
  const { program, errors } = parseSync("stack.ts", text);
  if (errors.length > 0) throw new Error(errors[0]?.message);
  return JSON.parse(JSON.stringify(program, (key, value) => (isOffset(key) ? undefined : value)));
}

function isOffset(key: string): boolean {
  return key === "start" || key === "end" || key === "raw" || key === "range";
}

function hcl(text: string): unknown {
  const [json] = parseToString(`${text}\n`);
  if (json === "") throw new Error("no HCL");
  return JSON.parse(json);
}

function casesOf(id: string): readonly Case[] {
  return (examples[id]?.mustSay ?? []).map(({ exchanges, diagnose: asks }) =>
    caseIn(recordingOf({ title: "", exchanges }), asks ?? exchanges.length - 1),
  );
}

/** The case with a text in each place that comes from the traffic. */
function withText(subject: Case, text: string, kind: "rest" | "http"): Case {
  const target = { ...subject.exchange.request.target, segments: [text, text] };
  const { exchange } = withRequest(subject, { method: text, target });
  const shown = { ...exchange, host: { ...exchange.host, hostname: text } };
  return { ...subject, exchange: shown, api: { ...subject.api, kind, id: text, stage: text } };
}

const hostileText = fc.string({
  unit: fc.oneof(
    fc.constantFrom(
      ..."'\"`$\\{}%#:&*!|>-[],\n\r\t /".split(""),
      "$\u007b",
      "%{",
      "{{",
      "}}",
      "\u2028",
      "\ud800",
      "\ufffe",
    ),
    fc.string({ unit: "grapheme", minLength: 1, maxLength: 1 }),
  ),
  minLength: 1,
  maxLength: 20,
});

const declared = rules.filter(({ iac }) => iac !== undefined);

test.each(declared.map((rule) => [rule.id, rule] as const))("%s has its template filled in for a case", (id, rule) => {
  expect(casesOf(id).some((subject) => iacFix(rule, subject).length > 0)).toBe(true);
});

describe.each(iacTools)("what is declared for %s", (tool) => {
  it.each(declared.map((rule) => [rule.id, rule] as const))("for %s is read by the tool's own syntax", (id, rule) => {
    for (const subject of casesOf(id)) {
      for (const each of iacFix(rule, subject)) expect(readers[tool](each[tool])).toBeTypeOf("object");
    }
  });

  it("keeps its structure whatever the traffic holds", () => {
    const read = readers[tool];
    for (const [rule, kind] of declared.flatMap((each) => [[each, "rest"] as const, [each, "http"] as const])) {
      const [subject] = casesOf(rule.id);
      if (subject === undefined) continue;
      const written = (text: string) => iacFix(rule, withText(subject, text, kind)).map((each) => each[tool]);
      const plain = written("plainvalue").map((each) => skeleton(read(each)));
      fc.assert(
        fc.property(hostileText, (text) => {
          expect(written(text).map((each) => skeleton(read(each)))).toEqual(plain);
        }),
        { numRuns: 15, seed: 403 },
      );
    }
  });

  it("holds nothing from the traffic that the tool would replace", () => {
    for (const rule of declared) {
      for (const subject of casesOf(rule.id)) {
        const hostile = withText(subject, ["$", "%", "{", ""].join("{x}{{{"), "rest");
        for (const each of iacFix(rule, hostile)) expect(each[tool]).not.toMatch(/\$\{|%\{|\{\{/);
      }
    }
  });
});

/** The value without the text of its strings. */
function skeleton(read: unknown): string {
  return JSON.stringify(read, (_, value) => (typeof value === "string" ? "text" : value));
}
