import { endpoint } from "../../../testing/examples/requests.ts";
import { awsRequestId, restRefusal } from "../../../testing/examples/responses.ts";
import type { Examples } from "../../example.ts";

const wafBlock = '{"__type":"ForbiddenException","message":"Request not allowed due to WAF block."}';

export default {
  mustSay: [
    {
      title: "sign-in to a user pool that a web ACL protects",
      exchanges: [
        {
          method: "POST",
          url: "https://cognito-idp.eu-west-1.amazonaws.com/",
          requestBody: '{"AuthFlow":"USER_SRP_AUTH"}',
          status: 403,
          responseHeaders: { "content-type": "application/x-amz-json-1.1" },
          responseBody: wafBlock,
        },
      ],
    },
  ],
  mustNotSay: [
    {
      title: "the user pool's endpoint, called by a key without permission",
      exchanges: [
        {
          method: "POST",
          url: "https://iam.amazonaws.com/",
          requestBody: "Action=ListUsers",
          status: 403,
          responseHeaders: { "content-type": "text/xml", ...awsRequestId },
          responseBody:
            "<ErrorResponse><Error><Code>AccessDenied</Code><Message>not authorized</Message></Error></ErrorResponse>",
        },
      ],
      insteadCause: "aws-service-endpoint-403",
    },
    {
      title: "a web ACL on a REST API whose custom response has the same body",
      exchanges: [
        {
          method: "POST",
          url: `${endpoint}/prod/orders`,
          status: 403,
          responseHeaders: restRefusal("ForbiddenException"),
          responseBody: wafBlock,
        },
      ],
    },
  ],
} satisfies Examples;
