import { domain, origin } from "../../../testing/examples/requests.ts";
import { noAnswer, ok } from "../../../testing/examples/responses.ts";
import type { Examples } from "../../example.ts";

export default {
  mustSay: [
    {
      title: "Chromium names the certificate that the server wants",
      exchanges: [
        { url: `${domain}/orders`, ...ok },
        { url: `${domain}/orders`, ...noAnswer("net::ERR_BAD_SSL_CLIENT_AUTH_CERT") },
      ],
    },
    {
      title: "a live connection cut in the handshake",
      exchanges: [
        { url: `${domain}/orders`, ...ok },
        { url: `${domain}/customers`, ...noAnswer("net::ERR_SSL_PROTOCOL_ERROR") },
      ],
    },
  ],
  mustNotSay: [
    {
      title: "a response that CORS kept from the page",
      exchanges: [
        { url: `${domain}/orders`, ...ok },
        { url: `${domain}/customers`, requestHeaders: { origin }, ...noAnswer("net::ERR_FAILED") },
      ],
      insteadCause: "gateway-4xx-without-cors-headers",
    },
  ],
} satisfies Examples;
