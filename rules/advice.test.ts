import { describe, expect, it } from "vitest";
import { diagnose } from "../src/diagnosis/diagnose.ts";
import { recordingOf } from "../testing/examples/recording.ts";
import { endpoint, presigned } from "../testing/examples/requests.ts";
import { cloudFrontPage, forbidden, missingToken, ok, s3Error } from "../testing/examples/responses.ts";
import type { ExampleExchange } from "./example.ts";
import { knowledge } from "./knowledge.ts";

/** The stage and all advice for the last of these exchanges, as one text. */
function advised(...exchanges: readonly ExampleExchange[]) {
  const said = diagnose(recordingOf({ title: "", exchanges }), { knowledge, apiHosts: [] }).explanations.at(
    -1,
  )?.diagnosis;
  if (said === undefined) throw new Error("the last exchange is no refusal");
  return { stage: said.api.stage, kind: said.api.kind, text: JSON.stringify([said.fix, said.nextCheck]) };
}

describe("a stage", () => {
  it("is not made of a segment that no stage can be named", () => {
    const { stage, text } = advised(
      { url: `${endpoint}/prod/app`, ...ok },
      { url: `${endpoint}/app.css`, ...forbidden },
    );
    expect(stage).toBeNull();
    expect(text).toContain("/prod/app.css");
    expect(text).not.toMatch(/create-deployment|meant as the stage/);
  });

  it("is not read from the target of a custom domain, where paths begin with a base path", () => {
    const url = "https://d-abcde12345.execute-api.eu-west-1.amazonaws.com/orders";
    expect(advised({ url, ...forbidden }).stage).toBeNull();
  });

  it("is none in front of `@connections`, which only WebSocket APIs have", () => {
    const url = `${endpoint}/%40connections/abc`;
    expect(advised({ method: "POST", url, ...forbidden })).toMatchObject({ stage: null, kind: "websocket" });
  });
});

it("does not send owners to the distribution of an execute-api name, which is AWS's", () => {
  const page = cloudFrontPage("Bad request.");
  expect(advised({ url: `${endpoint}/prod/orders`, ...page }).text).not.toContain("get-distribution-config");
  expect(advised({ url: "https://www.example.com/orders", ...page }).text).toContain("get-distribution-config");
});

it("wants an expired link made anew, and permissions only where S3 denies them, for the verb that was used", () => {
  const url = `https://uploads.s3.eu-west-1.amazonaws.com/photo.png?${presigned(-900, 60)}`;
  const denied = (message: string) => advised({ method: "PUT", url, ...s3Error("AccessDenied", message) }).text;
  expect(denied("Request has expired")).toMatch(/Make a new presigned URL/);
  expect(denied("Request has expired")).not.toMatch(/head-object|s3:|presign s3/);
  expect(denied("Access Denied")).toContain("s3:PutObject");
});

it.each([
  ["GET", "/prod//orders", "Leave out the empty segment in `/prod//orders`"],
  ["GET", "/prod/orders/undefined", "Fill in the variable in `/prod/orders/undefined`"],
  ["GET", "/prod/orders/%7Bid%7D", "Fill in the variable in `/prod/orders/%7Bid%7D`"],
  ["HEAD", "/prod/orders", "HEAD: it is a verb of its own"],
  ["GET", "/prod/order", "compare its spelling"],
])("corrects a route that is none by what the request shows: %s %s", (method, path, says) => {
  expect(advised({ method, url: `${endpoint}${path}`, ...missingToken }).text).toContain(says);
});
