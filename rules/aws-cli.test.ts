import { rmSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Case } from "../src/diagnosis/case.ts";
import { diagnose } from "../src/diagnosis/diagnose.ts";
import type { Advice } from "../src/diagnosis/diagnosis.ts";
import type { FullExplanation } from "../src/diagnosis/explanation.ts";
import { applicableChecks, checkAdvice } from "../src/probes/check.ts";
import { aws } from "../testing/aws-cli/aws.ts";
import { type RunningService, startService } from "../testing/aws-cli/local-service.ts";
import { savedFiles } from "../testing/aws-cli/saved-files.ts";
import { caseIn, caseOf } from "../testing/examples/case.ts";
import { recordingOf } from "../testing/examples/recording.ts";
import { cloudFrontPage } from "../testing/examples/responses.ts";
import { examples } from "../testing/examples/rule-examples.ts";
import { posixCommands, type Words } from "../testing/oracles/shell-words.ts";
import { hasProgram } from "../testing/programs.ts";
import { cacheBehaviors } from "./advice/cloudfront-advice.ts";
import { ownerGuidance } from "./advice/log-guidance.ts";
import { rules } from "./index.ts";
import { knowledge } from "./knowledge.ts";
import { checks } from "./probes/checks.ts";
import type { Rule } from "./rule.ts";

/** What somebody fills in where a number or a date stands, without which no command is complete. */
const filledIn: Readonly<Record<string, string>> = {
  EXECUTION_ID: "73c8eef8-f4ee-4a05-820c-e354fef3b7a5",
  START_SECONDS: "1772443800",
  END_SECONDS: "1772444100",
  START_MILLISECONDS: "1772443800000",
  END_MILLISECONDS: "1772444100000",
  EXPIRY: "2030-01-01",
};

/** Every command of every rule for its own examples, and of whatever is said of all examples, as bash reads them. */
function printedCommands(): readonly Words[] {
  const texts = [...rules.flatMap(adviceOf), ...explanations().flatMap(adviceIn)].flatMap(
    ({ command }) => command ?? [],
  );
  const commands = posixCommands("bash", [...new Set(texts)].join("\n"));
  return commands.map((words) => words.map((word) => filledIn[word] ?? word));
}

function adviceOf(rule: Rule): readonly Advice[] {
  return casesOf(rule.id).flatMap((subject) => {
    const { logs, runbook } = ownerGuidance(subject);
    const asked = applicableChecks(checks, subject).map(([, check]) => checkAdvice(check, subject));
    return [rule.confirm(subject), ...rule.fix(subject), ...asked, ...logs, ...runbook];
  });
}

function casesOf(id: string): readonly Case[] {
  return (examples[id]?.mustSay ?? []).map(({ exchanges, diagnose: asks }) =>
    caseIn(recordingOf({ title: "", exchanges }), asks ?? exchanges.length - 1),
  );
}

function explanations(): readonly FullExplanation[] {
  const all = Object.values(examples).flatMap(({ mustSay, mustNotSay }) => [...mustSay, ...mustNotSay]);
  const found = all.flatMap((example) => diagnose(recordingOf(example), { knowledge, apiHosts: [] }).explanations);
  return found.map((each) => each.full());
}

function adviceIn({ page, diagnosis: { nextCheck, confirm, fix } }: FullExplanation): readonly Advice[] {
  return [...(page?.fix ?? []), ...fix, nextCheck ?? [], confirm ?? []].flat();
}

/** One command for each shape: the same operation, options, and kinds of values. */
function oneOfEachShape(commands: readonly Words[]): readonly Words[] {
  return [...new Map(commands.map((words) => [words.map(shapeOf).join(" "), words])).values()];
}

