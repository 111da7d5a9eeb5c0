import { describe, expect, it } from "vitest";
import type { Exchange } from "../../src/exchange/exchange.ts";
import { openSession } from "../../src/session/open-session.ts";
import { recordingOf } from "../../testing/examples/recording.ts";
import { missingToken, restSuccess, throughEdge } from "../../testing/examples/responses.ts";
import type { ExampleExchange } from "../example.ts";
import { compareResponse } from "./reaction.ts";

const url = "https://a1b2c3d4e5.execute-api.eu-west-1.amazonaws.com/prod/orders";

function exchange(answer: Partial<ExampleExchange>): Exchange {
  const [only] = openSession(recordingOf({ title: "", exchanges: [{ url, status: 403, ...answer }] }), []).exchanges;
  if (only === undefined) throw new Error("an example is an exchange");
  return only;
}

const refused = exchange(missingToken);

describe("the response to a check", () => {
  it("is the same refusal, also through CloudFront", () => {
    expect(compareResponse(refused, exchange(missingToken))).toMatchObject({ isSame: true, isNoSuchRoute: true });
    expect(compareResponse(refused, exchange(throughEdge(missingToken)))).toMatchObject({ isSame: true });
  });

  it("is another one", () => {
    expect(compareResponse(refused, exchange({ status: 200, responseHeaders: restSuccess }))).toMatchObject({
      isSame: false,
    });
    expect(compareResponse(refused, exchange({ status: 401, responseHeaders: restSuccess }))).toMatchObject({
      isUnauthorized: true,
    });
  });

  it.each([
    ["no response came", { status: 0 }],
    ["it is about the rate", { status: 429 }],
    ["a server failed", { status: 502 }],
    ["a proxy on the way refuses", { status: 403, responseBody: "<h1>Blocked by company policy</h1>" }],
    ["AWS WAF wants to see a browser", { status: 202, responseHeaders: { "x-amzn-waf-action": "challenge" } }],
  ])("tells nothing where %s", (_, answer) => expect(compareResponse(refused, exchange(answer))).toBeNull());
});
