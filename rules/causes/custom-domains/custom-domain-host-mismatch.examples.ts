import { distribution, domain } from "../../../testing/examples/requests.ts";
import { forbidden, ok, throughEdge } from "../../../testing/examples/responses.ts";
import type { Examples } from "../../example.ts";

export default {
  mustSay: [
    {
      title: "the regional target of a custom domain, called by its own name",
      exchanges: [{ url: "https://d-abcde12345.execute-api.eu-west-1.amazonaws.com/orders", ...forbidden }],
    },
    {
      title: "the edge target of a custom domain, called by its own name",
      exchanges: [
        { url: `${distribution}/orders`, ...throughEdge(forbidden) },
        { url: `${distribution}/customers`, ...throughEdge(forbidden) },
      ],
    },
  ],
  mustNotSay: [
    {
      title: "a registered domain with another mapping",
      exchanges: [
        { url: `${domain}/orders/17`, ...ok },
        { url: `${domain}/order/17`, ...forbidden },
      ],
      insteadCause: "custom-domain-no-base-path-mapping",
    },
    {
      title: "the target called with the domain in the Host header, as it should be",
      exchanges: [
        {
          url: "https://d-abcde12345.execute-api.eu-west-1.amazonaws.com/orders",
          requestHeaders: { host: "api.example.com" },
          ...forbidden,
        },
      ],
      insteadCause: "custom-domain-no-base-path-mapping",
    },
  ],
} satisfies Examples;
