import { expect, it } from "vitest";
import { diagnose } from "../src/diagnosis/diagnose.ts";
import { recordingOf } from "../testing/examples/recording.ts";
import { endpoint, functionUrl, signed } from "../testing/examples/requests.ts";
import { functionUrlMismatch, restIds, signatureMismatch } from "../testing/examples/responses.ts";
import type { ExampleExchange } from "./example.ts";
import { knowledge } from "./knowledge.ts";

function explain(exchange: ExampleExchange) {
  return diagnose(recordingOf({ title: "", exchanges: [exchange] }), {
    knowledge,
    apiHosts: [],
  }).explanations[0]?.full();
}

it("lays a wrong signature on a function URL's name to the function URL, outside API Gateway's order", () => {
  const url = `${functionUrl}/orders`;
  expect(explain({ url, requestHeaders: signed({ service: "lambda" }), ...functionUrlMismatch })).toMatchObject({
    diagnosis: { cause: "sigv4-signature-mismatch", apiGateway: false, refusedAt: "elsewhere" },
    who: "Refused by a Lambda function URL, not by API Gateway",
    progress: [],
  });
});

it("leaves it with API Gateway on API Gateway's own name", () => {
  expect(explain({ url: `${endpoint}/prod/orders`, requestHeaders: signed(), ...signatureMismatch })).toMatchObject({
    diagnosis: { cause: "sigv4-signature-mismatch", apiGateway: true, refusedAt: "authorizer" },
  });
});

it("takes AWS WAF's captcha for that of the API where the response carries its id, else for that of something in front", () => {
  const captcha = { url: `${endpoint}/prod/orders`, status: 405, responseHeaders: { "x-amzn-waf-action": "captcha" } };
  expect(explain(captcha)?.diagnosis.apiGateway).toBe(false);
  expect(
    explain({ ...captcha, responseHeaders: { ...captcha.responseHeaders, ...restIds } })?.diagnosis.apiGateway,
  ).toBe(true);
});
