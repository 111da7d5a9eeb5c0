import { endpoint, signed } from "../../../testing/examples/requests.ts";
import { awsRequestId, missingToken, ok, restSuccess, s3Xml } from "../../../testing/examples/responses.ts";
import type { Examples } from "../../example.ts";

export default {
  mustSay: [
    {
      title: "STS refuses a signature, in XML",
      exchanges: [
        {
          method: "POST",
          url: "https://sts.eu-west-1.amazonaws.com/",
          requestHeaders: signed({ service: "sts" }),
          requestBody: "Action=GetCallerIdentity&Version=2011-06-15",
          status: 403,
          responseHeaders: { "content-type": "text/xml", ...awsRequestId },
          responseBody:
            "<ErrorResponse><Error><Type>Sender</Type><Code>SignatureDoesNotMatch</Code><Message>The request signature we calculated does not match the signature you provided.</Message></Error></ErrorResponse>",
        },
      ],
    },
    {
      title: "an unsigned call of a JSON service, 42 bytes as from API Gateway",
      exchanges: [
        {
          method: "POST",
          url: "https://sqs.eu-west-1.amazonaws.com/",
          status: 403,
          responseHeaders: {
            ...awsRequestId,
            "x-amzn-errortype": "MissingAuthenticationTokenException",
            "x-amzn-query-error": "MissingAuthenticationToken;Sender",
          },
          responseBody: '{"message":"Missing Authentication Token"}',
        },
      ],
    },
    {
      title: "Neptune without a signature, in API Gateway's words",
      exchanges: [
        {
          url: "https://graph.cluster-c1a2b3d4e5f6.eu-west-1.neptune.amazonaws.com:8182/status",
          ...missingToken,
          responseHeaders: { ...awsRequestId, "x-amzn-errortype": "MissingAuthenticationTokenException" },
        },
      ],
    },
    {
      title: "AppSync refuses a signature that is too old",
      exchanges: [
        {
          method: "POST",
          url: "https://abcdefghijklmnopqrstuvwxyz.appsync-api.eu-west-1.amazonaws.com/graphql",
          requestHeaders: signed({ service: "appsync" }),
          requestBody: "{}",
          status: 403,
          responseHeaders: { ...awsRequestId, "x-amzn-errortype": "InvalidSignatureException" },
          responseBody: JSON.stringify({
            message:
              "Signature expired: 20260302T091000Z is now earlier than 20260302T092500Z (20260302T093000Z - 5 min.)",
          }),
        },
      ],
    },
    {
      title: "Lambda denies an action that no policy allows, through an interface endpoint",
      exchanges: [
        {
          method: "POST",
          url: "https://vpce-0a1b2c3d4e5f67890-abcdefgh.lambda.eu-west-1.vpce.amazonaws.com/2015-03-31/functions/orders/invocations",
          requestHeaders: signed({ service: "lambda" }),
          requestBody: "{}",
          status: 403,
          responseHeaders: { ...awsRequestId, "x-amzn-errortype": "AccessDeniedException" },
          responseBody: JSON.stringify({
            Message:
              "User: arn:aws:iam::123456789012:user/ada is not authorized to perform: lambda:InvokeFunction on resource: arn:aws:lambda:eu-west-1:123456789012:function:orders because no identity-based policy allows the lambda:InvokeFunction action",
          }),
        },
      ],
    },
  ],
  mustNotSay: [
    {
      title: "AppSync's web ACL blocks",
      exchanges: [
        {
          method: "POST",
          url: "https://abcdefghijklmnopqrstuvwxyz.appsync-api.eu-west-1.amazonaws.com/graphql",
          requestBody: "{}",
          status: 403,
          responseHeaders: { ...awsRequestId, "x-amzn-errortype": "WAFForbiddenException" },
          responseBody: '{"errors":[{"errorType":"WAFForbiddenException","message":"403 Forbidden"}]}',
        },
      ],
      insteadCause: "appsync-waf-blocked",
    },
    {
      title: "the same 42 bytes from an execute-api name",
      exchanges: [
        { url: `${endpoint}/prod/orders`, ...ok },
        { url: `${endpoint}/prod/order`, ...missingToken },
      ],
      insteadCause: "rest-route-not-found",
    },
    {
      title: "a service's XML that came through an integration",
      exchanges: [
        {
          url: `${endpoint}/prod/files/report.pdf`,
          status: 403,
          responseHeaders: { ...restSuccess, "content-type": "application/xml" },
          responseBody: s3Xml("AccessDenied", "Access Denied"),
        },
      ],
      insteadCause: "integration-aws-service-denied",
    },
  ],
  withoutCommand: { fix: "any of AWS's services may be meant, each with permissions of its own" },
} satisfies Examples;
