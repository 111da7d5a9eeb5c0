import { domain, endpoint, origin } from "../../../testing/examples/requests.ts";
import { missingToken, noAnswer, ok } from "../../../testing/examples/responses.ts";
import type { Examples } from "../../example.ts";

export default {
  mustSay: [
    {
      title: "the recorder kept nothing of the answer",
      exchanges: [{ url: `${endpoint}/prod/orders`, sends: { origin }, ...noAnswer("net::ERR_FAILED") }],
    },
  ],
  mustNotSay: [
    {
      title: "the connection ended in TLS, for want of a certificate",
      exchanges: [
        { url: `${domain}/orders`, ...ok },
        { url: `${domain}/orders`, ...noAnswer("net::ERR_BAD_SSL_CLIENT_AUTH_CERT") },
      ],
      says: "mtls-no-client-cert-tls-abort",
    },
    {
      title: "the recorder kept status and headers though the page got nothing",
      exchanges: [
        { url: `${endpoint}/prod/orders`, ...ok },
        {
          url: `${endpoint}/prod/order`,
          sends: { origin },
          status: 403,
          answers: { ...missingToken.answers, "content-length": "42" },
          error: "net::ERR_FAILED",
        },
      ],
      says: "rest-route-not-found",
    },
  ],
} satisfies Examples;
