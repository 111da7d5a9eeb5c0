import { domain, endpoint } from "../../../testing/examples/requests.ts";
import { forbidden, ok } from "../../../testing/examples/responses.ts";
import type { Examples } from "../../example.ts";

export default {
  mustSay: [
    {
      title: "everything works on the custom domain, nothing on the execute-api name",
      exchanges: [
        { url: `${domain}/orders`, ...ok },
        { url: `${domain}/customers`, ...ok },
        { url: `${endpoint}/prod/orders`, ...forbidden },
        { url: `${endpoint}/prod/customers`, ...forbidden },
      ],
    },
    {
      title: "it responded until a moment ago; since then all of it is refused, and the custom domain works",
      exchanges: [
        { url: `${endpoint}/prod/orders`, ...ok },
        { url: `${endpoint}/prod/customers`, ...ok },
        { url: `${domain}/orders`, at: 60, ...ok },
        { url: `${endpoint}/prod/customers`, at: 70, ...forbidden },
        { url: `${endpoint}/prod/orders`, at: 71, ...forbidden },
      ],
    },
  ],
  mustNotSay: [
    {
      title: "the name leads to a VPC endpoint, and other APIs are refused as well",
      exchanges: [
        { url: `${domain}/orders`, ...ok },
        {
          url: "https://f6g7h8i9j0.execute-api.eu-west-1.amazonaws.com/prod/customers",
          address: "10.0.3.7",
          ...forbidden,
        },
        { url: `${endpoint}/prod/orders`, address: "10.0.3.7", ...forbidden },
      ],
      insteadCause: "private-dns-hijacks-public-api",
    },
    {
      title: "another stage of the name works",
      exchanges: [
        { url: `${endpoint}/prod/orders`, ...ok },
        { url: `${endpoint}/v1/orders`, ...forbidden },
      ],
      insteadCause: "rest-stage-missing-or-unknown",
    },
  ],
} satisfies Examples;
