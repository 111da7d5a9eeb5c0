import { describe, expect, it } from "vitest";
import { exportedCaseOf, withRequest } from "../../testing/examples/case.ts";
import type { ExampleExchange } from "../example.ts";
import { isSigned, sendsApiKey, sendsAuthorization } from "./request.ts";

const url = "https://a1b2c3d4e5.execute-api.eu-west-1.amazonaws.com/prod/orders";

function refused(more: Partial<ExampleExchange> = {}): ExampleExchange {
  return { url, status: 403, responseBody: '{"message":"Forbidden"}', ...more };
}

function preflight(method: string, headers: string): ExampleExchange {
  const sends = { "access-control-request-method": method, "access-control-request-headers": headers };
  return { method: "OPTIONS", url, resourceType: "preflight", requestHeaders: sends, status: 204 };
}

describe("an export without credentials", () => {
  it("does not show that there was no Authorization header", () => {
    expect(sendsAuthorization.ask(exportedCaseOf(refused()))).toMatchObject({ answer: "unknown" });
  });

  it("still shows a signer's date, which stands beside an Authorization header", () => {
    const subject = exportedCaseOf(refused({ requestHeaders: { "x-amz-date": "20260302T093000Z" } }));
    expect(sendsAuthorization.ask(subject).answer).toBe("yes");
    expect(isSigned.ask(subject).answer).toBe("yes");
  });

  it("still shows what the preflight announced, for the same verb and where all preflights agree", () => {
    const asks = (...preflights: readonly ExampleExchange[]) =>
      sendsAuthorization.ask(exportedCaseOf(...preflights, refused()));
    expect(asks(preflight("GET", "authorization,content-type")).answer).toBe("yes");
    expect(asks(preflight("POST", "authorization")).answer).toBe("unknown");
    expect(asks(preflight("GET", "authorization"), preflight("GET", "content-type")).answer).toBe("unknown");
  });

  it.each([
    ['{"message":"Missing Authentication Token"}', "no"],
    ['{"message":"Invalid key=value pair (missing equal-sign) in Authorization header"}', "yes"],
    ['{"message":"The request signature we calculated does not match the signature you provided."}', "yes"],
    ['{"Message":"User: arn:aws:iam::123456789012:user/a is not authorized to perform: execute-api:Invoke"}', "yes"],
  ])("still has the response %s, which tells", (body, answer) => {
    expect(sendsAuthorization.ask(exportedCaseOf(refused({ responseBody: body }))).answer).toBe(answer);
  });

  it("keeps x-api-key, so that its absence is evidence", () => {
    expect(sendsApiKey.ask(exportedCaseOf(refused())).answer).toBe("no");
    expect(sendsApiKey.ask(exportedCaseOf(refused({ requestHeaders: { "x-api-key": "EXAMPLE" } }))).answer).toBe("yes");
  });
});

it("tells a key from the preflight alone where the request's headers were not captured", () => {
  const asks = (...preflights: readonly ExampleExchange[]) => {
    const subject = exportedCaseOf(...preflights, refused());
    return sendsApiKey.ask(withRequest(subject, { headersLeftOut: "the request headers were not captured" })).answer;
  };
  expect(asks(preflight("GET", "X-Api-Key"))).toBe("yes");
  expect(asks(preflight("GET", "content-type"))).toBe("no");
  expect(asks()).toBe("unknown");
});
