import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";
import type { ExampleExchange } from "../../rules/example.ts";
import { recordingOf } from "../../testing/examples/recording.ts";
import { openSession } from "../session/open-session.ts";
import { requestAsCurl } from "./curl.ts";

const url = "https://a1b2c3d4e5.execute-api.eu-west-1.amazonaws.com/prod/orders";

function curl(sent: Partial<ExampleExchange>): string {
  const [exchange] = openSession(recordingOf({ title: "", exchanges: [{ url, status: 403, ...sent }] }), []).exchanges;
  if (exchange === undefined) throw new Error("nothing was recorded");
  return requestAsCurl(exchange.request).command;
}

/** The words that a shell makes of the command, with the variables set to what they are named. */
function words(command: string, variables: Readonly<Record<string, string>> = {}): readonly string[] {
  const script = `curl() { printf '%s\\0' "$@"; }\n${command}`;
  return execFileSync("sh", ["-c", script], { encoding: "utf8", env: variables }).split("\0").slice(0, -1);
}

test("secrets are variables that are named after their header or parameter", () => {
  const command = curl({
    url: `${url}?api_key=s3cr3t-of-the-user&page=2`,
    requestHeaders: { "x-api-key": "key-of-the-user-0123456789", authorization: "Bearer token-of-the-user" },
  });
  expect(command).not.toContain("of-the-user");
  const given = words(command, { API_KEY: "one", X_API_KEY: "two", AUTHORIZATION: "three" });
  expect(given).toContain(`${url}?api_key=one&page=2`);
  expect(given).toContain("x-api-key: two");
  expect(given).toContain("authorization: Bearer three");
});

test("whatever a page sends is one word, and never an option or a file to curl", () => {
  const command = curl({
    method: "POST",
    url: `${url}?q='$(touch /tmp/x)'&name=a;b&list[0]={1}`,
    requestHeaders: { "x-note": "it's `id`", "@/etc/passwd": "x" },
    requestBody: "@/etc/passwd",
  });
  const given = words(command);
  expect(given).toContain(`${url}?q='$(touch /tmp/x)'&name=a;b&list[0]={1}`);
  expect(given).toContain("x-note: it's `id`");
  expect(given.some((word) => word.startsWith("@/etc/passwd:"))).toBe(false);
  expect(given[given.indexOf("@/etc/passwd") - 1]).toBe("--data-raw");
  expect(given[0]).toContain("g");
});

test("a signature is made anew", () => {
  const scope = "AKIAIOSFODNN7EXAMPLE/20260302/eu-west-1/execute-api/aws4_request";
  const signature = "0".repeat(64);
  const command = curl({
    requestHeaders: {
      "x-amz-date": "20260302T093000Z",
      "x-amz-security-token": "session-token-of-the-user",
      authorization: `AWS4-HMAC-SHA256 Credential=${scope}, SignedHeaders=host;x-amz-date, Signature=${signature}`,
    },
  });
  expect(command).not.toMatch(/AKIA|0{64}|of-the-user|x-amz-date/);
  const given = words(command, { AWS_ACCESS_KEY_ID: "id", AWS_SECRET_ACCESS_KEY: "key", AWS_SESSION_TOKEN: "token" });
  expect(given.join(" ")).toContain("--aws-sigv4 aws:amz:eu-west-1:execute-api --user id:key");
  expect(given).toContain("x-amz-security-token: token");
});

test("a header without a value is sent, and no body is waited for behind HEAD", () => {
  const given = words(curl({ method: "HEAD", requestHeaders: { "x-empty": "" } }));
  expect(given).toContain("x-empty;");
  expect(given).toContain("--head");
  expect(given).not.toContain("-X");
});

test("a body with a secret, or that is not plain text, is left to a variable", () => {
  expect(curl({ method: "POST", requestBody: '{"password":"of-the-user"}' })).toContain('--data-raw "$BODY"');
  expect(curl({ method: "POST", requestBody: "a\u0000b" })).toContain('--data-raw "$BODY"');
  expect(words(curl({ method: "POST", requestBody: '{"name":"it\'s"}' }))).toContain('{"name":"it\'s"}');
});
