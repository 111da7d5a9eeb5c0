import { bearer, domain, endpoint } from "../../../testing/examples/requests.ts";
import { accessDenied, nothingAllowsIn, ok, throughEdge } from "../../../testing/examples/responses.ts";
import type { Examples } from "../../example.ts";

const nothingAllows = `User is not authorized to access this resource${nothingAllowsIn("identity-based")}`;

export default {
  mustSay: [
    {
      title: "the first request with the token is denied, in the older wording",
      exchanges: [
        {
          url: `${endpoint}/prod/customers`,
          requestHeaders: { authorization: bearer },
          ...accessDenied("User is not authorized to access this resource"),
        },
        { url: `${endpoint}/prod/orders`, requestHeaders: { authorization: bearer }, ...ok },
      ],
      diagnose: 0,
    },
    {
      title: "the wording that names a layer, on a verb that the policy lacks",
      exchanges: [
        {
          method: "DELETE",
          url: `${domain}/orders/17`,
          requestHeaders: { authorization: bearer },
          ...throughEdge(accessDenied(nothingAllows)),
        },
      ],
    },
  ],
  mustNotSay: [
    {
      title: "another route was allowed a second before, and the denial took no time",
      exchanges: [
        { url: `${endpoint}/prod/orders`, requestHeaders: { authorization: bearer }, ttfb: 420, ...ok },
        {
          url: `${endpoint}/prod/customers`,
          requestHeaders: { authorization: bearer },
          ttfb: 18,
          ...accessDenied(nothingAllows),
        },
      ],
      insteadCause: "lambda-authorizer-cached-policy",
    },
    {
      title: "the authorizer denies in so many words",
      exchanges: [
        {
          url: `${endpoint}/prod/customers`,
          requestHeaders: { authorization: bearer },
          ...accessDenied("User is not authorized to access this resource with an explicit deny"),
        },
      ],
      insteadCause: "lambda-authorizer-explicit-deny",
    },
  ],
} satisfies Examples;
