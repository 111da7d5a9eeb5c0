import {
  advice,
  apiId,
  byHttpApi,
  command,
  domain,
  everythingIsRefused,
  hostIsCustomName,
  links,
  mappingKey,
  type Rule,
  refusedAtHost,
  region,
  tlsWantedCertificate,
  tokenLacksScope,
  unknownPathIsNotFound,
  weigh,
  worksOnOtherHost,
} from "../../kit.ts";

export default {
  id: "http-api-mtls-or-mapping",
  title: "The domain refuses every path: client certificate or API mapping",
  refusedBy: "api-gateway",
  who: "API Gateway",
  refusedAt: "host",
  orAt: ["tls"],
  prior: 0.15,
  clues: [
    ...byHttpApi,
    weigh(hostIsCustomName, { yes: 1, no: "never" }),
    weigh(tokenLacksScope, { yes: "never" }),
    weigh(everythingIsRefused, { yes: 2.5, no: -5 }),
    weigh(unknownPathIsNotFound, { yes: "never" }),
    weigh(worksOnOtherHost, { yes: 1 }),
    weigh(tlsWantedCertificate, { yes: 1 }),
  ],
  means:
    "On a mapped HTTP API an unknown path is 404. Here every path of the domain is Forbidden: the client certificate is not accepted, or no mapping leads to the API.",
  confirm: (subject) => ({
    says: "See the domain's mappings and whether it wants mutual TLS.",
    ...command`aws apigatewayv2 get-domain-name --domain-name ${domain(subject)}`,
  }),
  fix: (subject) => [
    advice("Present a certificate that the truststore accepts."),
    {
      says: "Or add the API mapping.",
      ...command`aws apigatewayv2 create-api-mapping --domain-name ${domain(subject)} --api-id ${apiId(subject)} --stage STAGE --api-mapping-key ${mappingKey(subject)} --region ${region(subject)}`,
    },
  ],
  links: [links.mutualTlsErrors, links.mappings],
  expectedResults: {
    ...refusedAtHost,
    "without-authorization": "refused",
    "client-certificate": ["asked", "not asked"],
    "signed-call": "refused",
    "fresh-token": "refused",
  },
} satisfies Rule;
