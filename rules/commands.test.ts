import { describe, expect, it, test } from "vitest";
import type { Case } from "../src/diagnosis/case.ts";
import type { Advice } from "../src/diagnosis/diagnosis.ts";
import { caseIn } from "../testing/examples/case.ts";
import { recordingOf } from "../testing/examples/recording.ts";
import { commonOptions, operations } from "../testing/oracles/aws-operations.ts";
import { ownerGuidance } from "./advice/log-guidance.ts";
import type { Example } from "./example.ts";
import { examples } from "./examples.ts";
import { rules } from "./index.ts";

/** Causes without a command that confirms them: their advice says in words where to look. */
const confirmedInWords: ReadonlyMap<string, string> = new Map([
  ["aws-control-plane-no-cors", "the endpoint is AWS's own"],
  ["china-default-endpoint-not-registered", "AWS China's support knows"],
  ["cloudflare-challenge", "Cloudflare's events show it"],
  ["lambda-url-oac-body-hash", "the caller leaves out the body"],
  ["local-emulator-403", "the emulator's log shows it"],
  ["other-cdn-or-waf-403", "another vendor's log shows it"],
  ["s3-access-denied", "the times in the link show it"],
  ["s3-signature-does-not-match", "only the signer knows what was signed"],
  ["sigv4-malformed-authorization", "the client's header shows it"],
  ["sigv4-presigned-url-expired", "the times in the link show it"],
  ["sigv4-scope-mismatch", "the signature shows it"],
  ["sigv4-signature-mismatch", "the answer's canonical request shows it"],
]);

/** Causes without a command that fixes them: what has to change is not behind any command. */
const fixedInWords: ReadonlyMap<string, string> = new Map([
  ["application-own-403", "the application that answers decides"],
  ["aws-control-plane-no-cors", "the page must ask a server instead"],
  ["aws-service-endpoint-403", "any of AWS's services may be meant, each with permissions of its own"],
  ["cloudflare-challenge", "Cloudflare's rules decide"],
  ["corporate-proxy-403", "the proxy decides"],
  ["deployment-not-yet-propagated", "it passes by itself"],
  ["iam-explicit-deny", "a session policy is made anew with each session"],
  ["iam-identity-policy-implicit-deny", "permission sets and policies of a session are not the account's to change"],
  ["integration-403-passthrough", "the backend decides"],
  ["local-emulator-403", "the emulator's configuration decides"],
  ["other-cdn-or-waf-403", "another vendor's rules decide"],
  ["proxy-host-header-rewrite", "the proxy's configuration decides"],
  ["rest-stage-missing-or-unknown", "where the path names no stage, the caller must put one there"],
  ["sigv4-clock-skew", "the signer's code must take the time when it sends"],
  ["sigv4-presigned-url-expired", "the AWS CLI signs links to S3 alone"],
  ["sigv4-scope-mismatch", "of a wrong date, not of a wrong region or service: the signer must take one instant"],
  ["sigv4-signature-mismatch", "the signer's code must sign what is sent"],
  ["wrong-base-path-same-host", "the caller must use another path"],
]);

/** Programs other than the AWS CLI; their options are theirs. */
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

/** The words of a line, by POSIX's rules for bare, single-quoted and double-quoted stretches. */
function wordsIn(line: string): string[] {
  const words = [...line.matchAll(/(?:'[^']*'|"[^"]*"|\\'|[^\s'"\\])+/g)].map(([word]) => word);
  return words.map((word) => word.replace(/'([^']*)'|"([^"]*)"|\\(')/g, "$1$2$3"));
}

test.each(all)("%s is confirmed by a command in every case, or it is known why not", (id, rule) => {
  const commands = casesOf(id).map((subject) => rule.confirm(subject).command);
  expect(commands.includes(null), orSayWhy("confirmedInWords")).toBe(confirmedInWords.has(id));
});

test.each(all)("%s is fixed by a command in every case, or it is known why not", (id, rule) => {
  const counts = casesOf(id).map((subject) => linesOf(rule.fix(subject)).length);
  expect(counts.includes(0), orSayWhy("fixedInWords")).toBe(fixedInWords.has(id));
});

function orSayWhy(list: string): string {
  return `a rule gives a command in every case, or stands in ${list} of this file with the reason why not`;
}

/** Changes of a REST API's definition, which callers see only after a deployment. */
const definitionChanges =
  /^aws apigateway (?:create-resource|put-method|put-integration|put-gateway-response|delete-gateway-response|update-method|update-integration|update-rest-api|update-authorizer) /;

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

  it("are there for PowerShell, too", () => {
    for (const subject of cases) {
      for (const { command, powershell } of [rule.confirm(subject), ...rule.fix(subject)]) {
        expect(powershell === undefined).toBe(command === null);
      }
    }
  });
});

function checkLine(line: string): void {
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
