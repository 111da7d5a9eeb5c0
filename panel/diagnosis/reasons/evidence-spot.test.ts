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

test("a quoted header is found by its name in any case, and by the value it is quoted with", () => {
  expect(spotOf("`x-amzn-errortype: ForbiddenException` is there", exchange)).toEqual({
    part: "response-headers",
    name: "x-amzn-ErrorType",
    text: "ForbiddenException",
  });
  expect(spotOf("`x-api-key` is sent", exchange)).toMatchObject({ part: "request-headers", name: "X-Api-Key" });
  expect(spotOf("`x-amzn-errortype: AccessDenied` is there", exchange)).toBeNull();
});

test("a quoted part of the URL or of a body is found there", () => {
  expect(spotOf("`/prod` looks like a stage", exchange)).toEqual({ part: "url", name: null, text: "/prod" });
  expect(spotOf('the body is exactly `{"message":"Forbidden"}`', exchange)?.part).toBe("response-body");
});

test("the first quotation that is shown counts; a cut one is found by its beginning", () => {
  expect(spotOf("`nowhere` but `date: Tue, 04 Nov…`", exchange)).toMatchObject({ name: "date", text: "Tue, 04 Nov" });
});

test("nothing is pointed to where nothing shown is quoted", () => {
  expect(spotOf("the token had not expired", exchange)).toBeNull();
  expect(spotOf("`x-amz-apigw-id`, which REST APIs add, is not there", exchange)).toBeNull();
  expect(spotOf("`e` is quoted", exchange)).toBeNull();
});
