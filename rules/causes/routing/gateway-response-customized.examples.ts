import { bearer, endpoint } from "../../../testing/examples/requests.ts";
import { restRefusal, restSuccess } from "../../../testing/examples/responses.ts";
import type { Examples } from "../../example.ts";

export default {
  mustSay: [
    {
      title: "the owner replaced the body of ACCESS_DENIED",
      exchanges: [
        {
          url: `${endpoint}/prod/orders`,
          requestHeaders: { authorization: bearer },
          status: 403,
          responseHeaders: restRefusal("AccessDeniedException"),
          responseBody:
            '{"errors":[{"message":"Access to requested resource is denied.","code":"Unauthorized","details":""}]}',
        },
      ],
    },
    {
      title: "the owner made an unknown route a 404",
      exchanges: [
        {
          url: `${endpoint}/prod/order`,
          status: 404,
          responseHeaders: restRefusal("MissingAuthenticationTokenException"),
          responseBody: '{"error":"no such route"}',
        },
      ],
    },
  ],
  mustNotSay: [
    {
      title: "the same body from the function itself",
      exchanges: [
        {
          url: `${endpoint}/prod/orders`,
          requestHeaders: { authorization: bearer },
          status: 403,
          responseHeaders: restSuccess,
          responseBody:
            '{"errors":[{"message":"Access to requested resource is denied.","code":"Unauthorized","details":""}]}',
        },
      ],
      insteadCause: "integration-403-passthrough",
    },
  ],
} satisfies Examples;
