import { describe, expect, it } from "vitest";
import { caseOf } from "../../testing/examples/case.ts";
import { forbidden, httpApi, restRefusal, withHeaders } from "../../testing/examples/responses.ts";
import type { ExampleExchange } from "../example.ts";
import { ownerGuidance } from "./log-guidance.ts";

const path = "execute-api.eu-west-1.amazonaws.com/prod/orders";

/** The whole guidance for a refused request, as one text. */
function said(exchange: ExampleExchange): string {
  const { logs, runbook, console } = ownerGuidance(caseOf(exchange));
  const lines = [...logs, ...runbook].flatMap(({ says, command }) => [says, command]);
  return [...lines, ...console.map(({ url }) => url)].join("\n");
}

describe("a REST API", () => {
  const text = said({ url: `https://a1b2c3d4e5.${path}`, ...forbidden });

  it("has its execution log searched for the request's id, in the minutes around it", () => {
    const id = restRefusal("ForbiddenException")["x-amzn-requestid"];
    expect(text).toContain("--log-group-name API-Gateway-Execution-Logs_a1b2c3d4e5/prod --start-time 1");
    expect(text).toContain(`--filter-pattern '"${id}"'`);
    const [, from, to] = /filter-log-events .*--start-time (\d{13}) --end-time (\d{13})/.exec(text) ?? [];
    expect(Number(to) - Number(from)).toBe(240_000);
    expect(text).toMatch(/start-query .*--start-time \d{10} --end-time \d{10} /);
  });

  it("gets the runbook with parameters of the form that it takes", () => {
    expect(text).toMatch(
      /"RestApiId":\["a1b2c3d4e5"\],"StageName":\["prod"\],"ResourcePath":\["\/orders"\],"HttpMethod":\["GET"\],"StartTime":\["[\d-]{10}T[\d:]{8}"\]/,
    );
  });

  it("has its log group in the console, encoded as CloudWatch wants it", () => {
    expect(text).toContain("log-group/API-Gateway-Execution-Logs_a1b2c3d4e5$252Fprod");
  });
});

it("says that an HTTP API has no execution log, and that the runbook does not cover it", () => {
  const text = said({
    url: `https://a1b2c3d4e5.${path}`,
    ...withHeaders({ status: 403, responseBody: "{}" }, httpApi),
  });
  expect(text).toContain("HTTP APIs write no execution log");
  expect(text).toContain("$context.error.message");
  expect(text).toContain("covers REST APIs only");
  expect(text).not.toMatch(/API-Gateway-Execution-Logs|start-automation-execution/);
});

it("leads the mapping of an HTTP API's own domain to a REST API for a test, and back", () => {
  const text = said({
    url: "https://api.example.com/orders",
    ...withHeaders({ status: 403, responseBody: "{}" }, httpApi),
  });
  expect(text).toMatch(/--api-id REST_API_ID[\s\S]*--api-id API_ID/);
});

it.each([
  ["eu-west-1.amazonaws.com", "https://eu-west-1.console.aws.amazon.com/"],
  ["cn-north-1.amazonaws.com.cn", "https://cn-north-1.console.amazonaws.cn/"],
  ["us-gov-west-1.amazonaws.com", "https://us-gov-west-1.console.amazonaws-us-gov.com/"],
])("links the console of the partition of %s", (suffix, console) => {
  expect(said({ url: `https://a1b2c3d4e5.execute-api.${suffix}/prod/orders`, ...forbidden })).toContain(console);
});

it("takes nothing for an id that API Gateway would not give", () => {
  const hostile = withHeaders(forbidden, { "x-amzn-requestid": '" | filter 1=1 or "', "x-amz-apigw-id": "`x`" });
  const text = said({ url: `https://a1b2c3d4e5.${path}`, ...hostile });
  expect(text).toContain("REQUEST_ID");
  expect(text).not.toMatch(/1=1|`x`/);
});
