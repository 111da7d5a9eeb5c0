import { apiKey, domain, endpoint } from "../../../testing/examples/requests.ts";
import { forbidden, ok, throughEdge, withHeaders } from "../../../testing/examples/responses.ts";
import type { Examples } from "../../example.ts";

export default {
  mustSay: [
    {
      title: "a key of the dev stage on the new prod stage",
      exchanges: [
        { url: `${endpoint}/dev/orders`, requestHeaders: { "x-api-key": apiKey }, ...ok },
        { url: `${endpoint}/prod/health`, ...ok },
        { url: `${endpoint}/prod/orders`, requestHeaders: { "x-api-key": apiKey }, ...forbidden },
      ],
    },
  ],
  mustNotSay: [
    {
      title: "the key is good, but the path lacks its stage",
      exchanges: [
        { url: `${endpoint}/prod/orders`, requestHeaders: { "x-api-key": apiKey }, ...ok },
        { url: `${endpoint}/orders`, requestHeaders: { "x-api-key": apiKey }, ...forbidden },
      ],
      insteadCause: "rest-stage-missing-or-unknown",
    },
    {
      title: "the key differs from the one that works",
      exchanges: [
        { url: `${endpoint}/prod/orders`, requestHeaders: { "x-api-key": apiKey }, ...ok },
        { url: `${endpoint}/prod/orders`, requestHeaders: { "x-api-key": apiKey.slice(0, -3) }, ...forbidden },
      ],
      insteadCause: "api-key-invalid-or-disabled",
    },
    {
      title: "a stored copy of the response to a request without the key",
      exchanges: [
        { url: `${domain}/orders`, ...throughEdge(forbidden) },
        {
          url: `${domain}/orders`,
          requestHeaders: { "x-api-key": apiKey },
          ...withHeaders(throughEdge(forbidden), { age: "7" }),
        },
      ],
    },
  ],
} satisfies Examples;
