import { expect, test } from "vitest";
import { json } from "../reports/formats/json.ts";
import { sarif } from "../reports/formats/sarif.ts";
import { text as list } from "../reports/formats/text.ts";
import { parseArguments, UsageError } from "./arguments.ts";

const usual = {
  kind: "diagnose",
  files: ["a.har"],
  format: list,
  out: null,
  only: [],
  failOn: null,
  apiHosts: [],
  filesTogether: false,
  unmasked: false,
  hidePeople: false,
  text: { shell: "bash", logs: false },
};

test("files, with or without the word diagnose", () => {
  const expected = { ...usual, files: ["a.har", "b.har"] };
  expect(parseArguments(["a.har", "b.har"])).toEqual(expected);
  expect(parseArguments(["diagnose", "a.har", "b.har"])).toEqual(expected);
});

test("options may stand anywhere and hosts may be repeated", () => {
  expect(
    parseArguments(["--api-host", "*.example.com", "a.har", "--json", "--together", "--api-host=api.test"]),
  ).toEqual({ ...usual, format: json, apiHosts: ["*.example.com", "api.test"], filesTogether: true });
});

test("a pipeline names causes, a level and a place", () => {
  const argv = ["a.har", "--format", "sarif", "--out", "x.sarif", "--only", "waf-blocked-apigw", "--fail-on", "likely"];
  const asked = { format: sarif, out: "x.sarif", only: ["waf-blocked-apigw"], failOn: "likely" };
  expect(parseArguments(argv)).toEqual({ ...usual, ...asked });
});

test.each([
  ["--format", "xml"],
  ["--fail-on", "ambiguous"],
  ["--unmasked"],
  ["--json", "--format", "sarif"],
  ["--format", "har", "--together"],
])("a.har %s %s %s makes no sense", (...argv) => {
  expect(() => parseArguments(["a.har", ...argv])).toThrow(UsageError);
});

test("commands are written for the shell that is named, and logs are told of where asked", () => {
  const text = { shell: "powershell", logs: true };
  expect(parseArguments(["a.har", "--logs", "--shell", "powershell"])).toEqual({ ...usual, text });
  expect(() => parseArguments(["a.har", "--shell", "fish"])).toThrow(UsageError);
});

test("credentials are kept where that is asked for, in HAR files alone", () => {
  expect(parseArguments(["a.har", "--format", "minimal-har", "--unmasked"])).toMatchObject({ unmasked: true });
});

test("help and version need no file", () => {
  expect(parseArguments(["--help"])).toEqual({ kind: "help" });
  expect(parseArguments(["--version"])).toEqual({ kind: "version" });
});

test.each([[[]], [["diagnose"]], [["--jsn", "a.har"]], [["a.har", "--api-host"]], [["a.har", "--shell", "cmd"]]])(
  "%j is no command",
  (argv) => {
    expect(() => parseArguments(argv)).toThrow(UsageError);
  },
);
