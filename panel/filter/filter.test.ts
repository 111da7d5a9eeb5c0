import { describe, expect, test } from "vitest";
import { rowFor } from "../../testing/examples/row.ts";
import { entriesOf } from "../list/entries.ts";
import { parseFilter } from "./filter.ts";

const gateway = { hostKind: "default-endpoint" } as const;
const preflight = { ...gateway, cause: "preflight-options-not-defined" };
const rows = [
  rowFor({ ...preflight, key: "0", method: "OPTIONS", path: "/prod/carts", stops: 1 }),
  rowFor({ ...preflight, key: "1", method: "PUT", path: "/prod/carts", status: 0, stoppedBy: "0" }),
  rowFor({ ...gateway, key: "2", path: "/api/Orders", cause: "rest-stage-missing-or-unknown", stage: "api" }),
  rowFor({ key: "3", cause: "s3-access-denied", apiGateway: false, hostKind: "s3", file: "monday morning.har" }),
  rowFor({ key: "4", status: 200, host: "api.example.com", hostIsApiGateway: true }),
];
const entries = entriesOf(rows);

const admitted = (text: string) => {
  const { admits } = parseFilter(text);
  return entries.filter(admits).map(({ row }) => row.key);
};

describe("a filter", () => {
  test("without a term admits everything, and so does one that is not finished", () => {
    for (const text of ["", "  ", "-", "method:", "-cause:", '"']) expect(admitted(text)).toEqual(["0", "2", "3", "4"]);
  });

  test("looks for plain text in method, address, cause and title, whether letters are large or small", () => {
    expect(admitted("orders")).toEqual(["2"]);
    expect(admitted("options")).toEqual(["0"]);
    expect(admitted("stage-missing")).toEqual(["2"]);
    expect(admitted('"title of s3"')).toEqual(["3"]);
    expect(admitted("https://bucket")).toEqual(["3"]);
  });

  test("asks all of its terms", () => {
    expect(admitted("carts status-code:403")).toEqual(["0", "3"]);
    expect(admitted("carts method:GET domain:*.s3.*")).toEqual(["3"]);
    expect(admitted("orders method:POST")).toEqual([]);
  });

  test("has the keys of DevTools' Network panel, which want the whole value or a star", () => {
    expect(admitted("status-code:200")).toEqual(["4"]);
    expect(admitted("status-code:4*")).toEqual(["0", "2", "3"]);
    expect(admitted("status-code:4")).toEqual([]);
    expect(admitted("domain:*.execute-api.*")).toEqual(["0", "2"]);
    expect(admitted("domain:execute-api")).toEqual([]);
    expect(admitted("method:get")).toEqual(["2", "3", "4"]);
    expect(admitted("method:ge*et")).toEqual([]);
    expect(admitted("url:/prod/*carts")).toEqual(["0", "3", "4"]);
  });

  test("has keys for the diagnosis, the API and the file", () => {
    expect(admitted("cause:rest-stage")).toEqual(["2"]);
    expect(admitted('cause:"of preflight"')).toEqual(["0"]);
    expect(admitted("confidence:likely")).toEqual(["0", "2", "3"]);
    expect(admitted("stage:api")).toEqual(["2"]);
    expect(admitted("kind:s3")).toEqual(["3"]);
    expect(admitted("kind:custom-domain")).toEqual(["4"]);
    expect(admitted("kind:API")).toEqual(["0", "2"]);
    expect(admitted('file:"monday mor"')).toEqual(["3"]);
  });

  test("leaves out what stands after a minus, also where nothing is known of it", () => {
    expect(admitted("-cause:preflight")).toEqual(["2", "3", "4"]);
    expect(admitted("-stage:api -kind:s3")).toEqual(["0", "4"]);
    expect(admitted('-"Title of"')).toEqual(["4"]);
  });

  test("finds a preflight by what it stopped", () => {
    expect(admitted("method:PUT")).toEqual(["0"]);
    expect(admitted("-method:PUT")).toEqual(["2", "3", "4"]);
  });

  test("takes no pattern for more than stars, and is quick with many of them", () => {
    expect(admitted("[Oo]rders")).toEqual([]);
    expect(admitted("(orders")).toEqual([]);
    const stars = parseFilter(`url:${"*a".repeat(5000)}*b`);
    expect(entriesOf([rowFor({ key: "9", path: `/${"a".repeat(20_000)}` })]).filter(stars.admits)).toEqual([]);
  });
});

describe("the problems of a filter", () => {
  const problems = (text: string) => parseFilter(text).problems;

  test("name a key that there is none of, and one that may be meant; it is looked for as text", () => {
    expect(problems("status:403")).toEqual([
      "“status:” is not a key, so it is looked for as text. Did you mean “status-code:”?",
    ]);
    expect(problems("larger-than:1k")[0]).toContain("Keys are cause, status-code, method");
    expect(admitted("larger-than:1k")).toEqual([]);
  });

  test("name a value that cannot be", () => {
    expect(problems("confidence:sure")).toEqual(["“confidence:” takes one of certain, likely, ambiguous."]);
    expect(problems("status-code:forbidden")[0]).toContain("a number such as 403");
    expect(problems("kind:lambda")[0]).toContain("lambda-url");
  });

  test("are none for what can be", () => {
    for (const text of [
      "confidence:*ly",
      "kind:cf",
      "kind:lambda*",
      "status-code:40*",
      "https://x",
      "-method:GET",
      "stage:x",
    ])
      expect(problems(text)).toEqual([]);
  });
});
