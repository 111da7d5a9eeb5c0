import {
  type Advice,
  advice,
  type Case,
  type CommandTexts,
  callersArn,
  change,
  command,
  commandLines,
  commandOf,
  errorTypeIs,
  functionUrlServesSamePath,
  hasErrorType,
  hasHttpApiRequestId,
  hasNoResponse,
  hasRestRequestId,
  hostIs,
  isSigned,
  links,
  partition,
  type Rule,
  region,
  says,
  signCall,
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

/** Both permissions, for one caller. A function is never opened to everybody as a fix. */
function allowed(subject: Case, says: string, caller: CommandTexts): Advice {
  const place = region(subject);
  return change(
    says,
    commandLines(
      commandOf(
        command`aws lambda add-permission --function-name FUNCTION --statement-id caller-url --action lambda:InvokeFunctionUrl --function-url-auth-type AWS_IAM`,
        caller,
        command`--region ${place}`,
      ),
      commandOf(
        command`aws lambda add-permission --function-name FUNCTION --statement-id caller-invoke --action lambda:InvokeFunction --invoked-via-function-url`,
        caller,
        command`--region ${place}`,
      ),
    ),
  );
}

function direct(subject: Case): readonly Advice[] {
  return [
    ...(isSigned.ask(subject).answer === "no" ? [signCall(subject, "Sign the request.", "lambda")] : []),
    allowed(
      subject,
      "Allow the one caller to use the URL and to invoke the function by it.",
      command`--principal ${callersArn(subject)}`,
    ),
  ];
}

function behindCloudFront(subject: Case): readonly Advice[] {
  const distribution = `arn:${partition(subject)}:cloudfront::ACCOUNT_ID:distribution/DISTRIBUTION_ID`;
  return [
    advice(
      "Let CloudFront not forward the viewer's Host (origin request policy AllViewerExceptHostHeader): a function URL knows its own name only.",
    ),
    allowed(
      subject,
      "Let this distribution, and nothing else, use the URL and invoke the function by it; it signs with an origin access control.",
      command`--principal cloudfront.amazonaws.com --source-arn ${distribution}`,
    ),
  ];
}

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
  confirm: (subject) => ({
    says: "See the function's policy, and whether its URL wants a signature (AWS_IAM).",
    ...commandLines(
      command`aws lambda get-policy --function-name FUNCTION --region ${region(subject)}`,
      command`aws lambda get-function-url-config --function-name FUNCTION --region ${region(subject)}`,
    ),
  }),
  fix: (subject) => [...(subject.exchange.host.kind === "lambda-url" ? direct(subject) : behindCloudFront(subject))],
  links: [links.functionUrls],
  expectedResults: {},
} satisfies Rule;
