import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { materialBeside } from "../material-beside.ts";
import { presignedUrl, signedHeaders } from "./signer.ts";
import { canonicalRequest, fromAmzDate, signatureOf, stringToSign } from "./sigv4.ts";

// The signing test suite of aws-c-auth (Apache-2.0) isn't part of this repository; where it lies beside it, it is used.
const suite = materialBeside("suites/sigv4", "AWS's SigV4 suite: the local gateway") ?? "";
const parts = {
  date: "20150830",
  region: "us-east-1",
  service: "service",
  terminator: "aws4_request",
  timestamp: "20150830T123600Z",
};
const secret = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";

interface Example {
  readonly method: string;
  readonly path: string;
  readonly query: string;
  readonly headers: [string, string][];
  readonly body: string;
}

function read(name: string, file: string): string {
  return readFileSync(join(suite, name, file), "utf8").replaceAll("\r", "");
}

function parse(text: string): Example {
  const end = text.indexOf("\n\n");
  const head = end < 0 ? text : text.slice(0, end);
  const [requestLine = "", ...lines] = head.split("\n");
  const [, method = "", target = ""] = /^(\S+) (.*) HTTP\/1\.1$/.exec(requestLine) ?? [];
  const mark = target.indexOf("?");
  const headers: [string, string][] = [];
  for (const line of lines.filter(Boolean)) {
    const last = headers.at(-1);
    // A line that begins with white space goes on with the header before it.
    if (/^\s/.test(line) && last) last[1] += ` ${line}`;
    else headers.push([line.slice(0, line.indexOf(":")), line.slice(line.indexOf(":") + 1)]);
  }
  return {
    method,
    path: mark < 0 ? target : target.slice(0, mark),
    query: mark < 0 ? "" : target.slice(mark + 1),
    headers,
    body: end < 0 ? "" : text.slice(end + 2),
  };
}

function signedNames(canonical: string): string[] {
  return canonical.split("\n").at(-2)?.split(";") ?? [];
}

const examples =
  suite !== ""
    ? readdirSync(suite, { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map((entry) => entry.name)
    : [];

describe.skipIf(examples.length === 0)("the AWS signing test suite", () => {
  describe.each(["header", "query"] as const)("signed in the %s", (place) => {
    it.each(examples)("%s", (name) => {
      const context = JSON.parse(read(name, "context.json")) as { normalize: boolean; omit_session_token?: boolean };
      const expected = read(name, `${place}-canonical-request.txt`);
      const request = parse(read(name, `${place}-signed-request.txt`));
      // The token then joins the query after signing.
      const query = context.omit_session_token
        ? request.query.replace(/&X-Amz-Security-Token=[^&]*/, "")
        : request.query;
      const canonical = canonicalRequest({ ...request, query }, signedNames(expected), {
        normalizePath: context.normalize,
      });
      expect(canonical).toBe(expected);
      expect(stringToSign(canonical, parts)).toBe(read(name, `${place}-string-to-sign.txt`).trim());
      expect(signatureOf(stringToSign(canonical, parts), secret, parts)).toBe(
        read(name, `${place}-signature.txt`).trim(),
      );
    });
  });
});

describe("canonical requests of API Gateway", () => {
  const request = {
    method: "GET",
    path: "/prod/caf%C3%A9",
    query: "b=2&a=1+1",
    headers: [["Host", "api.example.com"]] as const,
    body: "",
  };

  it("encode the path once more than the wire", () => {
    expect(canonicalRequest(request, ["host"]).split("\n")[1]).toBe("/prod/caf%25C3%25A9");
  });

  it("read a plus sign in the query as a space", () => {
    expect(canonicalRequest(request, ["host"]).split("\n")[2]).toBe("a=1%201&b=2");
  });
});

describe("signing", () => {
  const input = {
    method: "GET",
    url: "https://api.example.com/orders?b=2",
    key: { accessKeyId: "AKIDEXAMPLE", secretAccessKey: secret },
    region: "eu-west-1",
    at: new Date("2025-01-02T03:04:05Z"),
  };

  it("states scope and signed headers", () => {
    expect(signedHeaders(input)["authorization"]).toMatch(
      /^AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE\/20250102\/eu-west-1\/execute-api\/aws4_request, SignedHeaders=host;x-amz-date, Signature=[\da-f]{64}$/,
    );
  });

  it("changes with the body", () => {
    expect(signedHeaders({ ...input, body: "a" })["authorization"]).not.toBe(signedHeaders(input)["authorization"]);
  });

  it("keeps the query of a presigned URL", () => {
    expect(presignedUrl(input, 60)).toMatch(
      /^https:\/\/api\.example\.com\/orders\?b=2&X-Amz-Algorithm=.+&X-Amz-Signature=[\da-f]{64}$/,
    );
  });

  it("reads back its own instants", () => {
    expect(fromAmzDate("20250102T030405Z")).toEqual(input.at);
    expect(fromAmzDate("yesterday")).toBeUndefined();
  });
});
