import {
  advice,
  command,
  domain,
  failsForClientCertificate,
  failsInTls,
  hasNoResponse,
  hostIsNeighbour,
  links,
  type Rule,
  weigh,
} from "../../kit.ts";

export default {
  id: "mtls-no-client-cert-tls-abort",
  title: "The TLS handshake ended for want of a client certificate",
  refusedBy: "api-gateway",
  who: "API Gateway",
  refusedAt: "tls",
  prior: 0.15,
  clues: [
    weigh(hasNoResponse, { no: "never" }),
    weigh(hostIsNeighbour, { yes: "never" }),
    weigh(failsInTls, { yes: 2.5, no: -2 }),
    weigh(failsForClientCertificate, { yes: "proof" }),
  ],
  means:
    "The domain wants mutual TLS and got no client certificate, so the handshake was cut: there is no HTTP response at all, and the browser shows a network error.",
  confirm: (subject) => ({
    says: "See whether the server asks for a certificate (“Acceptable client certificate CA names”).",
    ...command`openssl s_client -connect ${`${domain(subject)}:443`} -servername ${domain(subject)}`,
  }),
  fix: (subject) => [
    advice("Install a client certificate that the domain's truststore accepts, and choose it when the browser asks."),
    {
      says: "With curl, name it and its key.",
      ...command`curl -si --cert client.pem --key client.key ${`https://${domain(subject)}/`}`,
    },
  ],
  links: [links.mutualTls, links.mutualTlsErrors],
  expectedResults: {},
} satisfies Rule;
