import { apiKey, domain, endpoint } from "../../../testing/examples/requests.ts";
import { forbidden, noAnswer, ok } from "../../../testing/examples/responses.ts";
import type { Examples } from "../../example.ts";

export default {
  mustSay: [
    {
      title: "one letter of the base path is missing",
      exchanges: [
        { url: `${domain}/orders/17`, ...ok },
        { url: `${domain}/order/17`, ...forbidden },
      ],
    },
    {
      title: "a domain without any mapping, while the API itself works",
      exchanges: [
        { url: `${endpoint}/prod/orders`, ...ok },
        { url: `${domain}/orders`, ...forbidden },
        { url: `${domain}/customers`, ...forbidden },
      ],
    },
    {
      title: "the mapping is for orders, the call for order",
      exchanges: [
        { url: `${domain}/orders/17`, ...ok },
        { url: `${domain}/order/17`, ...forbidden },
      ],
    },
  ],
  mustNotSay: [
    {
      title: "the domain asks for a client certificate",
      exchanges: [
        { url: `${domain}/orders`, ...noAnswer("net::ERR_SSL_CLIENT_AUTH_CERT_NEEDED") },
        { url: `${domain}/orders`, ...forbidden },
        { url: `${domain}/customers`, ...forbidden },
      ],
      insteadCause: "mtls-client-cert-rejected",
    },
    {
      title: "the mapping is there, other routes of it work; the key is missing",
      exchanges: [
        { url: `${domain}/orders/17`, requestHeaders: { "x-api-key": apiKey }, ...ok },
        { url: `${domain}/orders/18`, ...forbidden },
      ],
      insteadCause: "api-key-missing",
    },
  ],
} satisfies Examples;
