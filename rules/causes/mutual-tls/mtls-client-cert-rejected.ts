import {
  advice,
  byRestForbidden,
  cameThroughCloudFront,
  command,
  domain,
  everythingIsRefused,
  hostIs,
  hostIsCustomName,
  links,
  mayHaveBeenChanged,
  opening,
  otherStageWorks,
  type Rule,
  refusedAtHost,
  region,
  sameStageWorks,
  sendsApiKey,
  tlsWantedCertificate,
  weigh,
} from "../../kit.ts";

export default {
  id: "mtls-client-cert-rejected",
  title: "The client certificate is not accepted",
  refusedBy: "api-gateway",
  who: "API Gateway",
  refusedAt: "tls",
  prior: 0.2,
  clues: [
    ...byRestForbidden,
    weigh(hostIsCustomName, { yes: 0.3, no: "never" }),
    weigh(hostIs("cloudfront"), { yes: "never" }),
    weigh(sameStageWorks, { yes: -6 }),
    weigh(otherStageWorks, { yes: -6 }),
    mayHaveBeenChanged,
    weigh(everythingIsRefused, { yes: 0.8 }),
    weigh(tlsWantedCertificate, { yes: 4.5 }),
    weigh(cameThroughCloudFront, { yes: -4 }),
    weigh(sendsApiKey, { yes: -1 }),
  ],
  means:
    "The domain wants mutual TLS. A certificate was presented, but it is not issued by an authority in the domain's truststore, has expired, or uses a weak signature. Every path of the domain is refused before any API is looked up.",
  confirm: () => ({
    says: "Check the certificate against the truststore.",
    ...command`openssl verify -CAfile truststore.pem client.pem`,
  }),
  fix: (subject) => [
    advice(
      "Present a certificate whose whole chain is in the truststore: at most four authorities, the certificate itself not counted.",
    ),
    opening(
      "Or upload a truststore with root and intermediates, and point the domain at its new version.",
      "Every certificate that one of its authorities issued then gets in.",
      command`aws apigatewayv2 update-domain-name --domain-name ${domain(subject)} --mutual-tls-authentication TruststoreUri=s3://BUCKET/truststore.pem,TruststoreVersion=VERSION --region ${region(subject)}`,
    ),
  ],
  links: [links.mutualTlsErrors, links.mutualTls],
  expectedResults: {
    ...refusedAtHost,
    "client-certificate": "asked",
  },
} satisfies Rule;
