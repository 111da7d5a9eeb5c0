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
  ],
  mustNotSay: [
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
