import type { Examples } from "../src/diagnosis/example.ts";
import { hashedParseError, ok, parseErrorOf } from "./example-answers.ts";
import { bearer, endpoint, hashOfBearer, signed } from "./example-requests.ts";

export default {
  mustSay: [
    {
      title: "the route worked for a signed call",
      exchanges: [
        { url: `${endpoint}/prod/orders`, sends: signed(), ...ok },
        { url: `${endpoint}/prod/orders`, sends: { authorization: bearer }, ...hashedParseError(hashOfBearer) },
      ],
    },
    {
      title: "the wording of earlier years",
      exchanges: [
        { url: `${endpoint}/prod/orders`, sends: signed(), ...ok },
        { url: `${endpoint}/prod/orders`, sends: { authorization: bearer }, ...parseErrorOf(bearer) },
      ],
    },
  ],
  mustNotSay: [
    {
      title: "the token is good on the host's other routes, and nothing is signed",
      exchanges: [
        { url: `${endpoint}/prod/orders`, sends: { authorization: bearer }, ...ok },
        { url: `${endpoint}/prod/order`, sends: { authorization: bearer }, ...hashedParseError(hashOfBearer) },
      ],
      says: "rest-route-not-found-with-auth-header",
    },
  ],
} satisfies Examples;
