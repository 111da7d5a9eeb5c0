import { endpoint } from "../../../testing/examples/requests.ts";
import { awsRequestId, restSuccess } from "../../../testing/examples/responses.ts";
import type { Examples } from "../../example.ts";

export default {
  mustSay: [
    {
      title: "a mutation that a web ACL of the AppSync API blocks",
      exchanges: [
        {
          method: "POST",
          url: "https://abcdefghijklmnopqrstuvwxyz.appsync-api.eu-west-1.amazonaws.com/graphql",
          requestBody: '{"query":"mutation { addOrder { id } }"}',
          status: 403,
          responseHeaders: { ...awsRequestId },
          responseBody: '{"errors":[{"errorType":"WAFForbiddenException","message":"403 Forbidden"}]}',
        },
      ],
    },
  ],
  mustNotSay: [
    {
      title: "a GraphQL server behind API Gateway that words its refusals alike",
      exchanges: [
        {
          method: "POST",
          url: `${endpoint}/prod/graphql`,
          requestBody: '{"query":"mutation { addOrder { id } }"}',
          status: 403,
          responseHeaders: restSuccess,
          responseBody: '{"errors":[{"errorType":"Forbidden","message":"403 Forbidden"}]}',
        },
      ],
      insteadCause: "integration-403-passthrough",
    },
  ],
} satisfies Examples;
