import { expect, test } from "vitest";
import { markOf } from "./cause-mark.ts";

test("a cause always has the same mark, and frequent causes that are confused with each other differ", () => {
  const causes = ["rest-stage-missing-or-unknown", "waf-blocked-apigw", "api-key-missing", "rest-route-not-found"];
  const marks = causes.map((cause) => JSON.stringify(markOf(cause)));
  expect(new Set(marks).size).toBe(causes.length);
  expect(markOf("waf-blocked-apigw")).toEqual(markOf("waf-blocked-apigw"));
});
