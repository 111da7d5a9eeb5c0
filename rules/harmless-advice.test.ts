import { describe, expect, it, test } from "vitest";
import { diagnose } from "../src/diagnosis/diagnose.ts";
import type { Advice } from "../src/diagnosis/diagnosis.ts";
import type { Explanation } from "../src/diagnosis/explanation.ts";
import { recordingOf } from "../testing/examples/recording.ts";
import { examples } from "../testing/examples/rule-examples.ts";
import { knowledge } from "./knowledge.ts";

/** Every refusal of every example, also of those that a rule must not name, explained. */
const explanations = Object.entries(examples).map(
  ([id, { mustSay, mustNotSay }]) =>
    [id, [...mustSay, ...mustNotSay].flatMap((example) => explained(recordingOf(example)))] as const,
);

function explained(recorded: ReturnType<typeof recordingOf>): readonly Explanation[] {
  return diagnose(recorded, { knowledge, apiHosts: [] }).explanations;
}

function linesOf({ command }: Advice): readonly string[] {
  return command?.split("\n") ?? [];
}

/** The forms in which a command publishes something, or lets more callers in than before. */
const openingForms: readonly RegExp[] = [
  / create-deployment /,
  /\/authorizationType,value=NONE|--authorization-type NONE/,
  /\/apiKeyRequired,value=false|--no-api-key-required/,
  /\/enabled,value=true/,
  /\/disableExecuteApiEndpoint,value=False/,
  /--reset-policy/,
  /--truststore|TruststoreUri/,
  /authorizationScopes|--authorization-scopes/,
  /endpointAccessMode,value=BASIC/,
];

function opensByForm(advice: Advice): boolean {
  return linesOf(advice).some((line) => openingForms.some((form) => form.test(line)));
}

describe.each(explanations)("the advice for each refusal in the examples of %s", (_, all) => {
  const diagnoses = all.map((explanation) => explanation.full());
  const fixes = diagnoses.map(({ diagnosis }) => diagnosis.fix);
  const everything = diagnoses.flatMap(({ diagnosis, page }) => [...diagnosis.fix, ...(page?.fix ?? [])]);

  it("begins with no change that publishes something or lets more callers in", () => {
    for (const [first] of fixes) expect(first?.opens).toBeUndefined();
  });

  it("says what each such change opens", () => {
    for (const advice of everything) {
      expect(advice.opens !== undefined, advice.command ?? "").toBe(opensByForm(advice));
      expect(advice.says).toContain(advice.opens ?? "");
      if (advice.opens !== undefined) expect(advice.changes).toBe(true);
    }
  });

  it("changes nothing of a cause that is not certain before its check", () => {
    for (const { diagnosis } of diagnoses) {
      const change = diagnosis.fix.findIndex(({ changes }) => changes === true);
      if (change < 0 || diagnosis.confidence === "certain") continue;
      const { says, command } = diagnosis.confirm ?? diagnosis.nextCheck ?? { says: "a check", command: null };
      expect(diagnosis.fix[change - 1]).toMatchObject({ says: expect.stringContaining(says), command });
    }
  });

  it("opens nothing to everybody by a policy", () => {
    for (const line of everything.flatMap(linesOf)) {
      expect(line).not.toMatch(/--principal '?\*|"Principal": ?"\*"|"AWS": ?"\*"/);
      expect(line).not.toMatch(/"Resource": ?"\*"|--function-url-auth-type NONE/);
    }
  });

  it("deploys only what it changed before", () => {
    for (const fix of [...fixes, ...diagnoses.map(({ page }) => page?.fix ?? [])]) {
      const deployed = fix.findIndex((advice) => linesOf(advice).some((line) => / create-deployment /.test(line)));
      if (deployed < 0 || isNewStage(fix[deployed])) continue;
      expect(fix.slice(0, deployed).some(({ changes }) => changes === true)).toBe(true);
    }
  });

  it("gives a new method its integration and its responses before the deployment", () => {
    for (const lines of fixes.map((fix) => fix.flatMap(linesOf))) {
      const last = (operation: string) => lines.findLastIndex((line) => line.includes(` ${operation} `));
      if (last("put-method") < 0) continue;
      const wanted = ["put-integration", "put-method-response", "create-deployment"];
      const places = [...wanted, ...(mocks(lines) ? ["put-integration-response"] : [])].map(last);
      expect(Math.min(...places)).toBeGreaterThan(last("put-method"));
      expect(Math.max(...places)).toBe(last("create-deployment"));
    }
  });

  it("sends nobody to the API's CORS settings for what another server refused, or for a refused preflight", () => {
    for (const { diagnosis, page } of all) {
      const rule = knowledge.rules.find(({ id }) => id === diagnosis.cause);
      const isOfApi = rule?.refusedBy === "api-gateway" && diagnosis.apiGateway;
      const readable = (page?.fix ?? []).flatMap(linesOf);
      if (!isOfApi) expect(readable).toEqual([]);
      if (diagnosis.method === "OPTIONS" && page !== null) expect(readable).toEqual([]);
    }
  });

  it("keeps an HTTP API's other CORS settings", () => {
    const lines = everything.flatMap(linesOf);
    const written = lines.findIndex((line) => / apigatewayv2 .*--cors-configuration/.test(line));
    if (written < 0) return;
    expect(lines.slice(0, written).join("\n")).toMatch(/ get-api .*--query CorsConfiguration/);
    expect(lines[written]).toMatch(/--cors-configuration file:/);
  });

  it("keeps what a gateway response has, and lets in the page's origin alone", () => {
    expect(everything.flatMap(linesOf).join("\n")).not.toMatch(/put-gateway-response|Allow-Origin[^}]*'\*'/);
  });
});

/** A mock integration has its own response to give; a proxy integration passes the function's on. */
function mocks(lines: readonly string[]): boolean {
  return lines.some((line) => line.includes("--type MOCK"));
}

function isNewStage(advice: Advice | undefined): boolean {
  return /create it by deploying/.test(advice?.says ?? "");
}

test("an ARN that names the stage twice is granted to nobody", () => {
  const [only] = explained(
    recordingOf({
      title: "",
      exchanges: [
        {
          url: "https://api.example.com/prod/orders",
          status: 403,
          responseHeaders: {
            "x-amzn-requestid": "1b1f2b1e-5a8c-4c2b-9f6e-0d6f2c3b4a51",
            "x-amz-apigw-id": "JxKqfH1bDoEFRXw=",
            "x-amzn-errortype": "AccessDeniedException",
          },
          responseBody: JSON.stringify({
            Message:
              "User: arn:aws:sts::111122223333:assumed-role/app/x is not authorized to perform: execute-api:Invoke on resource: arn:aws:execute-api:eu-west-1:********3333:a1b2c3d4e5/prod/GET/prod/orders",
          }),
        },
      ],
    }),
  );
  expect(JSON.stringify(only?.diagnosis.fix)).not.toMatch(/put-(?:role|user)-policy/);
});

test("a permission to send to one connection is not given, since its id is gone with it", () => {
  const granted = (examples["websocket-management-not-authorized"]?.mustSay ?? [])
    .flatMap((example) => explained(recordingOf(example)))
    .flatMap(({ diagnosis }) => diagnosis.fix.flatMap(linesOf))
    .filter((line) => / put-(?:role|user)-policy /.test(line));
  expect(granted.length).toBeGreaterThan(0);
  for (const line of granted) expect(line).toMatch(/@connections\/\*"/);
});
