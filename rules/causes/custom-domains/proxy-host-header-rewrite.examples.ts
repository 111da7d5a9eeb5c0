import { endpoint } from "../../../testing/examples/requests.ts";
import { forbidden, missingToken, ok, withHeaders } from "../../../testing/examples/responses.ts";
import type { Examples } from "../../example.ts";

const envoy = { server: "envoy", "x-envoy-upstream-service-time": "23" } as const;

export default {
  mustSay: [
    {
      title: "Envoy forwards its own name, which API Gateway doesn't know",
      exchanges: [
        { url: `${endpoint}/prod/orders`, ...ok },
        { url: "https://gateway.example.com/prod/orders", ...withHeaders(forbidden, envoy) },
        { url: "https://gateway.example.com/prod/customers", ...withHeaders(forbidden, envoy) },
      ],
    },
    {
      title: "so does Kong, which names itself in `via`",
      exchanges: [
        { url: `${endpoint}/prod/orders`, ...ok },
        { url: "https://gateway.example.com/prod/orders", ...withHeaders(forbidden, { via: "1.1 kong/3.6.1" }) },
      ],
    },
  ],
  mustNotSay: [
    {
      title: "Envoy reaches the API; the route is unknown",
      exchanges: [
        { url: "https://gateway.example.com/prod/orders", ...withHeaders(ok, envoy) },
        { url: "https://gateway.example.com/prod/order", ...withHeaders(missingToken, envoy) },
      ],
      insteadCause: "rest-route-not-found",
    },
  ],
  withoutCommand: { fix: "the proxy's configuration decides" },
} satisfies Examples;
