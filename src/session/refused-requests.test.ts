import { describe, expect, it } from "vitest";
import type { ExampleExchange } from "../../rules/example.ts";
import { recordingOf } from "../../testing/examples/recording.ts";
import { openSession } from "./open-session.ts";
import type { Recorded } from "./recording.ts";

const host = "https://a1b2c3d4e5.execute-api.eu-west-1.amazonaws.com";
const url = `${host}/prod/orders`;

/** Entries of the subjects, each with the entries that it blocks. */
function subjects(recorded: readonly Recorded[]): [entry: number, blocks: number[]][] {
  return openSession(recorded, []).refusedRequests.map(({ exchange, blocks }) => [
    exchange.entry,
    blocks.map(({ entry }) => entry),
  ]);
}

function subjectsOf(...exchanges: ExampleExchange[]): [entry: number, blocks: number[]][] {
  return subjects(recordingOf({ title: "", exchanges }));
}

const itself = [[0, []]];

describe("is a subject", () => {
  it.each<[what: string, exchange: ExampleExchange]>([
    ["a 403, whoever sent it", { url: "https://www.example.com/", status: 403 }],
    [
      "a refusal whose status the owner changed",
      { url, status: 401, responseHeaders: { "x-amzn-errortype": "AccessDeniedException" } },
    ],
    ["a challenge of AWS WAF", { url, status: 202, responseHeaders: { "x-amzn-waf-action": "challenge" } }],
    ["a captcha of AWS WAF", { url, status: 405, responseHeaders: { "x-amzn-waf-action": "captcha" } }],
    ["a refusal that CORS hid from the recorder", { url, status: 0, error: "net::ERR_FAILED" }],
    ["a handshake that TLS cut", { url, status: 0, error: "net::ERR_CONNECTION_RESET" }],
    [
      "a WebSocket on which a frame says Forbidden",
      {
        url: "wss://a1b2c3d4e5.execute-api.eu-west-1.amazonaws.com/prod",
        status: 101,
        resourceType: "websocket",
        frames: [{ type: "receive", data: '{"message": "Forbidden", "connectionId":"c=", "requestId":"r="}' }],
      },
    ],
    [
      "a WebSocket handshake that was refused",
      { url: "wss://a1b2c3d4e5.execute-api.eu-west-1.amazonaws.com/prod", status: 403, resourceType: "websocket" },
    ],
  ])("%s", (_, exchange) => expect(subjectsOf(exchange)).toEqual(itself));

  it("Playwright's -1, which stands for no response", () => {
    const [recorded] = recordingOf({ title: "", exchanges: [{ url, status: 0, error: "net::ERR_FAILED" }] });
    if (recorded === undefined) throw new Error("nothing was recorded");
    const { har } = recorded;
    const withoutAnswer = { ...recorded, har: { ...har, response: { ...har.response, status: -1 } } };
    expect(subjects([withoutAnswer])).toEqual(itself);
  });
});

describe("is no subject", () => {
  it.each<[what: string, exchange: ExampleExchange]>([
    ["a plain 401", { url, status: 401, responseBody: '{"message":"Unauthorized"}' }],
    [
      "a 401 with the type of missing credentials",
      { url, status: 401, responseHeaders: { "x-amzn-errortype": "UnauthorizedException" } },
    ],
    ["a plain 404", { url, status: 404, responseBody: '{"message":"Not Found"}' }],
    [
      "a 500, even with a type of refusals",
      { url, status: 500, responseHeaders: { "x-amzn-errortype": "AccessDeniedException" } },
    ],
    ["a 202 of the application", { url, status: 202 }],
    ["a 405 of the application", { url, status: 405 }],
    ["a cancelled request", { url, status: 0, error: "net::ERR_ABORTED" }],
    ["a server that the browser distrusts", { url, status: 0, error: "net::ERR_CERT_DATE_INVALID" }],
    ["a server that Firefox distrusts", { url, status: 0, error: "SSL_ERROR_BAD_CERT_DOMAIN" }],
    [
      "a network error on somebody else's host",
      { url: "https://www.example.com/", status: 0, error: "net::ERR_FAILED" },
    ],
    [
      "a WebSocket that itself sends the word Forbidden",
      {
        url: "wss://a1b2c3d4e5.execute-api.eu-west-1.amazonaws.com/prod",
        status: 101,
        resourceType: "websocket",
        frames: [{ type: "send", data: '{"message": "Forbidden", "connectionId":"c=", "requestId":"r="}' }],
      },
    ],
    [
      "an application's own frame, which has other keys",
      {
        url: "wss://a1b2c3d4e5.execute-api.eu-west-1.amazonaws.com/prod",
        status: 101,
        resourceType: "websocket",
        frames: [
          { type: "receive", data: '{"message":"Forbidden","connectionId":"c=","requestId":"r=","room":"lobby"}' },
        ],
      },
    ],
  ])("%s", (_, exchange) => expect(subjectsOf(exchange)).toEqual([]));
});

describe("a refused preflight", () => {
  const preflight: ExampleExchange = {
    method: "OPTIONS",
    url,
    resourceType: "preflight",
    requestHeaders: { origin: "https://app.example.com", "access-control-request-method": "PUT" },
    status: 403,
    at: 10,
  };
  const blocked: ExampleExchange = { method: "PUT", url, status: 0, error: "net::ERR_FAILED", at: 10 };

  it("is one subject with the request behind it, in whichever order they arrive", () => {
    expect(subjectsOf(preflight, blocked)).toEqual([[0, [1]]]);
    expect(subjectsOf(blocked, preflight)).toEqual([[1, [0]]]);
  });

  it("names what it blocks in order of arrival", () => {
    expect(subjectsOf({ ...blocked, at: 12 }, preflight, { ...blocked, at: 8 })).toEqual([[1, [0, 2]]]);
  });

  it.each<[what: string, other: Partial<ExampleExchange>]>([
    ["another verb", { method: "DELETE" }],
    ["another URL", { url: `${url}?page=2` }],
    ["a time half a minute later", { at: 41 }],
    ["a time half a minute earlier", { at: -21 }],
  ])("does not take a request with %s", (_, other) => {
    expect(subjectsOf(preflight, { ...blocked, ...other })).toEqual([
      [0, []],
      [1, []],
    ]);
  });

  it("takes a request without a time, which may be its own", () => {
    const [first, second] = recordingOf({ title: "", exchanges: [preflight, blocked] });
    if (first === undefined || second === undefined) throw new Error("nothing was recorded");
    expect(subjects([first, { ...second, har: { ...second.har, startedDateTime: null } }])).toEqual([[0, [1]]]);
  });

  it("does not take a request of another file", () => {
    const [first, second] = recordingOf({ title: "", exchanges: [preflight, blocked] });
    if (first === undefined || second === undefined) throw new Error("nothing was recorded");
    expect(subjects([first, { ...second, file: "other.har" }])).toHaveLength(2);
  });

  it("takes nothing that got a response", () => {
    expect(subjectsOf(preflight, { method: "PUT", url, status: 200, at: 10 })).toEqual(itself);
  });
});
