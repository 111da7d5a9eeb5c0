import { expect, it } from "vitest";
import { diagnose as diagnoseRecording } from "../src/diagnosis/diagnose.ts";
import { recordingOf } from "../testing/examples/recording.ts";
import type { ExampleExchange } from "./example.ts";
import { knowledge } from "./knowledge.ts";

function diagnosed(...exchanges: readonly ExampleExchange[]) {
  const recorded = recordingOf({ title: "planted", exchanges });
  return diagnoseRecording(recorded, { knowledge, apiHosts: [] }).explanations;
}

const arn = "arn:aws:execute-api:eu-west-1:********9012:a1b2c3d4e5/prod/GET/orders";
const denied = `User: arn:aws:sts::123456789012:assumed-role/app/x is not authorized to perform: execute-api:Invoke on resource: ${arn}`;

/** Sentences of a gateway that another server passed on: a backend for front ends, or an application. */
const forwarded = [
  `${denied} with an explicit deny in a service control policy`,
  `${denied} with an explicit deny in an identity-based policy`,
  `${denied} with an explicit deny in a resource-based policy`,
  `${denied} because no VPC endpoint policy allows the execute-api:Invoke action`,
  "The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method.",
  "Credential should be scoped to a valid region. ",
  "The security token included in the request is expired",
];

const passedOn: readonly (readonly [who: string, answer: Pick<ExampleExchange, "url" | "responseHeaders">])[] = [
  ["an application of its own", { url: "https://api.example.com/orders", responseHeaders: { server: "nginx" } }],
  [
    "an integration",
    {
      url: "https://a1b2c3d4e5.execute-api.eu-west-1.amazonaws.com/prod/orders",
      responseHeaders: {
        "x-amzn-requestid": "1b1f2b1e-5a8c-4c2b-9f6e-0d6f2c3b4a51",
        "x-amz-apigw-id": "JxKqfH1bDoEFRXw=",
        "x-amzn-trace-id": "Root=1-5f84c7a1-0123456789abcdef01234567",
      },
    },
  ],
];

it.each(passedOn.flatMap(([who, answer]) => forwarded.map((message) => [who, message, answer] as const)))(
  "is not certain of a sentence that %s passed on: %s",
  (_, message, answer) => {
    const [explanation] = diagnosed({ ...answer, status: 403, responseBody: JSON.stringify({ message }) });
    expect(explanation?.diagnosis.confidence).not.toBe("certain");
  },
);

const secret = "Zs3cretZs3cretZs3cretZs3cret";

it.each([
  `'${secret}' not a valid key=value pair (missing equal-sign) in Authorization header: 'Bearer ${secret}'.`,
  `Authorization header requires 'Credential' parameter. Authorization=${secret}`,
  `The request signature we calculated does not match.\n\nThe Canonical String for this request should have been\n'GET\n/prod/orders\n\nx-api-key:${secret}\nx-amz-security-token:${secret}\n'`,
  `The request signature we calculated does not match the signature you provided.\n\nThe Canonical String for this request should have been\n'GET\n/prod/orders\naccess_token=${secret}\nauthorization:${secret}\nhost:api.example.com\nx-api-key:x${secret}\n\nauthorization;host;x-api-key\nabc'`,
  `{"password":"${secret}"}`,
])("repeats no secret that the exchange holds: %s", (message) => {
  const explanations = diagnosed({
    url: `https://a1b2c3d4e5.execute-api.eu-west-1.amazonaws.com/prod/orders?access_token=${secret}&api_key=${secret}`,
    requestHeaders: {
      authorization: `Bearer ${secret}`,
      cookie: `session=${secret}`,
      "x-api-key": secret,
      "x-amz-security-token": secret,
    },
    status: 403,
    responseHeaders: {
      "x-amzn-requestid": "1b1f2b1e-5a8c-4c2b-9f6e-0d6f2c3b4a51",
      "x-amz-apigw-id": "JxKqfH1bDoEFRXw=",
      "x-amzn-errortype": "IncompleteSignatureException",
      "set-cookie": `session=${secret}`,
    },
    responseBody: message.startsWith("{") ? message : JSON.stringify({ message }),
  });
  expect(explanations).toHaveLength(1);
  expect(JSON.stringify(explanations.map((each) => each.full()))).not.toContain(secret);
});
