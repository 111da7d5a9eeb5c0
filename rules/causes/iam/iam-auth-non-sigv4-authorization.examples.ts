import { bearer, endpoint, hashOfBearer, signed } from "../../../testing/examples/requests.ts";
import { hashedParseError, ok, parseErrorOf } from "../../../testing/examples/responses.ts";
import type { Examples } from "../../example.ts";

export default {
  mustSay: [
    {
      title: "the route worked for a signed call",
      exchanges: [
        { url: `${endpoint}/prod/orders`, requestHeaders: signed(), ...ok },
        {
          url: `${endpoint}/prod/orders`,
          requestHeaders: { authorization: bearer },
          ...hashedParseError(hashOfBearer),
        },
      ],
    },
    {
      title: "the wording of earlier years",
      exchanges: [
        { url: `${endpoint}/prod/orders`, requestHeaders: signed(), ...ok },
        { url: `${endpoint}/prod/orders`, requestHeaders: { authorization: bearer }, ...parseErrorOf(bearer) },
      ],
    },
  ],
  mustNotSay: [
    {
      title: "the token is good on the host's other routes, and nothing is signed",
      exchanges: [
        { url: `${endpoint}/prod/orders`, requestHeaders: { authorization: bearer }, ...ok },
        { url: `${endpoint}/prod/order`, requestHeaders: { authorization: bearer }, ...hashedParseError(hashOfBearer) },
      ],
      insteadCause: "rest-route-not-found-with-auth-header",
    },
  ],
} satisfies Examples;
