import { expect, it } from "vitest";
import { bodyOf } from "./response-body.ts";

const forbidden = '{"message":"Forbidden"}';
const encoded = Buffer.from(forbidden).toString("base64");

it.each([
  ["Chromium through the polyfill", [forbidden, ""], undefined],
  ["Chromium through the polyfill, base64", [encoded, "base64"], undefined],
  ["Chromium from 151", { content: forbidden, encoding: "" }, undefined],
  ["Chromium from 151, base64", { content: encoded, encoding: "base64" }, undefined],
  ["Firefox", [forbidden, "application/json"], undefined],
  ["Firefox, base64", [encoded, "application/json"], "base64"],
])("reads the body as %s gives it", (_, content, entryEncoding) => {
  expect(bodyOf(content, entryEncoding)).toEqual({ text: forbidden });
});

it("keeps an empty body apart from none", () => {
  expect(bodyOf(["", ""], undefined)).toEqual({ text: "" });
  for (const none of [undefined, null, [null, ""], { content: null, encoding: "" }, []]) {
    expect(bodyOf(none, undefined)).toHaveProperty("lost");
  }
});

it("says that base64 is broken instead of throwing", () => {
  expect(bodyOf(["%%%", "base64"], undefined)).toHaveProperty("lost");
});
