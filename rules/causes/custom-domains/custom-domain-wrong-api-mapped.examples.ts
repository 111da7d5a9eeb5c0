import { domain } from "../../../testing/examples/requests.ts";
import { httpOk, missingToken, ok } from "../../../testing/examples/responses.ts";
import type { Examples } from "../../example.ts";

export default {
  mustSay: [
    {
      title: "an HTTP API has the route; the domain sends it to a REST API",
      exchanges: [
        { url: "https://f6g7h8i9j0.execute-api.eu-west-1.amazonaws.com/customers", ...httpOk },
        { url: `${domain}/orders`, ...httpOk },
        { url: `${domain}/customers`, ...missingToken },
      ],
    },
  ],
  mustNotSay: [
    {
      title: "one REST API behind the domain, and a path that it lacks",
      exchanges: [
        { url: `${domain}/orders`, ...ok },
        { url: `${domain}/customers`, ...missingToken },
      ],
      insteadCause: "rest-route-not-found",
    },
    {
      title: "two kinds of API share the domain; the base path is the REST API's, as another of its paths shows",
      exchanges: [
        { url: `${domain}/catalogue/shoes`, ...httpOk },
        { url: `${domain}/orders/open`, ...ok },
        { url: `${domain}/orders/opne`, ...missingToken },
      ],
      insteadCause: "rest-route-not-found",
    },
  ],
} satisfies Examples;
