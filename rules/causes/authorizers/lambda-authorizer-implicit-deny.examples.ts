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
          sends: { authorization: bearer },
          ...accessDenied("User is not authorized to access this resource"),
        },
        { url: `${endpoint}/prod/orders`, sends: { authorization: bearer }, ...ok },
      ],
      asks: 0,
    },
    {
      title: "the wording that names a layer, on a verb that the policy lacks",
      exchanges: [
        {
          method: "DELETE",
          url: `${domain}/orders/17`,
          sends: { authorization: bearer },
          ...throughEdge(accessDenied(nothingAllows)),
        },
      ],
    },
  ],
  mustNotSay: [
    {
      title: "another route was allowed a second before, and the denial took no time",
      exchanges: [
        { url: `${endpoint}/prod/orders`, sends: { authorization: bearer }, wait: 420, ...ok },
        {
          url: `${endpoint}/prod/customers`,
          sends: { authorization: bearer },
          wait: 18,
          ...accessDenied(nothingAllows),
        },
      ],
      says: "lambda-authorizer-cached-policy",
    },
    {
      title: "the authorizer denies in so many words",
      exchanges: [
        {
          url: `${endpoint}/prod/customers`,
          sends: { authorization: bearer },
          ...accessDenied("User is not authorized to access this resource with an explicit deny"),
        },
      ],
      says: "lambda-authorizer-explicit-deny",
    },
  ],
} satisfies Examples;
