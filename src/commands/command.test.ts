import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { command } from "./command.ts";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "apigw403-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** The words that a shell makes of the command, each behind the last. */
function wordsIn(shell: string, text: string): string[] {
  const output = execFileSync(shell, ["-c", text], {
    cwd: folder,
    env: { PATH: process.env["PATH"], HOME: "/home/x" },
  });
  return output.toString().split("\0").slice(0, -1);
}

const hostile = [
  "plain-word_1.2:3/4",
  "",
  " ",
  "two words",
  "it's",
  "''",
  "'; touch owned; '",
  "'\"'\"'; touch owned #",
  "$(touch owned)",
  "`touch owned`",
  `$HOME \${HOME} $$ $!`,
  "a; touch owned",
  "a && touch owned",
  "a | touch owned",
  "a > owned",
  "a < /etc/passwd",
  "& touch owned &",
  "\\",
  "\\'",
  "ends with \\",
  "*",
  "?[a-z]*",
  "{a,b}",
  "~",
  "~root",
  "#comment",
  "!history !!",
  "%s %n %d",
  "-rf",
  "--output=owned",
  "=ls",
  "a=b",
  "https://h.example/p?a=1&b='2'#f",
  "https://h.example/%0a%27;touch%20owned",
  "ünïcödé 🦊",
];

/** Text without what is written out, rich in what shells act on. */
const hostileText = fc.string({
  unit: fc.oneof(
    fc.constantFrom(..."'\"`$\\;&|<>(){}[]*?~#!%=@,- \u2018\u2019".split("")),
    fc.string({ unit: "grapheme-ascii", minLength: 1, maxLength: 1 }),
  ),
  maxLength: 40,
});

describe.each(["dash", "bash"])("in %s", (shell) => {
  it.each(hostile)("%j arrives as the one word it was", (value) => {
    expect(wordsIn(shell, command`printf '%s\\0' before ${value} after`.command)).toEqual(["before", value, "after"]);
    expect(readdirSync(folder)).toEqual([]);
  });

  it("a long value arrives whole", () => {
    const value = `${"x".repeat(20_000)}'${"y".repeat(20_000)}`;
    expect(wordsIn(shell, command`printf '%s\\0' ${value}`.command)).toEqual([value]);
  });

  it("any text arrives as the words that it was put into", () => {
    fc.assert(
      fc.property(fc.array(hostileText, { minLength: 1, maxLength: 4 }), (values) => {
        const texts = values.map((value) => command`${value}`.command);
        expect(wordsIn(shell, `printf '%s\\0' ${texts.join(" ")}`)).toEqual(values);
      }),
      { numRuns: 60 },
    );
    expect(readdirSync(folder)).toEqual([]);
  });

  it("values that touch each other and the literal stay one word", () => {
    const [open, close] = ["it's {", "} $HOME"];
    expect(wordsIn(shell, command`printf '%s\\0' item=${open}${close}`.command)).toEqual(["item=it's {} $HOME"]);
  });

  it.each([
    ["\ntouch owned\n", "%0Atouch owned%0A"],
    ["a\r\nx-injected: 1", "a%0D%0Ax-injected: 1"],
    ["\u001b[2J\u001b]0;title\u0007", "%1B[2J%1B]0;title%07"],
    ["\u0000", "%00"],
    ["\u007f\u0080\u009b", "%7F%C2%80%C2%9B"],
    ["a\u202eb\u2066c\u200fd", "a%E2%80%AEb%E2%81%A6c%E2%80%8Fd"],
    ["\u2028\u2029", "%E2%80%A8%E2%80%A9"],
  ])("%j, which would act on the terminal, is written out", (value, written) => {
    const text = command`printf '%s\\0' ${value}`.command;
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
    expect(text).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/);
    expect(wordsIn(shell, text)).toEqual([written]);
    expect(readdirSync(folder)).toEqual([]);
  });
});

it("leaves harmless words unquoted, so that commands stay readable", () => {
  expect(command`aws apigateway get-stages --rest-api-id ${"a1b2c3d4e5"} --region ${"eu-west-1"}`.command).toBe(
    "aws apigateway get-stages --rest-api-id a1b2c3d4e5 --region eu-west-1",
  );
});

it("quotes a leading =, which zsh would replace by the path of a program", () => {
  expect(command`echo ${"=ls"} ${"a=ls"}`.command).toBe("echo '=ls' a=ls");
});

it("refuses a literal with a character that shells act on", () => {
  expect(() => command`aws sts get-caller-identity | tee file`).toThrow("no word");
  expect(() => command`echo $HOME`).toThrow("no word");
});

describe("in PowerShell", () => {
  it("any text arrives as the word that it was put into", () => {
    fc.assert(
      fc.property(hostileText, hostileText, (before, value) => {
        const line = command`aws --option ${before} name=${value} end`.powershell;
        expect(powershellWords(line)).toEqual(["aws", "--option", before, `name=${value}`, "end"]);
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    "@splat",
    "a,b",
    "1kb",
    "0x10",
    "-a:b",
    "-a.b",
    "--%",
    "%",
    "{}",
    "$x",
    "*",
    "~",
    "#",
    "",
    "=x",
    "a;b",
    "it’s",
  ])("%j is quoted, since it would be read otherwise", (value) =>
    expect(command`aws ${value}`.powershell).toMatch(/^aws '.*'$/),
  );

  it("keeps to one line", () => {
    const text = command`aws ${"a\nb\r\u2028\u0000\u0085"}`.powershell;
    expect(text).toBe("aws 'a%0Ab%0D%E2%80%A8%00%C2%85'");
  });

  it("takes variables from the environment, as one argument each", () => {
    expect(command`curl --user "$AWS_ACCESS_KEY_ID:$AWS_SECRET_ACCESS_KEY" -H ${"it's: "}"$TOKEN"`.powershell).toBe(
      `curl --user "\${env:AWS_ACCESS_KEY_ID}:\${env:AWS_SECRET_ACCESS_KEY}" -H ('it''s: ' + "\${env:TOKEN}")`,
    );
  });
});

/** The words of a line of bare and single-quoted words, by PowerShell's rules: a doubled quote of any kind is one. */
function powershellWords(line: string): string[] {
  const words = [
    ...line.matchAll(
      /['\u2018-\u201b]((?:[^'\u2018-\u201b]|['\u2018-\u201b]{2})*)['\u2018-\u201b]|([A-Za-z_-][\w./=-]*)/g,
    ),
  ];
  expect(words.map(([text]) => text).join(" ")).toBe(line);
  return words.map(([, quoted, bare]) => bare ?? (quoted ?? "").replace(/(['\u2018-\u201b])['\u2018-\u201b]/g, "$1"));
}
