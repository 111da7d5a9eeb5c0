import { describe, expect, it } from "vitest";
import { openCase } from "../src/diagnosis/case.ts";
import type { PageView } from "../src/diagnosis/explanation.ts";
import { openSession } from "../src/session/open-session.ts";
import { recordingOf } from "../testing/examples/recording.ts";
import { factsOf } from "./case-facts.ts";
import type { ExampleExchange } from "./example.ts";
import { pageView } from "./page-view.ts";

const url = "https://a1b2c3d4e5.execute-api.eu-west-1.amazonaws.com/prod/orders";
const origin = "https://app.example.com";

const ofApi = { refusedBy: "api-gateway", refusedAt: "route", who: "API Gateway" } as const;

function view(...exchanges: ExampleExchange[]): PageView | null {
  const session = openSession(recordingOf({ title: "", exchanges }), []);
  const [refused] = session.refusedRequests;
  if (refused === undefined) throw new Error("nothing was refused");
  return pageView(ofApi, openCase(refused, session, { factsOf }));
}

function answered(answers: Readonly<Record<string, string>>, sends: Readonly<Record<string, string>> = {}) {
  return view({
    url,
    status: 403,
    requestHeaders: { origin, ...sends },
    responseHeaders: { "x-amz-apigw-id": "x", ...answers },
  });
}

describe("a refusal that the page could not read", () => {
  it("was marked by Chromium, which dropped the body", () => {
    expect(
      view({ url, status: 403, error: "net::ERR_FAILED", responseHeaders: { "x-amz-apigw-id": "x" } }),
    ).toMatchObject({
      saw: "TypeError: Failed to fetch",
      why: expect.stringContaining("access-control-allow-origin"),
      fix: [
        { command: expect.stringContaining("update-gateway-response") },
        { command: expect.stringContaining("create-deployment") },
      ],
    });
  });

  it("is not marked by Firefox: there the missing header shows it", () => {
    expect(answered({})).toMatchObject({ why: expect.stringContaining("access-control-allow-origin") });
  });

  it("allows another origin", () => {
    expect(answered({ "access-control-allow-origin": "https://other.example.com" })).not.toBeNull();
  });

  it.each([
    ["Firefox", "Gecko/20100101 Firefox/153.0", "TypeError: NetworkError when attempting to fetch resource."],
    ["Chromium", "AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36", "TypeError: Failed to fetch"],
    ["Safari", "AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Safari/605.1.15", "TypeError: Load failed"],
    ["a browser that the capture leaves open", "", "TypeError"],
  ])("is told to the page in the words of %s", (_, userAgent, saw) => {
    expect(answered({}, { "user-agent": userAgent })).toMatchObject({ saw });
  });

  it("left no trace of a response", () => {
    expect(view({ url, status: 0, error: "net::ERR_FAILED", requestHeaders: { origin } })).toMatchObject({
      why: expect.stringContaining("holds no response"),
    });
  });

  it("belongs to an HTTP API, whose CORS configuration is another one", () => {
    const seen = view({ url, status: 403, requestHeaders: { origin }, responseHeaders: { "apigw-requestid": "x" } });
    expect(seen?.fix[0]?.command).toMatch(/^aws apigatewayv2 get-api --api-id a1b2c3d4e5 /);
  });

  it("allows every origin, but the request carried cookies", () => {
    expect(answered({ "access-control-allow-origin": "*" }, { cookie: "session=1" })).not.toBeNull();
  });

  it("allows the origin, but not with the cookies that the request carried", () => {
    expect(answered({ "access-control-allow-origin": origin }, { cookie: "session=1" })).not.toBeNull();
  });
});

describe("a refusal that the page could read", () => {
  it.each<[what: string, answers: Record<string, string>]>([
    ["its origin is allowed", { "access-control-allow-origin": origin }],
    ["every origin is allowed and nothing shows credentials", { "access-control-allow-origin": "*" }],
  ])("as %s", (_, answers) => expect(answered(answers)).toBeNull());

  it("as its origin is allowed together with its cookies", () => {
    const allowed = { "access-control-allow-origin": origin, "access-control-allow-credentials": "true" };
    expect(answered(allowed, { cookie: "session=1" })).toBeNull();
  });

  it("as it came from the page's own origin", () => {
    const own = { origin: "https://a1b2c3d4e5.execute-api.eu-west-1.amazonaws.com" };
    expect(view({ url, status: 403, requestHeaders: own })).toBeNull();
  });

  it("as no page asked: nothing sent an origin", () => {
    expect(view({ url, status: 403 })).toBeNull();
  });
});

it("says that the request behind a refused preflight was never sent", () => {
  const preflight = { method: "OPTIONS", url, resourceType: "preflight", status: 403, at: 0 };
  const sends = { origin, "access-control-request-method": "PUT" };
  const seen = view(
    { ...preflight, requestHeaders: sends },
    { method: "PUT", url, status: 0, error: "net::ERR_FAILED", at: 0 },
  );
  expect(seen?.why).toBe("The PUT behind it never left the browser, because its preflight was refused.");
  expect(view({ ...preflight, requestHeaders: sends })?.why).toMatch(/^The request it was sent for never left/);
});
