import { endpoint, methodArn, role, signed } from "../../../testing/examples/requests.ts";
import { invokeDenied, missingToken, ok, throughEdge } from "../../../testing/examples/responses.ts";
import type { Examples } from "../../example.ts";

export default {
  mustSay: [
    {
      title: "the same route worked while the caller was signed in",
      exchanges: [
        { url: `${endpoint}/prod/orders`, requestHeaders: signed(), ...ok },
        { url: `${endpoint}/prod/orders`, ...missingToken },
      ],
    },
    {
      title: "signed, the same route denies the role: so it exists and wants a signature",
      exchanges: [
        {
          url: `${endpoint}/prod/orders`,
          requestHeaders: signed(),
          ...throughEdge(invokeDenied(role, methodArn("prod/GET/orders"))),
        },
        { url: `${endpoint}/prod/orders`, ...throughEdge(missingToken) },
      ],
    },
  ],
  mustNotSay: [
    {
      title: "nothing is signed, and another verb of the path works",
      exchanges: [
        { url: `${endpoint}/prod/orders`, ...ok },
        { method: "POST", url: `${endpoint}/prod/orders`, requestBody: "{}", ...missingToken },
      ],
      insteadCause: "rest-route-not-found",
    },
  ],
} satisfies Examples;
