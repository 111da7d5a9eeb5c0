import { bearer, endpoint } from "../../../testing/examples/requests.ts";
import { accessDenied, ok, restError } from "../../../testing/examples/responses.ts";
import type { Examples } from "../../example.ts";

export default {
  mustSay: [
    {
      title: "the page works until it is reloaded",
      exchanges: [
        { url: `${endpoint}/prod/orders`, ...ok },
        {
          url: `${endpoint}/prod/orders`,
          requestHeaders: { "cache-control": "max-age=0" },
          ...restError("AccessDeniedException", "Unauthorized"),
        },
      ],
    },
  ],
  mustNotSay: [
    {
      title: "the authorizer denies a reload like everything else",
      exchanges: [
        {
          url: `${endpoint}/prod/orders`,
          requestHeaders: { "cache-control": "max-age=0", authorization: bearer },
          ...accessDenied(
            "User is not authorized to access this resource with an explicit deny in an identity-based policy",
          ),
        },
      ],
      insteadCause: "lambda-authorizer-explicit-deny",
    },
  ],
} satisfies Examples;
