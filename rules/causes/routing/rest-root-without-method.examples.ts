import { domain, endpoint, signed } from "../../../testing/examples/requests.ts";
import { missingToken, ok, throughEdge } from "../../../testing/examples/responses.ts";
import type { Examples } from "../../example.ts";

export default {
  mustSay: [
    {
      title: "the invoke URL of the console, as it is",
      exchanges: [{ url: `${endpoint}/prod/`, resourceType: "document", ...missingToken }],
    },
    {
      title: "the root of a custom domain, whose deeper paths work",
      exchanges: [
        { url: `${domain}/orders`, ...throughEdge(ok) },
        { url: `${domain}/`, ...throughEdge(missingToken) },
      ],
    },
  ],
  mustNotSay: [
    {
      title: "a deeper path that isn't there",
      exchanges: [
        { url: `${endpoint}/prod/orders`, ...ok },
        { url: `${endpoint}/prod/order`, ...missingToken },
      ],
      insteadCause: "rest-route-not-found",
    },
    {
      title: "the root worked for a signed call",
      exchanges: [
        { url: `${endpoint}/prod/`, requestHeaders: signed(), ...ok },
        { url: `${endpoint}/prod/`, ...missingToken },
      ],
      insteadCause: "iam-auth-unsigned-request",
    },
  ],
} satisfies Examples;
