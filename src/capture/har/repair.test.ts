import { expect, test } from "vitest";
import type { HarEntry } from "../entry.ts";
import { repairEntry } from "./repair.ts";

const url = "https://a1b2c3d4e5.execute-api.eu-west-1.amazonaws.com/prod/orders";

function repaired(raw: unknown): { entry: HarEntry; problems: readonly string[] } {
  const result = repairEntry(raw);
  if ("lost" in result) throw new Error(`lost: ${result.lost}`);
  return result;
}

test("a complete entry of Chrome keeps what a diagnosis uses and needs no repair", () => {
  const { entry, problems } = repaired({
    startedDateTime: "2024-05-06T10:30:15.123Z",
    serverIPAddress: "[2001:db8::1]",
    timings: { wait: 31.5 },
    _resourceType: "fetch",
    request: {
      method: "POST",
      url,
      httpVersion: "h2",
      headers: [{ name: "x-api-key", value: "k" }],
      headersSize: -1,
      bodySize: 2,
      postData: { mimeType: "application/json", text: "{}" },
    },
    response: {
      status: 403,
      statusText: "",
      httpVersion: "h2",
      headers: [{ name: "x-amzn-errortype", value: "ForbiddenException" }],
      redirectURL: "",
      content: { size: 23, mimeType: "application/json", text: '{"message":"Forbidden"}' },
      _error: null,
      _transferSize: 300,
    },
  });
  expect(problems).toEqual([]);
  expect(entry).toEqual({
    startedDateTime: Date.UTC(2024, 4, 6, 10, 30, 15, 123),
    serverIPAddress: "2001:db8::1",
    wait: 31.5,
    resourceType: "fetch",
    webSocketMessages: [],
    request: {
      method: "POST",
      url,
      httpVersion: "h2",
      headers: [{ name: "x-api-key", value: "k" }],
      bodySize: 2,
      postData: "{}",
    },
    response: {
      status: 403,
      statusText: "",
      httpVersion: "h2",
      headers: [{ name: "x-amzn-errortype", value: "ForbiddenException" }],
      redirectURL: "",
      content: { size: 23, mimeType: "application/json", text: '{"message":"Forbidden"}' },
      error: null,
    },
  });
});

test.each([
  ["null", null],
  ["a text", "entry"],
  ["a list", [1]],
  ["an entry without a request", {}],
  ["a request that is null", { request: null }],
  ["a request without a URL", { request: { method: "GET" } }],
  ["a URL that is none", { request: { url: "not a url" } }],
])("%s is lost, with a reason", (_, raw) => {
  expect(repairEntry(raw)).toEqual({ lost: expect.stringMatching(/\w+/) });
});

test("a URL alone is enough; what was missing is told", () => {
  const { entry, problems } = repaired({ request: { url, headers: null }, response: null });
  expect(entry.response.status).toBe(0);
  expect(entry.request.method).toBe("GET");
  expect(problems.join("\n")).toMatch(/headers.*\n.*GET.*\n.*start time.*\n.*response/);
});

test.each([
  ["403", 403],
  [-1, -1],
  ["error", 0],
  [null, 0],
])("reads the status %j as %d", (status, expected) => {
  expect(repaired({ request: { url }, response: { status } }).entry.response.status).toBe(expected);
});

test("keeps why the page got no response, by Chromium or by Playwright", () => {
  const failure = (response: object) => repaired({ request: { url }, response }).entry.response.error;
  expect(failure({ status: 403, _error: "net::ERR_FAILED" })).toBe("net::ERR_FAILED");
  expect(failure({ status: -1, _failureText: "net::ERR_FAILED" })).toBe("net::ERR_FAILED");
  expect(failure({ status: 403, _error: "" })).toBeNull();
});

test("keeps WebSocket messages and form fields that came without their text", () => {
  const { entry } = repaired({
    request: { url: "wss://x.example.com/", postData: { params: [{ name: "a b", value: "1&2" }] } },
    _webSocketMessages: [{ type: "receive", data: '{"message":"Forbidden"}' }, { type: "error" }, null],
  });
  expect(entry.webSocketMessages).toEqual([{ type: "receive", data: '{"message":"Forbidden"}' }]);
  expect(entry.request.postData).toBe("a+b=1%262");
});

test("fields that a polluted prototype would lend are not taken", () => {
  const raw = Object.assign(Object.create({ response: { status: 403 } }), { request: { url } });
  expect(repaired(raw).entry.response.status).toBe(0);
});

test("a file cannot pollute a prototype", () => {
  const hostile = `{"__proto__": {"polluted": 1}, "request": {"url": "${url}", "headers": {"__proto__": {"polluted": 1}}}}`;
  repaired(JSON.parse(hostile));
  expect({}).not.toHaveProperty("polluted");
});