function shapeOf(word: string, index: number): string {
  if (index < 3 || word.startsWith("--")) return word;
  // A query is parsed by itself, and so is each path of a change.
  if (/^op=|[[\]{}?|`]|\.\w/.test(word)) return word.replace(/=[\w:-]*$/, "").replace(/"[^"]*"/g, "text");
  return /^file:/.test(word) ? word : "value";
}

/** Operations that send nothing. */
function staysLocal([, service, operation]: Words): boolean {
  return service === "configure" || operation === "presign" || operation === "sign";
}

const atOnce = 3;

const isAtHand = hasProgram("aws", "every printed command is taken by the real AWS CLI");

describe.skipIf(!isAtHand)("the AWS CLI", () => {
  const arrived = new Set<string>();
  const folders = new Map((["apigatewayv2", "s3api"] as const).map((service) => [service, savedFiles(service)]));
  let service: RunningService;

  beforeAll(async () => {
    service = await startService(({ path }) => {
      arrived.add(path.split("/")[1] ?? "");
      return { status: 403, body: "" };
    });
  });

  afterAll(async () => {
    await service.close();
    for (const folder of folders.values()) rmSync(folder, { recursive: true });
  });

  /** What `aws` complains of; null where it took the command and sent the request that it means. */
  async function complaint(words: Words, id: string): Promise<string | null> {
    const folder = folders.get(words[1] === "s3api" ? "s3api" : "apigatewayv2") ?? "";
    const { code, stderr } = await aws(words.slice(1), `${service.endpoint}/${id}`, folder);
    const isTaken = staysLocal(words) ? code === 0 : arrived.has(id);
    return isTaken ? null : `${words.join(" ")}\n${code}: ${stderr.slice(-600)}`;
  }

  it("takes every printed command", async () => {
    const commands = oneOfEachShape(printedCommands().filter(([program]) => program === "aws"));
    expect(commands.length).toBeGreaterThan(80);
    const waiting = [...commands.entries()];
    const complaints: (string | null)[] = [];
    const work = async () => {
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
        complaints.push(await complaint(next[1], `n${next[0]}`));
      }
    };
    await Promise.all(Array.from({ length: atOnce }, work));
    expect(complaints.filter((each) => each !== null)).toEqual([]);
  }, 170_000);

  it("is heard complaining where an operation, an option or a value is none", async () => {
    const good = ["aws", "apigateway", "get-stages", "--rest-api-id", "a1b2c3d4e5"];
    expect(await complaint(good, "good")).toBeNull();
    expect(await complaint([...good, "--bogus", "1"], "option")).toContain("--bogus");
    expect(await complaint(["aws", "apigateway", "get-stagez"], "operation")).toContain("get-stagez");
    expect(await complaint([...good, "--query", "item[]["], "query")).toContain("item[][");
  });

  it("shows what each cache behaviour takes, the default one's as well", async () => {
    const distributions = await startService(() => ({ status: 200, body: distributionXml }));
    const page = caseOf({ url: "https://www.example.com/api", ...cloudFrontPage("Bad request.") });
    const { command } = cacheBehaviors(page, "");
    const [words = []] = posixCommands("bash", command ?? "");
    const { stdout } = await aws([...words.slice(1), "--output", "json"], distributions.endpoint, "/");
    await distributions.close();
    expect(JSON.parse(stdout)).toEqual([
      { PathPattern: null, TargetOriginId: "site", ViewerProtocolPolicy: "https-only", AllowedMethods: ["GET"] },
      { PathPattern: "/api/*", TargetOriginId: "api", ViewerProtocolPolicy: "allow-all", AllowedMethods: ["POST"] },
    ]);
  });
});

function behaviorXml(fields: string, verb: string): string {
  return `${fields}<AllowedMethods><Quantity>1</Quantity><Items><Method>${verb}</Method></Items></AllowedMethods>`;
}

const distributionXml = `<DistributionConfig xmlns="http://cloudfront.amazonaws.com/doc/2020-05-31/">
<DefaultCacheBehavior>${behaviorXml("<TargetOriginId>site</TargetOriginId><ViewerProtocolPolicy>https-only</ViewerProtocolPolicy>", "GET")}</DefaultCacheBehavior>
<CacheBehaviors><Quantity>1</Quantity><Items><CacheBehavior>${behaviorXml("<PathPattern>/api/*</PathPattern><TargetOriginId>api</TargetOriginId><ViewerProtocolPolicy>allow-all</ViewerProtocolPolicy>", "POST")}</CacheBehavior></Items></CacheBehaviors>
</DistributionConfig>`;
