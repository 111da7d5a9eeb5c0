import { describe, expect, it } from "vitest";
import { diagnose as diagnoseRecording } from "../src/diagnosis/diagnose.ts";
import type { Diagnosis } from "../src/diagnosis/diagnosis.ts";
import { recordingOf } from "../testing/examples/recording.ts";
import {
  bearer,
  domain,
  endpoint,
  epoch,
  jwt,
  methodArn,
  role,
  serverDate,
  signed,
} from "../testing/examples/requests.ts";
import { accessDenied, invokeDenied, nothingAllowsIn, ok, withHeaders } from "../testing/examples/responses.ts";
import type { ExampleExchange } from "./example.ts";
import { knowledge } from "./knowledge.ts";

function diagnosed(...exchanges: readonly ExampleExchange[]): Diagnosis {
  const recorded = recordingOf({ title: "a denial", exchanges });
  const diagnosis = diagnoseRecording(recorded, { knowledge, apiHosts: [] }).explanations.at(-1)?.full().diagnosis;
  if (diagnosis === undefined) throw new Error("nothing was refused");
  return diagnosis;
}

function evidenceIn({ evidence }: Diagnosis): string {
  return evidence.map(({ says }) => says).join("\n");
}

function adviceIn({ fix, nextCheck }: Diagnosis): string {
  return [...(nextCheck === null ? [] : [nextCheck]), ...fix]
    .map(({ says, command }) => `${says} ${command ?? ""}`)
    .join("\n");
}

const call = { url: `${endpoint}/prod/orders`, requestHeaders: signed() };
const arn = methodArn("prod/GET/orders");
const session = "arn:aws:sts::123456789012:assumed-role";

describe("the layer that a denial names", () => {
  const policy = "arn:aws:organizations::210987654321:policy/o-ab12/service_control_policy/p-cd34ef56";

  it.each([
    [
      " with an explicit deny in a service control policy",
      "Only the organisation's management account",
      "list-policies-for-target --target-id 123456789012",
    ],
    [
      ` with an explicit deny in a service control policy: ${policy}`,
      "outside the view of the API's owner",
      "describe-policy --policy-id p-cd34ef56",
    ],
    [
      " with an explicit deny in a permissions boundary",
      "A permissions boundary decided",
      "get-role --role-name orders-reader",
    ],
    [nothingAllowsIn("session"), "Whoever makes the session can change it", ""],
    [
      nothingAllowsIn("identity-based"),
      "Whoever administers IAM in account 123456789012",
      "put-role-policy --role-name orders-reader",
    ],
    [
      " with an explicit deny in a resource control policy",
      "that the API's account belongs to",
      "RESOURCE_CONTROL_POLICY",
    ],
  ])("%s: says who can change it", (reason, who, command) => {
    const advice = adviceIn(diagnosed({ ...call, ...invokeDenied(role, arn, reason) }));
    expect(advice).toContain(who);
    expect(advice).toContain(command);
  });

  it("gives no more rights to a caller whom something else bounds", () => {
    const denied = invokeDenied(role, arn, " because no permissions boundary allows the execute-api:Invoke action");
    expect(adviceIn(diagnosed({ ...call, ...denied }))).not.toContain("put-role-policy");
  });

  it("makes certain what AWS itself says of a caller of the API's account", () => {
    const denied = invokeDenied(role, arn, nothingAllowsIn("identity-based"));
    expect(diagnosed({ ...call, ...denied })).toMatchObject({
      cause: "iam-identity-policy-implicit-deny",
      confidence: "certain",
    });
  });

  const scp = " with an explicit deny in a service control policy";
  const bearing = { authorization: bearer };

  it.each([
    ["another API", call, arn.replace("a1b2c3d4e5", "f6g7h8i9j0")],
    ["an API of another region", call, arn.replace("eu-west-1", "us-east-1")],
    ["another verb", call, methodArn("prod/POST/orders")],
    ["another path", call, methodArn("prod/GET/invoices")],
    [
      "another path of a custom domain",
      { url: `${domain}/shop/orders`, requestHeaders: signed() },
      methodArn("prod/GET/"),
    ],
    ["a caller who did not sign this request", { ...call, requestHeaders: bearing }, arn],
    ["a method that a server of the own machine cannot have", { ...call, url: "http://localhost:3000/orders" }, arn],
  ])("is not certain where the denial names %s", (_, sent, named) => {
    for (const reason of [scp, nothingAllowsIn("identity-based")]) {
      expect(diagnosed({ ...sent, ...invokeDenied(role, named, reason) }).confidence).not.toBe("certain");
    }
  });

  it("is certain through a mapping or a prefix, as far as the path ends alike", () => {
    for (const path of ["orders", "shop/orders", "v1/shop/orders"]) {
      const sent = { url: `${domain}/shop/orders`, requestHeaders: signed() };
      const denied = invokeDenied(role, methodArn(`prod/GET/${path}`), scp);
      expect(diagnosed({ ...sent, ...denied })).toMatchObject({ cause: "iam-explicit-deny", confidence: "certain" });
    }
  });

  it.each([{ "x-powered-by": "Express" }, { "set-cookie": "sid=1" }, { "apigw-requestid": "JxKqfiq1DoEEPUw=" }])(
    "is not certain beside %o, which an API's own error has not",
    (headers) => {
      const denied = withHeaders(invokeDenied(role, arn, scp), headers);
      expect(diagnosed({ ...call, ...denied })).toMatchObject({ cause: "iam-explicit-deny", confidence: "likely" });
    },
  );
});

