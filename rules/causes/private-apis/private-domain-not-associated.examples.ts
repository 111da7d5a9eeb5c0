import { endpoint } from "../../../testing/examples/requests.ts";
import { forbidden, ok } from "../../../testing/examples/responses.ts";
import type { Examples } from "../../example.ts";

const internal = "https://orders.corp.example.com";

export default {
  mustSay: [
    {
      title: "a private name of the owner's that resolves into the VPC",
      exchanges: [
        { url: `${internal}/orders`, address: "10.0.3.7", ...forbidden },
        { url: `${internal}/customers`, address: "10.0.3.7", ...forbidden },
      ],
    },
    {
      title: "the front end of VPC endpoints responds",
      exchanges: [
        {
          url: `${internal}/orders`,
          address: "10.0.3.7",
          ...forbidden,
          responseHeaders: { ...forbidden.responseHeaders, server: "Server" },
        },
      ],
    },
  ],
  mustNotSay: [
    {
      title: "the same from a public address",
      exchanges: [
        { url: "https://api.example.com/orders", ...forbidden },
        { url: "https://api.example.com/customers", ...forbidden },
      ],
    },
    {
      title: "an execute-api name that resolves into the VPC, as others of the region do",
      exchanges: [
        { url: `${endpoint}/prod/orders`, address: "10.0.3.7", ...forbidden },
        {
          url: "https://f6g7h8i9j0.execute-api.eu-west-1.amazonaws.com/prod/x",
          address: "10.0.3.7",
          ...forbidden,
        },
      ],
      insteadCause: "private-dns-hijacks-public-api",
    },
    {
      title: "another path of the domain works: only the mapping is missing",
      exchanges: [
        { url: `${internal}/orders/17`, address: "10.0.3.7", ...ok },
        { url: `${internal}/order/17`, address: "10.0.3.7", ...forbidden },
      ],
      insteadCause: "custom-domain-no-base-path-mapping",
    },
  ],
} satisfies Examples;
