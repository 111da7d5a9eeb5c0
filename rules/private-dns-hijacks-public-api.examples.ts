import type { Examples } from "../src/diagnosis/example.ts";
import { forbidden, ok } from "./example-answers.ts";
import { domain, endpoint } from "./example-requests.ts";

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
      says: "default-endpoint-disabled",
    },
  ],
} satisfies Examples;
