import { expect, test } from "vitest";
import { caseOf } from "../testing/examples/case.ts";
import { signed } from "../testing/examples/requests.ts";
import { awsRequestId } from "../testing/examples/responses.ts";
import awsServiceEndpoint403 from "./causes/aws-services/aws-service-endpoint-403.ts";

function fixFor(url: string, errorType: string, message: string): string {
  const subject = caseOf({
    method: "POST",
    url,
    requestHeaders: signed({ service: "sqs" }),
    requestBody: "{}",
    status: 403,
    responseHeaders: { ...awsRequestId, "x-amzn-errortype": errorType },
    responseBody: JSON.stringify({ message }),
  });
  return awsServiceEndpoint403
    .fix(subject)
    .map(({ says }) => says)
    .join(" ");
}

const sqs = "https://sqs.eu-west-1.amazonaws.com/";

test.each([
  [
    "InvalidSignatureException",
    "Signature expired: 20260302T091000Z is now earlier than 20260302T092500Z (20260302T093000Z - 5 min.)",
    /sign each request at the moment|clock/i,
  ],
  ["UnrecognizedClientException", "The security token included in the request is invalid.", /active access keys/],
  ["ExpiredTokenException", "The security token included in the request is expired", /new credentials/],
  [
    "InvalidSignatureException",
    "The request signature we calculated does not match the signature you provided.",
    /Look for the secret/,
  ],
  ["MissingAuthenticationTokenException", "Missing Authentication Token", /for service `sqs` and region `eu-west-1`/],
  [
    "AccessDeniedException",
    "User: arn:aws:iam::123456789012:user/ada is not authorized to perform: sqs:SendMessage on resource: arn:aws:sqs:eu-west-1:123456789012:orders",
    /Allow `arn:aws:iam::123456789012:user\/ada` the action `sqs:SendMessage` on `arn:aws:sqs:/,
  ],
])("the message of an AWS service decides its fix: %s, %s", (errorType, message, expected) => {
  expect(fixFor(sqs, errorType, message)).toMatch(expected);
});

test("the service is named as signatures name it", () => {
  const missing = ["MissingAuthenticationTokenException", "Missing Authentication Token"] as const;
  expect(fixFor("https://g.cluster-c1.eu-west-1.neptune.amazonaws.com:8182/", ...missing)).toContain("`neptune-db`");
  expect(fixFor("https://abc.eu-west-1.aoss.amazonaws.com/", ...missing)).toContain("`aoss`");
});
