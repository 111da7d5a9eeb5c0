import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import type { RequestOptions } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { connect } from "node:tls";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { knowledge } from "../../../rules/knowledge.ts";
import { account, answers, endpoint, restApi } from "../../../scripts/probing/definitions.ts";
import { type RunningGateway, startGateway } from "../../../testing/gateway/index.ts";
import { plainStyle } from "../../reports/style.ts";
import { parseAskArguments } from "./arguments.ts";
import { runAsk } from "./ask.ts";
import { send } from "./sender.ts";

const keyed = { authorization: "NONE", integration: answers, apiKeyRequired: true } as const;
const api = restApi(keyed, ["GET"], { hasOptions: true, catchesAll: false });
const url = `${endpoint}/prod/orders/17?sort=name`;
const headers = { "user-agent": "Mozilla/5.0 (X11)", authorization: "Bearer opaque-token" };

let gateway: RunningGateway;
let folder = "";
let file = "";

beforeAll(async () => {
  gateway = await startGateway({ account: account(api) });
  folder = mkdtempSync(join(tmpdir(), "apigw403-ask-"));
  file = join(folder, "capture.har");
  const working = { url: `${endpoint}/prod/health`, method: "GET", headers };
  writeFileSync(file, JSON.stringify(await captured([working, { url, method: "GET", headers }])));
});

afterAll(async () => {
  rmSync(folder, { recursive: true });
  await gateway.close();
});

type Asked = Parameters<RunningGateway["request"]>[0];

/** What a capture of these requests holds. */
async function captured(requests: readonly Asked[]): Promise<unknown> {
  const entries = await Promise.all(
    requests.map(async (request, second) => {
      const { status, headers: answered, body } = await gateway.request(request);
      const startedDateTime = new Date(Date.UTC(2026, 2, 2, 9, 30, second)).toISOString();
      return {
        startedDateTime,
        request: { method: request.method, url: request.url, headers: pairs(request.headers) },
        response: { status, headers: pairs(answered), content: { text: body } },
      };
    }),
  );
  return { log: { creator: { name: "WebInspector", version: "537.36" }, entries } };
}

function pairs(record: Readonly<Record<string, string>>) {
  return Object.entries(record).map(([name, value]) => ({ name, value }));
}

/** Every name leads to the local gateway; its certificates are verified as those of the Internet are. */
function toGateway({ host }: RequestOptions) {
  const servername = host ?? "";
  return connect({ host: "127.0.0.1", port: gateway.portOf(servername), servername, ca: gateway.authority });
}

/** Runs `apigw403 ask` with somebody at the terminal who says yes so many times; without them there is no terminal. */
async function ask(args: readonly string[], yeses: number | null = 0, options = { createConnection: toGateway }) {
  const command = parseAskArguments(args);
  if (command === null) throw new Error("help was not asked for");
  const run = { printed: "", said: "", sent: [] as string[], pauses: [] as number[] };
  let left = yeses ?? 0;
  const code = await runAsk(command, {
    knowledge,
    style: plainStyle,
    conversation: {
      isPossible: yeses !== null,
      say: (text) => {
        run.said += `${text}\n`;
      },
      confirm: async () => left-- > 0,
    },
    print: (text) => {
      run.printed += text;
    },
    send: (request) => {
      run.sent.push(`${request.method} ${request.url}`);
      return send(request, options);
    },
    pause: async (milliseconds) => void run.pauses.push(milliseconds),
  });
  return { ...run, code };
}

describe("the plan", () => {
  it("shows the first request, what each response would mean, and what to ask then; and sends nothing", async () => {
    const { printed, sent, code } = await ask([file]);
    expect(printed).toMatch(
      /ask {8}Ask for the options of the same path.*\n +curl -si -X OPTIONS .*\/prod\/orders\/17\n/,
    );
    expect(printed).toMatch(/\d+ % +another response\n +likely +The API key is missing \d+ %/);
    expect(printed).toContain("GET, HEAD and OPTIONS to a1b2c3d4e5.execute-api.eu-west-1.amazonaws.com alone");
    expect(printed).not.toContain("opaque-token");
    expect([sent, code]).toEqual([[], 0]);
  });

  it("is written for PowerShell and as JSON", async () => {
    expect((await ask([file, "--shell", "powershell"])).printed).toContain("-H 'user-agent: Mozilla/5.0 (X11)'");
    const { format, entry, plan } = JSON.parse((await ask([file, "--entry", "1", "--format", "json"])).printed);
    expect([format, entry, plan.causes[0].cause]).toEqual(["api-gateway-403-plan", 1, "api-key-missing"]);
    expect(plan.next.answers[0].afterwards.causes).not.toEqual(plan.causes);
  });
});

