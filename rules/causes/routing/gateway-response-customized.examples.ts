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
          sends: { authorization: bearer },
          status: 403,
          answers: restRefusal("AccessDeniedException"),
          body: '{"errors":[{"message":"Access to requested resource is denied.","code":"Unauthorized","details":""}]}',
        },
      ],
    },
    {
      title: "the owner made an unknown route a 404",
      exchanges: [
        {
          url: `${endpoint}/prod/order`,
          status: 404,
          answers: restRefusal("MissingAuthenticationTokenException"),
          body: '{"error":"no such route"}',
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
          sends: { authorization: bearer },
          status: 403,
          answers: restSuccess,
          body: '{"errors":[{"message":"Access to requested resource is denied.","code":"Unauthorized","details":""}]}',
        },
      ],
      says: "integration-403-passthrough",
    },
  ],
} satisfies Examples;
