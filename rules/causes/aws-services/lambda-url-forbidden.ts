import {
  advice,
  command,
  errorTypeIs,
  functionUrlServesSamePath,
  hasErrorType,
  hasHttpApiRequestId,
  hasNoResponse,
  hasRestRequestId,
  hostIs,
  links,
  type Rule,
  says,
  weigh,
  worksOnOtherHost,
} from "../../kit.ts";

/** Lambda checks a signature before the function's policy. */
const signatureWordings = [
  "signature-mismatch",
  "signature-expired",
  "credential-scope",
  "security-token-invalid",
  "security-token-expired",
] as const;

export default {
  id: "lambda-url-forbidden",
  title: "The Lambda function URL refused the caller",
  refusedBy: "elsewhere",
  who: "a Lambda function URL",
  refusedAt: "elsewhere",
  prior: 0.4,
  clues: [
    weigh(hasNoResponse, { yes: "never" }),
    weigh(hasRestRequestId, { yes: "never" }),
    weigh(hasHttpApiRequestId, { yes: "never" }),
    weigh(hostIs("lambda-url"), { yes: 6, no: -1 }),
    weigh(
      hostIs("default-endpoint", "vpce", "vpce-with-api", "s3", "appsync", "aws-service", "opensearch", "cognito"),
      { yes: "never" },
    ),
    weigh(says("function-url-forbidden"), { yes: 6 }),
    weigh(errorTypeIs("AccessDeniedException"), { yes: 1, no: -3 }),
    weigh(hasErrorType, { no: -3 }),
    weigh(says(...signatureWordings, "missing-authentication-token", "incomplete-signature"), { yes: "never" }),
    weigh(says("authorizer-denied", "anonymous-denied", "principal-denied"), { yes: -3 }),
    weigh(functionUrlServesSamePath, { yes: 3 }),
    weigh(worksOnOtherHost, { yes: -1 }),
  ],
  means:
    "The function URL's authorization is AWS_IAM, or its resource policy does not let this caller in. Since late 2025 both lambda:InvokeFunctionUrl and lambda:InvokeFunction are needed.",
  confirm: () => ({ says: "See the function's policy.", ...command`aws lambda get-policy --function-name FUNCTION` }),
  fix: ({ exchange: { host } }) => [
    ...(host.kind === "lambda-url"
      ? []
      : [
          advice(
            "Let CloudFront not forward the viewer's Host (origin request policy AllViewerExceptHostHeader): a function URL knows its own name only.",
          ),
        ]),
    {
      says: "Allow the caller to use the URL (for a public one: authorization NONE and Principal *).",
      ...command`aws lambda add-permission --function-name FUNCTION --statement-id url --action lambda:InvokeFunctionUrl --principal '*' --function-url-auth-type NONE`,
    },
    {
      says: "And to invoke the function by it.",
      ...command`aws lambda add-permission --function-name FUNCTION --statement-id invoke --action lambda:InvokeFunction --principal '*' --invoked-via-function-url`,
    },
  ],
  links: [links.functionUrls],
  expectedResults: {},
} satisfies Rule;
