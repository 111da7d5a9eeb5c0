import { expect, test } from "vitest";
import type { ExchangeView } from "../../../src/worker/protocol.ts";
import { spotOf } from "./evidence-spot.ts";

const exchange: ExchangeView = {
  key: "0 a.har",
  method: "GET",
  url: "https://api.example.com/prod/orders?page=2",
  query: [],
  requestHeaders: [{ name: "X-Api-Key", value: "[redacted 123456]" }],
  requestBody: { missing: "not captured" },
  status: 403,
  failure: null,
  responseHeaders: [
    { name: "x-amzn-ErrorType", value: "ForbiddenException" },
    { name: "date", value: "Tue, 04 Nov 2025 10:00:01 GMT" },
  ],
  responseBody: { text: '{"message":"Forbidden"}', rest: 0 },
};

const errorType = { part: "response-header", name: "x-amzn-errortype" } as const;

test("a header is found by its name in any case, and by the part of its value that is quoted", () => {
  expect(spotOf([{ ...errorType, text: "ForbiddenException" }], exchange)).toEqual({
    part: "response-header",
    name: "x-amzn-ErrorType",
    text: "ForbiddenException",
  });
  expect(spotOf([{ part: "request-header", name: "x-api-key", text: "" }], exchange)).toEqual({
    part: "request-header",
    name: "X-Api-Key",
    text: "[redacted 123456]",
  });
  expect(spotOf([{ ...errorType, text: "AccessDenied" }], exchange)).toBeNull();
});

test("what is quoted is looked for in its own part alone", () => {
  expect(spotOf([{ part: "url", name: null, text: "/prod" }], exchange)).toEqual({
    part: "url",
    name: null,
    text: "/prod",
  });
  expect(spotOf([{ part: "response-body", name: null, text: "Forbidden" }], exchange)?.part).toBe("response-body");
  expect(spotOf([{ part: "response-body", name: null, text: "/prod" }], exchange)).toBeNull();
  expect(spotOf([{ part: "request-header", name: "date", text: "" }], exchange)).toBeNull();
});

test("what may stand in URL or body is found in either", () => {
  const quote = { part: "request", name: null, text: "page=2" } as const;
  expect(spotOf([quote], exchange)?.part).toBe("url");
  const sent = { ...exchange, url: "https://api.example.com/", requestBody: { text: "page=2", rest: 0 } };
  expect(spotOf([quote], sent)?.part).toBe("request-body");
});

test("the first quote that is shown counts", () => {
  const nowhere = { part: "url", name: null, text: "nowhere" } as const;
  const date = { part: "response-header", name: "date", text: "Tue, 04 Nov" } as const;
  expect(spotOf([nowhere, date], exchange)).toMatchObject({ name: "date", text: "Tue, 04 Nov" });
});

test("nothing is pointed to where nothing shown is quoted", () => {
  expect(spotOf([], exchange)).toBeNull();
  expect(spotOf([{ part: "derived", name: null, text: "Forbidden" }], exchange)).toBeNull();
  expect(spotOf([{ part: "other-request", name: null, text: "GET" }], exchange)).toBeNull();
  expect(spotOf([{ part: "url", name: null, text: "e" }], exchange)).toBeNull();
});
