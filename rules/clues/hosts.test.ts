import { expect, it } from "vitest";
import { caseOf } from "../../testing/examples/case.ts";
import type { ExampleExchange } from "../example.ts";
import { imitatesGateway, speaksLikeEmulator } from "./emulators.ts";
import { cameThroughCloudFront, hasErrorType, hasRestRequestId } from "./envelope.ts";
import { addressIsPrivate } from "./host.ts";
import { addressServesOtherNames, functionUrlServesSamePath, hostWorksByOtherName } from "./other-hosts.ts";
import { otherKindOfApiOnHost } from "./routes.ts";

const endpoint = "https://a1b2c3d4e5.execute-api.eu-west-1.amazonaws.com";
const domain = "https://api.example.com";

function refused(url: string, more: Partial<ExampleExchange> = {}): ExampleExchange {
  return { url, status: 403, responseBody: '{"message":"Forbidden"}', ...more };
}

it("takes a private address that other names share for a proxy's", () => {
  const own = refused(`${endpoint}/prod/a`, { address: "10.0.3.7" });
  const ofRegion = {
    url: "https://f6g7h8i9j0.execute-api.eu-west-1.amazonaws.com/prod",
    status: 200,
    address: "10.0.3.7",
  };
  expect(addressIsPrivate.ask(caseOf(own)).answer).toBe("yes");
  expect(addressServesOtherNames.ask(caseOf(ofRegion, own)).answer).toBe("no");
  const page = { url: "https://www.example.com/", status: 200, address: "10.0.3.7" };
  expect(addressServesOtherNames.ask(caseOf(page, own)).answer).toBe("yes");
  expect(addressIsPrivate.ask(caseOf(page, own)).answer).toBe("unknown");
  const elsewhere = { ...ofRegion, url: ofRegion.url.replace("eu-west-1", "us-east-1") };
  expect(addressIsPrivate.ask(caseOf(elsewhere, own)).answer).toBe("unknown");
});

it("knows that a VPC endpoint serves private domains, too", () => {
  const own = refused(`${endpoint}/prod/a`, { address: "10.0.3.7" });
  const privateDomain = {
    url: "https://orders.corp.example.com/",
    status: 200,
    address: "10.0.3.7",
    responseHeaders: { "x-amz-apigw-id": "JxKqfH1bDoEFRXw=" },
  };
  expect(addressIsPrivate.ask(caseOf(privateDomain, own)).answer).toBe("yes");
});

it("says nothing of a public address that an unrelated host shares", () => {
  const own = refused(`${endpoint}/prod/a`, { address: "198.51.100.7" });
  const page = { url: "https://www.example.com/", status: 200, address: "198.51.100.7" };
  expect(addressIsPrivate.ask(caseOf(own)).answer).toBe("no");
  expect(addressIsPrivate.ask(caseOf(page, own)).answer).toBe("unknown");
});

it("sees that two kinds of API respond on one domain", () => {
  const http = { url: `${domain}/v2/a`, status: 200, responseHeaders: { "apigw-requestid": "JxKqfiq1DoEEPUw=" } };
  const rest = refused(`${domain}/v1/a`, { responseHeaders: { "x-amz-apigw-id": "JxKqfH1bDoEFRXw=" } });
  expect(otherKindOfApiOnHost.ask(caseOf(http, rest)).answer).toBe("yes");
  expect(otherKindOfApiOnHost.ask(caseOf(rest, rest)).answer).toBe("no");
});

it("knows what another name serves, from the refusal of another path too", () => {
  const works = { url: `${domain}/orders`, status: 200 };
  const subject = caseOf(works, refused(`${endpoint}/orders`), refused(`${endpoint}/no-such-path`));
  expect(hostWorksByOtherName.ask(subject).answer).toBe("yes");
  expect(hostWorksByOtherName.ask(caseOf(works, refused(`${endpoint}/customers`))).answer).toBe("no");
});

it("compares a name with the function URL that may be behind it, by the root as well", () => {
  const functionUrl = { url: "https://abcdefghijklmnopqrstuvwxyz012345.lambda-url.eu-west-1.on.aws/", status: 200 };
  expect(functionUrlServesSamePath.ask(caseOf(functionUrl, refused("https://www.example.com/"))).answer).toBe("yes");
  expect(functionUrlServesSamePath.ask(caseOf(refused("https://www.example.com/"))).answer).toBe("unknown");
});

it("does not take headers for absent where a response of AWS has not even a request id", () => {
  const lossy = caseOf(refused(`${domain}/a`, { responseHeaders: { "x-amzn-errortype": "AccessDeniedException" } }));
  expect(hasErrorType.ask(lossy).answer).toBe("yes");
  expect(hasRestRequestId.ask(lossy).answer).toBe("unknown");
  expect(cameThroughCloudFront.ask(lossy).answer).toBe("unknown");
});

it.each([
  ['{"statusCode":403,"error":"Forbidden","message":"no"}', {}, "yes"],
  ['{"message":"no"}', { "x-localstack": "true" }, "yes"],
  ['{"message":"no"}', {}, "no"],
])("%s with %j speaks like an emulator: %s", (body, answers, answer) => {
  expect(
    speaksLikeEmulator.ask(
      caseOf(refused("http://localhost:3000/dev", { responseBody: body, responseHeaders: answers })),
    ).answer,
  ).toBe(answer);
});

it("sees API Gateway's words without its request id", () => {
  const body = '{"message":"Missing Authentication Token"}';
  expect(imitatesGateway.ask(caseOf(refused("http://localhost:3000/dev", { responseBody: body }))).answer).toBe("yes");
  const answers = { "x-amzn-requestid": "5b6f1f4e-2c1d-4c55-9d0e-3f1a2b4c5d6e" };
  expect(
    imitatesGateway.ask(caseOf(refused(`${endpoint}/prod`, { responseBody: body, responseHeaders: answers }))).answer,
  ).toBe("no");
});