describe("the caller that a denial names", () => {
  it.each([
    [role, "--policy-source-arn arn:aws:iam::123456789012:role/orders-reader"],
    ["arn:aws:iam::123456789012:user/team/ada", "put-user-policy --user-name ada"],
    [`${session}/shop-auth/CognitoIdentityCredentials`, "put-role-policy --role-name shop-auth"],
    [`${session}/AWSReservedSSO_Developer_0123456789abcdef/ada@example.com`, "in its permission set"],
    ["arn:aws:sts::123456789012:federated-user/ada", "GetFederationToken"],
  ])("%s gets the permission by %s", (caller, advice) => {
    expect(adviceIn(diagnosed({ ...call, ...invokeDenied(caller, arn) }))).toContain(advice);
  });

  it("shows no address of a person who signed in", () => {
    const caller = `${session}/AWSReservedSSO_Developer_0123456789abcdef/ada@example.com`;
    const diagnosis = diagnosed({ ...call, ...invokeDenied(caller, arn) });
    expect(JSON.stringify(diagnosis)).not.toContain("ada@example.com");
    expect(evidenceIn(diagnosis)).toContain("a permission set of IAM Identity Center");
  });

  it("is a guest of an identity pool where the credentials were asked for without a login", () => {
    const credentials = (body: string): ExampleExchange => ({
      method: "POST",
      url: "https://cognito-identity.eu-west-1.amazonaws.com/",
      requestHeaders: { "x-amz-target": "AWSCognitoIdentityService.GetCredentialsForIdentity" },
      requestBody: body,
      status: 200,
    });
    const denied = { ...call, ...invokeDenied(`${session}/shop/CognitoIdentityCredentials`, arn) };
    const guest = "it is the role of guests";
    expect(evidenceIn(diagnosed(credentials('{"IdentityId":"x"}'), denied))).toContain(guest);
    expect(evidenceIn(diagnosed(credentials('{"Logins":{"pool":"EXAMPLE"}}'), denied))).not.toContain(guest);
    expect(evidenceIn(diagnosed(denied))).not.toContain(guest);
  });
});

