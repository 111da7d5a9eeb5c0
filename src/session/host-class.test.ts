import { describe, expect, it } from "vitest";
import type { ExampleExchange } from "../../rules/example.ts";
import { recordingOf } from "../../testing/examples/recording.ts";
import { hostMatches } from "./host-class.ts";
import { openSession } from "./open-session.ts";
import type { HostClass } from "./session.ts";

function standing(exchange: ExampleExchange, apiHosts: readonly string[] = []): HostClass | undefined {
  const session = openSession(recordingOf({ title: "", exchanges: [exchange] }), apiHosts);
  return session.hosts[0];
}

describe("a host is taken for API Gateway", () => {
  it.each<[why: RegExp, exchange: ExampleExchange]>([
    [
      /form of an API Gateway default/,
      { url: "https://a1b2c3d4e5.execute-api.eu-west-1.amazonaws.com/p", status: 403 },
    ],
    [/form of a target/, { url: "https://d-a1b2c3d4e5.execute-api.eu-west-1.amazonaws.com/p", status: 403 }],
    [/emulated execute-api/, { url: "http://localhost:4566/restapis/abc/prod/_user_request_/x", status: 403 }],
    [/x-amz-apigw-id/, { url: "https://api.example.com/", status: 200, responseHeaders: { "X-Amz-Apigw-Id": "x" } }],
    [/apigw-requestid/, { url: "https://api.example.com/", status: 200, responseHeaders: { "Apigw-Requestid": "x" } }],
    [
      /x-amzn-errortype: ForbiddenException/,
      {
        url: "https://api.example.com/",
        status: 403,
        responseHeaders: { "x-amzn-errortype": "ForbiddenException:http://x/" },
      },
    ],
    [
      /service `execute-api`/,
      {
        url: "https://api.example.com/",
        status: 403,
        responseBody: '{"Message":"User: anonymous is not authorized to perform: execute-api:Invoke on resource: x"}',
      },
    ],
    [
      /own words/,
      { url: "https://api.example.com/", status: 403, responseBody: '{"message":"Missing Authentication Token"}' },
    ],
    [/x-amz-apigw-id/, { url: "https://x.cloudfront.net/", status: 200, responseHeaders: { "x-amz-apigw-id": "x" } }],
  ])("because %s", (why, exchange) => {
    expect(standing(exchange)).toMatchObject({ isApiGateway: true, why: [expect.stringMatching(why)] });
  });

  it("because the settings list it, and says under which pattern", () => {
    expect(standing({ url: "https://api.example.com/", status: 403 }, ["other.com", "*.example.com"])).toMatchObject({
      isApiGateway: true,
      label: "name in front of API Gateway",
      why: ["listed in the settings as `*.example.com`"],
    });
  });
});

describe("a host is not taken", () => {
  it.each<[why: RegExp, exchange: ExampleExchange]>([
    [/no response carries/, { url: "https://www.example.com/", status: 403, responseBody: '{"message":"Forbidden"}' }],
    [/no response of it shows headers/, { url: "https://www.example.com/", status: 0 }],
    [/no response carries/, { url: "https://x.cloudfront.net/", status: 403 }],
    // Function URLs respond with AccessDeniedException too, so that type proves nothing.
    [
      /no response carries/,
      {
        url: "https://www.example.com/",
        status: 403,
        responseHeaders: { "x-amzn-errortype": "AccessDeniedException" },
      },
    ],
  ])("because %s", (why, exchange) => {
    expect(standing(exchange)).toMatchObject({ isApiGateway: false, why: [expect.stringMatching(why)] });
  });

  it.each([
    "https://abcdefghijklmnopqrstuvwxyz123456.lambda-url.eu-west-1.on.aws/",
    "https://abc.appsync-api.eu-west-1.amazonaws.com/graphql",
    "https://bucket.s3.eu-west-1.amazonaws.com/",
    "https://search-x.eu-west-1.es.amazonaws.com/",
    "https://cognito-idp.eu-west-1.amazonaws.com/",
    "https://dynamodb.eu-west-1.amazonaws.com/",
  ])("because its name is another service's, whatever it returns: %s", (url) => {
    const answers = { "x-amz-apigw-id": "x", "x-amzn-errortype": "ForbiddenException" };
    expect(standing({ url, status: 403, responseHeaders: answers })).toMatchObject({
      isApiGateway: false,
      why: [expect.stringMatching(/its name is that of a/)],
    });
  });
});

describe("a pattern of the settings", () => {
  it.each([
    ["api.example.com", "API.Example.com", true],
    [" api.example.com ", "api.example.com", true],
    ["api.example.com", "xapi.example.com", false],
    ["*.example.com", "a.b.example.com", true],
    ["*.example.com", "example.com", false],
    ["*.example.com", "evil-example.com", false],
    ["api.*", "api.example.com", true],
    ["api-*-eu.*.com", "api-1-eu.example.com", true],
    ["api-*-eu.*.com", "api-1-us.example.com", false],
    ["a*a", "a", false],
    ["*ab*ab*", "ab", false],
    ["*", "anything", true],
    ["", "anything", false],
    [".*", "anything", false],
    ["(a+)+$", "aaaaaaaa", false],
  ])("%j on %s: %s", (pattern, host, fits) => expect(hostMatches(pattern, host)).toBe(fits));

  it("may be made of many wildcards", () => {
    const host = `${"a".repeat(60)}.example.com`;
    expect(hostMatches("*".repeat(10_000), host)).toBe(true);
    expect(hostMatches("*a".repeat(5_000), host)).toBe(false);
    expect(hostMatches(`${"*a".repeat(30)}*b`, "a".repeat(10_000))).toBe(false);
  });
});
