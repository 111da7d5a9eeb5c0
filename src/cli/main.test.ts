import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { marked } from "marked";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { markdown } from "../reports/formats/markdown.ts";
import { formats } from "../reports/formats.ts";

/** Each starts Node anew, some of them several times. */
vi.setConfig({ testTimeout: 60_000 });

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

test("a pipeline fails where it was told to, and still gets its output", () => {
  const { status, stdout } = apigw403(good, "--format", "ndjson", "--fail-on", "any");
  const lines = stdout.trimEnd().split("\n");
  expect(lines.map((line) => JSON.parse(line).status)).toEqual([403]);
  expect(status).toBe(1);
  expect(apigw403(good, "--fail-on", "any", "--only", "waf-blocked-apigw").status).toBe(0);
});

test("a quoted pattern names files, and one that fits none is missing", () => {
  const captures = join(folder, "captures");
  mkdirSync(join(captures, "deep"), { recursive: true });
  copyFileSync(good, join(captures, "a.har"));
  copyFileSync(good, join(captures, "deep", "b.har"));
  const { stdout } = apigw403(`${captures}/**/*.har`, "--json");
  expect(JSON.parse(stdout).files).toHaveLength(2);
  expect(apigw403(`${captures}/*.zip`)).toMatchObject({ status: 2, stderr: expect.stringContaining("no such file") });
});

test("several captures become a HAR file each in the folder named", () => {
  const out = join(folder, "minimal");
  expect(apigw403(good, `${folder}/captures/*.har`, "--format", "minimal-har").status).toBe(2);
  expect(apigw403(good, `${folder}/captures/*.har`, "--format", "minimal-har", "--out", out).status).toBe(0);
  expect(readdirSync(out).toSorted()).toEqual(["a.minimal.har", "good.minimal.har"]);
  const { stdout } = apigw403(join(out, "a.minimal.har"), "--json");
  expect(JSON.parse(stdout).diagnoses).toHaveLength(1);
});

test("the annotated file is whole, also of UTF-16", () => {
  const { stdout, status } = apigw403(good, "--format", "har");
  expect(JSON.parse(stdout).log.entries[0]._apiGateway403.status).toBe(403);
  expect(status).toBe(0);
});

test("a capture is never written over", () => {
  const before = readFileSync(good);
  const { status, stderr } = apigw403(good, "--format", "har", "--out", good);
  expect(stderr).toContain("would be lost");
  expect(readFileSync(good)).toEqual(before);
  expect(status).toBe(2);
});

test("a cause that there is none of is a mistake, not an empty list", () => {
  expect(apigw403(good, "--only", "no-such-cause")).toMatchObject({ status: 2, stdout: "" });
});

test("no text of a capture steers the terminal or becomes markup, in any format", () => {
  const hostile = "\u001b[2J\u202e\u009b<img src=x onerror=alert(1)>[a](javascript:alert(1))`";
  const named = { name: `x-${hostile}`, value: hostile };
  const url = `https://a1b2c3d4e5.execute-api.eu-west-1.amazonaws.com/prod/${hostile}?q=${hostile}`;
  const entry = {
    startedDateTime: "2024-05-06T10:30:15Z",
    comment: hostile,
    request: { method: `GET${hostile}`, url, headers: [named], cookies: [named], postData: { text: hostile } },
    response: { status: 403, statusText: hostile, headers: [named], content: { mimeType: hostile, text: hostile } },
    serverIPAddress: hostile,
    _error: hostile,
  };
  const file = join(folder, "hostile.har");
  const log = { creator: { name: hostile, version: hostile }, pages: [{ title: hostile }], entries: [entry, hostile] };
  writeFileSync(file, JSON.stringify({ log }));
  for (const { id: format } of formats.filter(({ covers }) => covers === "all")) {
    const { stdout, stderr } = apigw403(file, "--format", format);
    expect(stdout, format).toContain("403");
    expect(`${stdout}${stderr}`.replaceAll("\n", ""), format).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
    if (format === markdown.id) expect(marked.parse(stdout)).not.toMatch(/<(?:img|script)|href="javascript/i);
  }
});

test("what a file says of its own diagnoses is not believed", () => {
  const forged = har.replace(
    '"startedDateTime"',
    '"_apiGateway403":{"cause":"waf-blocked-apigw"},"comment":"certain","startedDateTime"',
  );
  const file = join(folder, "forged.har");
  writeFileSync(file, forged);
  const diagnosis = (of: string) => JSON.parse(apigw403(of, "--format", "ndjson").stdout);
  expect({ ...diagnosis(file), file: "" }).toEqual({ ...diagnosis(good), file: "" });
});

test("a command that makes no sense is explained with the usage", () => {
  const { status, stdout, stderr } = apigw403();
  expect(stderr).toContain("Usage: apigw403");
  expect(stdout).toBe("");
  expect(status).toBe(2);
});

test("ask shows a plan, and makes no request where nobody could allow it", () => {
  const plan = apigw403("ask", good, "--entry", "0");
  expect(plan.stdout).toMatch(/ask +Ask for a path that cannot exist\.\n +curl -si .*\/prod\/no-such-path-403/);
  expect(plan.status).toBe(0);
  const run = apigw403("ask", good, "--run");
  expect(run.stderr).toContain("There is no terminal");
  expect(run.stderr).toContain("Usage: apigw403 ask FILE");
  expect([run.stdout, run.status]).toEqual(["", 2]);
});

test("a report has its commands for the chosen shell", () => {
  const { stdout } = apigw403(good, "--format", "markdown", "--shell", "powershell");
  expect(stdout).toContain("```powershell\n");
  expect(stdout).not.toContain("```sh\n");
});
