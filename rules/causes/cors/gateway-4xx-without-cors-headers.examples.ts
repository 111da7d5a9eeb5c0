import { domain, endpoint, origin } from "../../../testing/examples/requests.ts";
import { missingToken, noAnswer, ok } from "../../../testing/examples/responses.ts";
import type { Examples } from "../../example.ts";

export default {
  mustSay: [
    {
      title: "the recorder kept nothing of the response",
      exchanges: [{ url: `${endpoint}/prod/orders`, requestHeaders: { origin }, ...noAnswer("net::ERR_FAILED") }],
    },
  ],
  mustNotSay: [
    {
      title: "the connection ended in TLS, for want of a certificate",
      exchanges: [
        { url: `${domain}/orders`, ...ok },
        { url: `${domain}/orders`, ...noAnswer("net::ERR_BAD_SSL_CLIENT_AUTH_CERT") },
      ],
      insteadCause: "mtls-no-client-cert-tls-abort",
    },
    {
      title: "the recorder kept status and headers though the page got nothing",
      exchanges: [
        { url: `${endpoint}/prod/orders`, ...ok },
        {
          url: `${endpoint}/prod/order`,
          requestHeaders: { origin },
          status: 403,
          responseHeaders: { ...missingToken.responseHeaders, "content-length": "42" },
          error: "net::ERR_FAILED",
        },
      ],
      insteadCause: "rest-route-not-found",
    },
  ],
} satisfies Examples;
