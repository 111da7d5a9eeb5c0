import { bearer, endpoint, signed } from "../../../testing/examples/requests.ts";
import { httpForbidden, httpOk } from "../../../testing/examples/responses.ts";
import type { Examples } from "../../example.ts";

export default {
  mustSay: [
    {
      title: "a signed call of a route that the role may not invoke",
      exchanges: [
        { url: `${endpoint}/orders`, requestHeaders: signed(), ...httpOk },
        { method: "DELETE", url: `${endpoint}/orders/17`, requestHeaders: signed({ at: 1 }), ...httpForbidden },
      ],
    },
    {
      title: "the same route worked signed; this call is unsigned",
      exchanges: [
        { url: `${endpoint}/orders`, requestHeaders: signed(), ...httpOk },
        { url: `${endpoint}/orders`, ...httpForbidden },
      ],
    },
  ],
  mustNotSay: [
    {
      title: "a bearer token, and nothing is signed",
      exchanges: [
        { url: `${endpoint}/orders`, requestHeaders: { authorization: bearer }, ...httpOk },
        { method: "DELETE", url: `${endpoint}/orders/17`, requestHeaders: { authorization: bearer }, ...httpForbidden },
      ],
      insteadCause: "http-api-lambda-authorizer-deny",
    },
  ],
} satisfies Examples;
