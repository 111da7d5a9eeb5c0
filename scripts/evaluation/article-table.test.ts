import { describe, expect, it, test } from "vitest";
import { rules } from "../../rules/index.ts";
import { recordingOf } from "../../testing/examples/recording.ts";
import { endpoint } from "../../testing/examples/requests.ts";
import type { ExampleResponse } from "../../testing/examples/responses.ts";
import { accessDenied, forbidden } from "../../testing/examples/responses.ts";
import { articleCauses } from "./article-causes.ts";
import { articleTable, byArticle, causesFor } from "./article-table.ts";

const arn = "arn:aws:execute-api:eu-west-1:********9012:a1b2c3d4e5/prod/GET/orders";
const invoke = `is not authorized to perform: execute-api:Invoke on resource: ${arn}`;

describe("the article's table", () => {
  it("gives every cause of a pair, in the order of its rows", () => {
    expect(causesFor("MissingAuthenticationTokenException", "Missing Authentication Token")).toEqual([
      "iam-auth-unsigned-request",
      "rest-route-not-found",
      "custom-domain-stage-in-path",
    ]);
  });

  it("fits what stands for any text, and prefers the row that says more", () => {
    expect(causesFor("AccessDeniedException", `User: anonymous ${invoke}`)).toEqual([
      "iam-identity-policy-implicit-deny",
      "resource-policy-implicit-deny",
    ]);
    expect(causesFor("AccessDeniedException", `User: anonymous ${invoke} with an explicit deny`)).toEqual([
      "iam-explicit-deny",
      "resource-policy-explicit-deny",
    ]);
  });

  it("fits beginnings, but neither another error type nor words within a message", () => {
    expect(causesFor("InvalidSignatureException", "Signature expired: 20260302T093000Z is now earlier")).toEqual([
      "sigv4-clock-skew",
    ]);
    expect(causesFor("AccessDeniedException", "Signature expired")).toEqual([]);
    expect(causesFor("ForbiddenException", "It is Forbidden")).toEqual([]);
  });

  it("names only causes that there are rules for", () => {
    const ids = new Set(rules.map(({ id }) => id));
    expect([...articleTable.flatMap(({ causes }) => causes), ...articleCauses].filter((id) => !ids.has(id))).toEqual(
      [],
    );
  });
});

function answersTo(answer: ExampleResponse) {
  return byArticle(recordingOf({ title: "any", exchanges: [{ url: `${endpoint}/prod/orders`, ...answer }] })).answers;
}

test("several causes of a pair are equally probable, a single one is certain, an unknown pair has no response", () => {
  const [shared] = answersTo(forbidden);
  expect(shared?.confidence).toBe("ambiguous");
  expect(shared?.ranking).toHaveLength(6);
  expect(shared?.ranking[0]).toEqual({ cause: "waf-blocked-apigw", probability: 1 / 6 });
  const [single] = answersTo(accessDenied("User is not authorized to access this resource with an explicit deny"));
  expect(single).toMatchObject({ confidence: "certain", ranking: [{ probability: 1 }] });
  expect(answersTo(accessDenied("No"))).toEqual([]);
});
