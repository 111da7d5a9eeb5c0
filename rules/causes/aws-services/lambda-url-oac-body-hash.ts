import {
  advice,
  cameThroughCloudFront,
  command,
  errorTypeIs,
  hasAwsSentence,
  hasHttpApiRequestId,
  hasNoResponse,
  hasRestRequestId,
  hostIs,
  isSigned,
  links,
  type Rule,
  says,
  sendsBody,
  sendsContentHash,
  weigh,
} from "../../kit.ts";

export default {
  id: "lambda-url-oac-body-hash",
  title: "CloudFront's signature to the function URL lacks the body's hash",
  refusedBy: "elsewhere",
  who: "a Lambda function URL behind CloudFront",
  refusedAt: "elsewhere",
  prior: 0.2,
  clues: [
    weigh(hasNoResponse, { yes: "never" }),
    weigh(hasRestRequestId, { yes: "never" }),
    weigh(hasHttpApiRequestId, { yes: "never" }),
    weigh(hostIs("default-endpoint", "vpce", "vpce-with-api", "lambda-url", "aws-service"), { yes: "never" }),
    weigh(cameThroughCloudFront, { yes: 1.5, no: -2 }),
    weigh(errorTypeIs("InvalidSignatureException"), { yes: 1, no: "never" }),
    weigh(says("signature-mismatch"), { yes: 0.5, no: "never" }),
    // Function URLs respond in AWS's words alone: a body that says something else is not theirs.
    weigh(hasAwsSentence, { no: "never" }),
    weigh(isSigned, { yes: -2, no: 2 }),
    weigh(sendsBody, { yes: 1.5, no: -4 }),
    weigh(sendsContentHash, { yes: 0, no: 1.5 }),
  ],
  means:
    "CloudFront signs requests to the function URL itself (origin access control), but cannot hash a body: the client must send `x-amz-content-sha256` of the exact body with POST, PUT and PATCH.",
  confirm: () => advice("Repeat the request without a body: if it works, the hash is what is missing."),
  fix: () => [
    {
      says: "Send `x-amz-content-sha256` with the SHA-256 of the body in hex; for a body in a file that is this. `UNSIGNED-PAYLOAD` is refused.",
      ...command`openssl dgst -sha256 -r request-body`,
    },
    advice("Or put an API in front of the function instead."),
  ],
  links: [links.functionUrls],
  expectedResults: {},
} satisfies Rule;
