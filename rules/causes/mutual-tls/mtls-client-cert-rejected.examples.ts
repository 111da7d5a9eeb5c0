import { domain } from "../../../testing/examples/requests.ts";
import { forbidden, noAnswer, ok } from "../../../testing/examples/responses.ts";
import type { Examples } from "../../example.ts";

export default {
  mustSay: [
    {
      title: "the domain asked for a certificate; the one that was chosen is not trusted",
      exchanges: [
        { url: `${domain}/orders`, ...noAnswer("net::ERR_SSL_CLIENT_AUTH_CERT_NEEDED") },
        { url: `${domain}/orders`, at: 20, ...forbidden },
        { url: `${domain}/customers`, ...forbidden },
      ],
      diagnose: 1,
    },
  ],
  mustNotSay: [
    {
      title: "no sign of certificates, and other base paths work",
      exchanges: [
        { url: `${domain}/orders/17`, ...ok },
        { url: `${domain}/customer/4`, ...forbidden },
      ],
      insteadCause: "custom-domain-no-base-path-mapping",
    },
    {
      title: "no certificate was sent at all",
      exchanges: [
        { url: `${domain}/orders`, ...ok },
        { url: `${domain}/orders`, ...noAnswer("net::ERR_BAD_SSL_CLIENT_AUTH_CERT") },
      ],
      insteadCause: "mtls-no-client-cert-tls-abort",
    },
  ],
} satisfies Examples;
