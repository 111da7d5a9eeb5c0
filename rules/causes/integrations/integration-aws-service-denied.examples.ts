import { endpoint } from "../../../testing/examples/requests.ts";
import { restSuccess, s3Error, s3Xml } from "../../../testing/examples/responses.ts";
import type { Examples } from "../../example.ts";

export default {
  mustSay: [
    {
      title: "the integration's role may not read the bucket",
      exchanges: [
        {
          url: `${endpoint}/prod/files/report.pdf`,
          status: 403,
          responseHeaders: { ...restSuccess, "content-type": "application/xml" },
          responseBody: s3Xml("AccessDenied", "Access Denied"),
        },
      ],
    },
    {
      title: "Lambda called by another verb than POST",
      exchanges: [
        {
          url: `${endpoint}/prod/orders`,
          status: 403,
          responseHeaders: restSuccess,
          responseBody:
            "<AccessDeniedException>\n  <Message>Unable to determine service/operation name to be authorized</Message>\n</AccessDeniedException>\n",
        },
      ],
    },
    {
      title: "the integration's role may not write to the table, which the service says in JSON",
      exchanges: [
        {
          method: "POST",
          url: `${endpoint}/prod/orders`,
          status: 403,
          responseHeaders: restSuccess,
          responseBody: JSON.stringify({
            __type: "com.amazon.coral.service#AccessDeniedException",
            Message:
              "User: arn:aws:sts::123456789012:assumed-role/orders-api/BackplaneAssumeRoleSession is not authorized to perform: dynamodb:PutItem on resource: arn:aws:dynamodb:eu-west-1:123456789012:table/orders because no identity-based policy allows the dynamodb:PutItem action",
          }),
        },
      ],
    },
  ],
  mustNotSay: [
    {
      title: "the application speaks of what its user may not do",
      exchanges: [
        {
          method: "POST",
          url: `${endpoint}/prod/orders`,
          status: 403,
          responseHeaders: restSuccess,
          responseBody: '{"error":"User ada is not authorized to perform this operation"}',
        },
      ],
      insteadCause: "integration-403-passthrough",
    },
    {
      title: "S3 alone, without API Gateway before it",
      exchanges: [
        {
          url: "https://reports-example.s3.eu-west-1.amazonaws.com/report.pdf",
          ...s3Error("AccessDenied", "Access Denied"),
        },
      ],
      insteadCause: "s3-access-denied",
    },
  ],
} satisfies Examples;