describe("a run", () => {
  it("asks the API until no request is worth making, with a pause between two, and names the cause", async () => {
    const { printed, said, sent, pauses, code } = await ask([file, "--run"], 5);
    expect(sent).toEqual([`OPTIONS ${endpoint}/prod/orders/17`, `GET ${endpoint}/prod/orders/17`]);
    expect(pauses).toEqual([1000]);
    expect(said).toContain("The response was 200: another response.");
    expect(said).toMatch(/`api-key-missing` \d+ % → \d+ %, `waf-blocked-apigw` \d+ % → /);
    expect(printed).toMatch(/^After 2 requests:\n {2}likely +The API key is missing 8\d %/);
    expect(printed).toContain("fix");
    expect(code).toBe(0);
  });

  it("makes no request without a yes, and none more than were allowed", async () => {
    expect((await ask([file, "--run"], 0)).sent).toEqual([]);
    expect((await ask([file, "--run"], 1)).sent).toHaveLength(1);
  });

  it("needs --yes where there is no terminal", async () => {
    await expect(ask([file, "--run"], null)).rejects.toThrow(/no terminal/);
    expect((await ask([file, "--run", "--yes"], null)).sent).toHaveLength(2);
  });

  it("hands its checks on in the document and in the ticket", async () => {
    const { printed, said } = await ask([file, "--run", "--yes", "--format", "json"], null);
    const [diagnosis] = JSON.parse(printed).diagnoses;
    expect(diagnosis).toMatchObject({ entry: 1, cause: "api-key-missing", checks: [{ status: 200 }, { status: 403 }] });
    expect(diagnosis.checks[0].before).toEqual([
      { cause: diagnosis.cause, probability: diagnosis.probability },
      ...diagnosis.alternatives,
    ]);
    expect(said + printed).not.toContain("opaque-token");
    const ticket = await ask([file, "--run", "--yes", "--format", "markdown"], null);
    expect(ticket.printed).toContain("### What was asked\n\n- Ask for the options of the same path");
  });

  it("says why no response came, shows the command instead, and asks no more", async () => {
    const strangers = { createConnection: ({ host }: RequestOptions) => untrusted(host ?? "") };
    const { said, sent, code } = await ask([file, "--run", "--yes"], null, strangers);
    expect(said).toMatch(
      /failed +The certificate of a1b2\S+ is not one to trust \(\w+\), so nothing was sent\.\n +curl -si/,
    );
    expect([sent.length, code]).toEqual([1, 2]);
  });
});

describe("what cannot be asked about", () => {
  it("is said", async () => {
    await expect(ask([file, "--entry", "0"])).rejects.toThrow(
      "Entry #0 is no refused request; the file has 1 refused request (#1).",
    );
    expect(await ask([join(folder, "none.har")])).toMatchObject({
      said: expect.stringContaining("no such file"),
      code: 2,
    });
    const both = join(folder, "both.har");
    writeFileSync(
      both,
      JSON.stringify(await captured([url, `${url}&page=2`].map((each) => ({ url: each, method: "GET", headers })))),
    );
    await expect(ask([both])).rejects.toThrow("Name one of the refused requests with --entry (#0, #1).");
  });

  it.each([["--yes"], ["--format", "markdown"], ["--entry", "-1"], ["--shell", "fish"], ["b.har"]])(
    "%s makes no sense",
    (...args) => expect(() => parseAskArguments([file, ...args])).toThrow(/./),
  );
});

function untrusted(servername: string) {
  return connect({ host: "127.0.0.1", port: gateway.portOf(servername), servername });
}
