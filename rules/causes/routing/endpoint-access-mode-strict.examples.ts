import { domain, endpoint } from "../../../testing/examples/requests.ts";
import { forbidden, ok } from "../../../testing/examples/responses.ts";
import type { Examples } from "../../example.ts";

const connected = "https://a1b2c3d4e5-vpce-0123456789abcdef0.execute-api.eu-west-1.amazonaws.com";

export default {
  mustSay: [
    {
      title: "a client connects to one name of the API and sends another as Host",
      exchanges: [
        { url: `${endpoint}/prod/orders`, requestHeaders: { host: "orders.example.com" }, ...forbidden },
        { url: `${endpoint}/prod/customers`, requestHeaders: { host: "orders.example.com" }, ...forbidden },
      ],
    },
    {
      title: "through the VPC endpoint's name, with the API's plain name as Host",
      exchanges: [
        {
          url: `${connected}/prod/orders`,
          requestHeaders: { host: "a1b2c3d4e5.execute-api.eu-west-1.amazonaws.com" },
          ...forbidden,
        },
      ],
    },
  ],
  mustNotSay: [
    {
      title: "Host is the name that was called; the stage is none",
      exchanges: [
        { url: `${endpoint}/prod/orders`, ...ok },
        { url: `${endpoint}/prd/orders`, ...forbidden },
      ],
      insteadCause: "rest-stage-missing-or-unknown",
    },
    {
      title: "a custom domain whose base path is mistyped",
      exchanges: [
        { url: `${domain}/orders/17`, ...ok },
        { url: `${domain}/order/17`, ...forbidden },
      ],
      insteadCause: "custom-domain-no-base-path-mapping",
    },
  ],
} satisfies Examples;
