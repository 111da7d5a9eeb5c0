import { domain, endpoint } from "../../../testing/examples/requests.ts";
import { forbidden, ok, throughEdge } from "../../../testing/examples/responses.ts";
import type { Examples } from "../../example.ts";

export default {
  mustSay: [
    {
      title: "every API of the region is refused at an address in the VPC; the custom domain works",
      exchanges: [
        { url: `${domain}/orders`, ...ok },
        {
          url: "https://f6g7h8i9j0.execute-api.eu-west-1.amazonaws.com/prod/customers",
          address: "10.0.3.7",
          ...forbidden,
        },
        { url: `${endpoint}/prod/orders`, address: "10.0.3.7", ...forbidden },
      ],
    },
    {
      title: "a public name that leads to a private address",
      exchanges: [{ url: `${endpoint}/prod/orders`, address: "172.31.4.9", ...forbidden }],
    },
  ],
  mustNotSay: [
    {
      title: "the address is public; only this name is refused",
      exchanges: [
        { url: `${domain}/orders`, ...ok },
        { url: `${domain}/customers`, ...ok },
        { url: `${endpoint}/prod/customers`, ...forbidden },
        { url: `${endpoint}/prod/orders`, ...forbidden },
      ],
      insteadCause: "default-endpoint-disabled",
    },
    {
      title: "the browser goes through a proxy: every host has its address",
      exchanges: [
        { url: "https://www.example.com/", resourceType: "document", address: "10.0.3.7", status: 200 },
        { url: `${endpoint}/orders`, address: "10.0.3.7", ...forbidden },
      ],
      insteadCause: "rest-stage-missing-or-unknown",
    },
    {
      title: "an edge-optimized API: no VPC endpoint has CloudFront before it",
      exchanges: [{ url: `${endpoint}/orders`, address: "10.0.3.7", ...throughEdge(forbidden) }],
    },
  ],
} satisfies Examples;