describe("the call that a denial names", () => {
  it("is what the policy must cover where a mapping changed the URL", () => {
    const diagnosis = diagnosed({
      ...call,
      url: `${domain}/shop/orders/7`,
      ...invokeDenied(role, methodArn("prod/GET/orders/7")),
    });
    expect(evidenceIn(diagnosis)).toContain(
      "the call arrived as `prod/GET/orders/7`, with another path than in the URL",
    );
    expect(adviceIn(diagnosis)).toContain("arn:aws:execute-api:eu-west-1:123456789012:a1b2c3d4e5/prod/GET/orders/7");
  });

  it("is the URL's where only the escapes differ", () => {
    const denied = invokeDenied(role, methodArn("prod/GET/orders/a%20b"));
    expect(evidenceIn(diagnosed({ ...call, url: `${endpoint}/prod/orders/a b`, ...denied }))).not.toContain(
      "arrived as",
    );
  });
});

describe("an authorizer's denial", () => {
  const denied = "User is not authorized to access this resource";

  it("may come from a policy that was cached before the recording began", () => {
    const diagnosis = diagnosed({ ...call, requestHeaders: { authorization: bearer }, ...accessDenied(denied) });
    expect(diagnosis.confidence).not.toBe("certain");
    expect(diagnosis.alternatives.map(({ cause }) => cause)).toContain("lambda-authorizer-cached-policy");
  });

  it("counts a token's times by the server's clock, not by the reader's", () => {
    const token = { authorization: `Bearer ${jwt({ sub: "ada@example.com", nbf: epoch(0), exp: epoch(600) })}` };
    const at = (seconds: number) =>
      diagnosed({
        ...call,
        requestHeaders: token,
        ...withHeaders(accessDenied(`${denied} with an explicit deny`), serverDate(seconds)),
      });
    expect(evidenceIn(at(1200))).toContain("the token expired 10 min before the response");
    expect(adviceIn(at(1200))).toContain("this one had expired");
    expect(evidenceIn(at(-600))).toContain("the token becomes valid 10 min after the response");
    expect(evidenceIn(at(300))).not.toMatch(/expired|becomes valid/);
    expect(JSON.stringify(at(1200))).not.toContain("ada@example.com");
  });

  it("says that the token works elsewhere", () => {
    const sends = { authorization: bearer };
    const diagnosis = diagnosed(
      { url: `${endpoint}/prod/orders`, requestHeaders: sends, ...ok },
      { url: `${endpoint}/prod/admin`, requestHeaders: sends, ...accessDenied(`${denied} with an explicit deny`) },
    );
    expect(evidenceIn(diagnosis)).toContain("returned 200 at 09:30:00 UTC with the same token");
    expect(adviceIn(diagnosis)).toContain("The token itself is good");
  });

  it("says that tokens of another audience work", () => {
    const token = (aud: string) => ({ authorization: `Bearer ${jwt({ sub: "ada", aud, exp: epoch(3600) })}` });
    const diagnosis = diagnosed(
      { url: `${endpoint}/prod/orders`, requestHeaders: token("shop"), ...ok },
      {
        url: `${endpoint}/prod/orders`,
        requestHeaders: token("blog"),
        ...accessDenied(`${denied} with an explicit deny`),
      },
    );
    expect(evidenceIn(diagnosis)).toContain("returned 200 at 09:30:00 UTC with a token of another audience");
    expect(adviceIn(diagnosis)).toContain("Send a token of the issuer, audience and client");
  });

  it("asks for a credential where none is sent", () => {
    const diagnosis = diagnosed({ url: call.url, ...accessDenied(`${denied} with an explicit deny`) });
    expect(adviceIn(diagnosis)).toContain("Send the credential that the authorizer looks for");
  });
});

it("reads no challenge of a 401 as a missing scope", () => {
  const diagnosis = diagnosed({
    ...call,
    status: 401,
    responseHeaders: {
      "apigw-requestid": "JxKqfiq1DoEEPUw=",
      "x-amzn-errortype": "AccessDeniedException",
      "www-authenticate": 'Bearer scope="a" error="insufficient_scope" error_description="expected scopes: [a]"',
    },
    responseBody: '{"message":"Forbidden"}',
  });
  expect(diagnosis.cause).not.toBe("http-api-jwt-insufficient-scope");
});
