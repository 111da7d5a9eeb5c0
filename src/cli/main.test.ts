import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";

const root = join(import.meta.dirname, "../..");
const har = `{"log":{"entries":[{"startedDateTime":"2024-05-06T10:30:15Z",
  "request":{"method":"GET","url":"https://a1b2c3d4e5.execute-api.eu-west-1.amazonaws.com/prod/a","headers":[]},
  "response":{"status":403,"headers":[{"name":"x-amzn-errortype","value":"MissingAuthenticationTokenException"}],
  "content":{"text":"{\\"message\\":\\"Missing Authentication Token\\"}"}}}]}}`;
let folder = "";
let good = "";
let bad = "";

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "apigw403-"));
  good = join(folder, "good.har");
  bad = join(folder, "bad.har");
  writeFileSync(good, Buffer.from(`\uFEFF${har}`, "utf16le"));
  writeFileSync(bad, "<html>");
});

afterAll(() => rmSync(folder, { recursive: true }));

function apigw403(...args: string[]): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(process.execPath, ["--import", "tsx", join(root, "src/cli/main.ts"), ...args], {
    cwd: root,
    encoding: "utf8",
  });
}

test("a file that was read gives code 0, whatever was found in it", () => {
  const { status, stdout, stderr } = apigw403(good);
  expect(stdout).toContain("403 GET https://a1b2c3d4e5.execute-api.eu-west-1.amazonaws.com/prod/a");
  expect(stderr).toBe("");
  expect(status).toBe(0);
});

test("a file that cannot be read gives code 2 and costs no other", () => {
  const { status, stdout, stderr } = apigw403(bad, join(folder, "none.har"), folder, good);
  expect(stdout).toContain("good.har: 1 refused request");
  expect(stdout).not.toContain("bad.har");
  expect(stderr.split("\n")).toEqual([
    expect.stringMatching(/bad\.har: .*HTML/),
    expect.stringMatching(/none\.har: There is no such file/),
    expect.stringMatching(/folder/),
    "",
  ]);
  expect(status).toBe(2);
});

test("a file comes through the standard input", () => {
  const { status, stdout } = spawnSync(process.execPath, ["--import", "tsx", join(root, "src/cli/main.ts"), "-"], {
    cwd: root,
    encoding: "utf8",
    input: har,
  });
  expect(stdout).toContain("-: 1 refused request among 1 request");
  expect(status).toBe(0);
});

test("--json prints the document and nothing else", () => {
  const { status, stdout, stderr } = apigw403("--json", good, bad);
  const document = JSON.parse(stdout);
  expect(document.files.map(({ file }: { file: string }) => file)).toEqual([good, bad]);
  expect(document.diagnoses).toHaveLength(1);
  expect(stderr).toBe("");
  expect(status).toBe(2);
});

test("a command that makes no sense is explained with the usage", () => {
  const { status, stdout, stderr } = apigw403();
  expect(stderr).toContain("Usage: apigw403");
  expect(stdout).toBe("");
  expect(status).toBe(2);
});
