import { describe, expect, it } from "vitest";
import { diagnose } from "../src/diagnosis/diagnose.ts";
import type { FullExplanation } from "../src/diagnosis/explanation.ts";
import { recordingOf } from "../testing/examples/recording.ts";
import { endpoint } from "../testing/examples/requests.ts";
import type { ExampleExchange } from "./example.ts";
import { knowledge } from "./knowledge.ts";

/** What is said of a request of which nothing but the URL, the status and this body was kept. */
function toldOf(exchange: Partial<ExampleExchange>): FullExplanation {
  const [recorded] = recordingOf({
    title: "",
    exchanges: [{ url: `${endpoint}/prod/orders`, status: 403, ...exchange }],
  });
  if (recorded === undefined) throw new Error("nothing was recorded");
  const { request, response, ...rest } = recorded.har;
  const har = { ...rest, request: { ...request, headers: [] }, response: { ...response, headers: [] } };
  const { explanations } = diagnose([{ ...recorded, har }], { knowledge, apiHosts: [] });
  const [told] = explanations;
  if (told === undefined) throw new Error("nothing was diagnosed");
  return told.full();
}

describe("the status alone", () => {
  const told = toldOf({});

  it("has no cause for its headline, but what is open", () => {
    expect(told.title).toMatch(/^Unclear: [\w ]+, [\w ]+ or [\w ]+$/);
    expect(told.root.title).toBe(told.title);
    expect(told.diagnosis).toMatchObject({ confidence: "ambiguous", confirm: null, fix: [], declared: [] });
  });

  it("says what to look at first, with a command that asks the same again", () => {
    expect(told.diagnosis.nextCheck?.says).toMatch(
      /^Look at the whole response.*`x-amzn-errortype`.*`apigw-requestid`/,
    );
    expect(told.diagnosis.nextCheck?.command).toBe(`curl -si -X GET ${endpoint}/prod/orders`);
  });

  it("repeats no request that may change something", () => {
    expect(toldOf({ method: "DELETE" }).diagnosis.nextCheck?.command).toBeNull();
  });
});

describe("a bare Forbidden from a name of the owner's", () => {
  const told = toldOf({ url: "https://api.example.com/orders", responseBody: '{ "message": "Forbidden" }' });

  it("leaves open who refused, and says which headers tell", () => {
    expect(told.diagnosis.confidence).toBe("ambiguous");
    expect(told.who).toMatch(/^It is open who refused/);
    expect(told.diagnosis.nextCheck?.says).toContain("`x-amz-apigw-id`");
  });
});

it.each([
  ['{ "message" : "Missing Authentication Token" }', /^rest-|^iam-/],
  ['{"Message":"User is not authorized to access this resource with an explicit deny"}', /^lambda-authorizer-/],
])("AWS's own sentence says who spoke, whatever headers were lost: %s", (responseBody, cause) => {
  const { diagnosis } = toldOf({ url: "https://api.example.com/orders", responseBody });
  expect(diagnosis.cause).toMatch(cause);
  expect(diagnosis.apiGateway).toBe(true);
});
