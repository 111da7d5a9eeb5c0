import { describe, expect, it, test } from "vitest";
import type { Case } from "../src/diagnosis/case.ts";
import type { Advice } from "../src/diagnosis/diagnosis.ts";
import { caseIn } from "../testing/examples/case.ts";
import { recordingOf } from "../testing/examples/recording.ts";
import { examples } from "../testing/examples/rule-examples.ts";
import { commonOptions, onlyLooks, operations, withoutRegion } from "../testing/oracles/aws-operations.ts";
import { ownerGuidance } from "./advice/log-guidance.ts";
import type { Example } from "./example.ts";
import { rules } from "./index.ts";

/** Programs other than the AWS CLI, with options of their own. */
const otherPrograms = new Set(["curl", "openssl", "dig", "sudo"]);

const all = rules.map((rule) => [rule.id, rule] as const);

function casesOf(id: string): readonly Case[] {
  return (examples[id]?.mustSay ?? []).map(({ exchanges, diagnose: asks }: Example) =>
    caseIn(recordingOf({ title: "", exchanges }), asks ?? exchanges.length - 1),
  );
}

function linesOf(advice: readonly Advice[]): readonly string[] {
  return advice.flatMap(({ command }) => command?.split("\n") ?? []);
}

/** Splits a line into words by POSIX's rules for bare, single-quoted and double-quoted stretches. */
function wordsIn(line: string): string[] {
  const words = [...line.matchAll(/(?:'[^']*'|"[^"]*"|\\'|[^\s'"\\])+/g)].map(([word]) => word);
  return words.map((word) => word.replace(/'([^']*)'|"([^"]*)"|\\(')/g, "$1$2$3"));
}

test.each(all)("%s is confirmed by a command in every case, or it is known why not", (id, rule) => {
  const commands = casesOf(id).map((subject) => rule.confirm(subject).command);
  expect(commands.includes(null), orSayWhy("confirm")).toBe(examples[id]?.withoutCommand?.confirm !== undefined);
});

test.each(all)("%s is fixed by a command in every case, or it is known why not", (id, rule) => {
  const counts = casesOf(id).map((subject) => linesOf(rule.fix(subject)).length);
  expect(counts.includes(0), orSayWhy("fix")).toBe(examples[id]?.withoutCommand?.fix !== undefined);
});

function orSayWhy(advice: string): string {
  return `a rule gives a command in every case, or its examples say why not: withoutCommand.${advice}`;
}

/** Changes of a REST API's definition. Callers see them only after a deployment. */
const definitionChanges =
  /^aws apigateway (?:create-resource|put-method|put-method-response|put-integration|put-integration-response|update-gateway-response|delete-gateway-response|update-method|update-integration|update-rest-api|update-authorizer) /;

describe.each(all)("the commands of %s", (id, rule) => {
  const cases = casesOf(id);

  it("have operations and options that the AWS CLI has", () => {
    for (const subject of cases) {
      const { logs, runbook } = ownerGuidance(subject);
      for (const line of linesOf([rule.confirm(subject), ...rule.fix(subject), ...logs, ...runbook])) checkLine(line);
    }
  });

  it("end with a deployment where they change a REST API", () => {
    for (const subject of cases) {
      const lines = linesOf(rule.fix(subject));
      const last = lines.findLastIndex((line) => definitionChanges.test(line));
      if (last < 0) continue;
      expect(lines.slice(last).join("\n")).toMatch(/create-deployment/);
    }
  });

  it("are marked where they change something", () => {
    for (const subject of cases) {
      const { logs, runbook } = ownerGuidance(subject);
      for (const advice of [rule.confirm(subject), ...rule.fix(subject), ...logs, ...runbook]) {
        const changing = linesOf([advice]).filter((line) => line.startsWith("aws ") && !onlyLooks(operationOf(line)));
        expect(advice.changes === true, advice.command ?? advice.says).toBe(changing.length > 0);
      }
    }
  });

  it("are there for PowerShell, too", () => {
    for (const subject of cases) {
      for (const { command, powershell } of [rule.confirm(subject), ...rule.fix(subject)]) {
        expect(powershell === undefined).toBe(command === null);
      }
    }
  });
});

function checkLine(line: string): void {
  checkOptions(line);
  if (line.startsWith("aws ") && !withoutRegion.has(operationOf(line))) expect(wordsIn(line)).toContain("--region");
}

function operationOf(line: string): string {
  return wordsIn(line).slice(1, 3).join(" ");
}

function checkOptions(line: string): void {
  const [program = "", service = "", operation = "", ...rest] = wordsIn(line);
  if (otherPrograms.has(program)) return;
  expect(program).toBe("aws");
  const known = operations[`${service} ${operation}`];
  expect(known, `${service} ${operation}`).toBeDefined();
  for (const option of rest.filter((word) => word.startsWith("--"))) {
    expect([...(known ?? []), ...commonOptions], line).toContain(option);
  }
  expect(line).not.toMatch(/undefined|\[object|<[a-z-]+>/);
}
