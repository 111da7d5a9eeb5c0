import { expect, test } from "vitest";
import { parseArguments, UsageError } from "./arguments.ts";

test("files, with or without the word diagnose", () => {
  const text = { shell: "bash", logs: false };
  const expected = {
    kind: "diagnose",
    files: ["a.har", "b.har"],
    json: false,
    apiHosts: [],
    filesTogether: false,
    text,
  };
  expect(parseArguments(["a.har", "b.har"])).toEqual(expected);
  expect(parseArguments(["diagnose", "a.har", "b.har"])).toEqual(expected);
});

test("options may stand anywhere and hosts may be repeated", () => {
  expect(
    parseArguments([
      "--api-host",
      "*.example.com",
      "a.har",
      "--json",
      "--together",
      "--api-host=api.test",
      "--logs",
      "--shell",
      "powershell",
    ]),
  ).toEqual({
    kind: "diagnose",
    files: ["a.har"],
    json: true,
    apiHosts: ["*.example.com", "api.test"],
    filesTogether: true,
    text: { shell: "powershell", logs: true },
  });
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
