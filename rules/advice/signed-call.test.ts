import { execFile } from "node:child_process";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { caseOf } from "../../testing/examples/case.ts";
import { missingToken } from "../../testing/examples/responses.ts";
import { callers, executeApiHost, forms } from "../../testing/gateway/demo-account.ts";
import { type RunningGateway, startGateway } from "../../testing/gateway/index.ts";
import { posixCommands } from "../../testing/oracles/shell-words.ts";
import { hasProgram } from "../../testing/programs.ts";
import { signCall } from "./signed-call.ts";

const host = executeApiHost(forms.readable.shopId);

const isAtHand = hasProgram("curl", "calls that curl signs");

describe.skipIf(!isAtHand)("a call that curl signs", () => {
  let gateway: RunningGateway;
  beforeAll(async () => {
    gateway = await startGateway();
  });
  afterAll(() => gateway.close());

  /** The status that the local gateway gives to the printed command, run with these credentials. */
  function statusOf(url: string, key: { accessKeyId: string; secretAccessKey: string; sessionToken?: string }) {
    const { command, says } = signCall(caseOf({ url, ...missingToken }), "Sign the request.");
    expect(says).toContain("leave the header `x-amz-security-token` out");
    const [words = []] = posixCommands("bash", command ?? "");
    const own = words.slice(1).map((word) => credentialIn(word, key));
    const unused = key.sessionToken === undefined ? own.findIndex((word) => word.startsWith("x-amz-security")) : -1;
    const sent = unused < 0 ? own : own.toSpliced(unused - 1, 2);
    const local = ["--insecure", "--connect-to", `::127.0.0.1:${gateway.port}`];
    return new Promise<string>((resolve) => {
      execFile("curl", [...local, ...sent], (_, stdout) => resolve(/^HTTP\/\S+ (\d+)/.exec(stdout)?.[1] ?? stdout));
    });
  }

  it.each([
    "",
    "?year=2025&month=10",
    "?b=two+words&a=x:y/z&b=1&empty",
    "?name=%e4%bd%a0&q=a%20b~c!",
    "?X-Amz-Signature=0&X-Amz-Date=20200101T000000Z&a=1",
  ])("is accepted with the query %j, whatever version of curl signs it", async (query) => {
    const url = `https://${host}/prod/ledger${query}`;
    expect(await statusOf(url, callers.analyst)).toBe("200");
    expect(await statusOf(url, callers.session)).toBe("200");
  });
});

/** The word with the credentials for the stand-ins of the variables. */
function credentialIn(
  word: string,
  key: { accessKeyId: string; secretAccessKey: string; sessionToken?: string },
): string {
  if (word.startsWith("x-amz-security-token:")) return `x-amz-security-token: ${key.sessionToken}`;
  return word.includes("AWS_SECRET_ACCESS_KEY") ? `${key.accessKeyId}:${key.secretAccessKey}` : word;
}

it("sends the body that the request had, and says where it is to be saved", () => {
  const { says, command } = signCall(
    caseOf({ method: "POST", url: `https://${host}/prod/ledger`, requestBody: "{}", ...missingToken }),
    "Sign.",
  );
  expect(says).toContain("Save the body as request-body.");
  expect(command).toContain("--data-binary @request-body");
});

it("says which curl it takes where the path has escapes", () => {
  const { says } = signCall(caseOf({ url: `https://${host}/prod/a%20b`, ...missingToken }), "Sign.");
  expect(says).toContain("curl 8.9 or newer");
});
