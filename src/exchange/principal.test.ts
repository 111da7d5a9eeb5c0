import { describe, expect, it } from "vitest";
import { redactText } from "../privacy/redaction.ts";
import { policyOwner, principalIn } from "./principal.ts";

function read(user: string) {
  return principalIn(`User: ${user} is not authorized to perform: execute-api:Invoke on resource: x`);
}

const session = "arn:aws:sts::123456789012:assumed-role";

describe("principalIn", () => {
  it("takes a role's session apart", () => {
    expect(read(`${session}/orders-reader/i-am-ada`)).toEqual({
      kind: "role-session",
      text: `${session}/orders-reader/i-am-ada`,
      partition: "aws",
      account: "123456789012",
      name: "orders-reader",
      session: "i-am-ada",
    });
  });

  it.each([
    ["anonymous", "anonymous", null],
    ["arn:aws:iam::123456789012:user/ada", "user", "ada"],
    ["arn:aws-cn:iam::123456789012:user/team/ada", "user", "team/ada"],
    ["arn:aws:iam::123456789012:role/service-role/app", "role", "service-role/app"],
    ["arn:aws:iam::123456789012:root", "root", null],
    ["arn:aws:sts::123456789012:federated-user/ada", "federated-user", "ada"],
    [`${session}/shop-unauth/CognitoIdentityCredentials`, "identity-pool", "shop-unauth"],
    [
      `${session}/AWSReservedSSO_Developer_0123456789abcdef/ada`,
      "single-sign-on",
      "AWSReservedSSO_Developer_0123456789abcdef",
    ],
    [`${session}/app/i-0123456789abcdef0`, "instance", "app"],
    [`${session}/app/BackplaneAssumeRoleSession`, "integration", "app"],
    ["events.amazonaws.com", "service", null],
    ["AROAEXAMPLE:session", "other", null],
    ["arn:aws:iam::123456789012:group/x", "other", "x"],
  ])("reads %s as %s named %s", (user, kind, name) => expect(read(user)).toMatchObject({ kind, name }));

  it("knows no account that is masked", () => {
    expect(read("arn:aws:iam::********9012:user/ada")?.account).toBeNull();
  });

  it.each([
    "User is not authorized to access this resource",
    "",
    `User: ${"a".repeat(5000)} is not authorized to perform`,
  ])("finds nobody in %.60s", (message) => expect(principalIn(message)).toBeNull());
});

it.each([
  ["arn:aws:iam::123456789012:user/ada", "arn:aws:iam::123456789012:user/ada"],
  [`${session}/shop-auth/CognitoIdentityCredentials`, "arn:aws:iam::123456789012:role/shop-auth"],
  [`${session}/AWSReservedSSO_Developer_0123456789abcdef/ada`, null],
  ["arn:aws:iam::123456789012:root", null],
  ["anonymous", null],
])("the policies of %s are those of %s", (user, owner) => {
  const principal = read(user);
  expect(principal === null ? null : policyOwner(principal)).toBe(owner);
});

it("hides the address that single sign-on puts into a session's name", () => {
  const text = redactText(
    `User: ${session}/AWSReservedSSO_Developer_0123456789abcdef/ada@example.com is not authorized`,
  );
  expect(text).not.toContain("ada@example.com");
  expect(text).toContain("AWSReservedSSO_Developer_0123456789abcdef/");
});
