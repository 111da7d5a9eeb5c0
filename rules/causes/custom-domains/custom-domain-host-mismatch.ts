import {
  advice,
  byRestForbidden,
  change,
  command,
  domain,
  everythingIsRefused,
  hostHeaderDiffers,
  hostIs,
  links,
  otherStageWorks,
  type Rule,
  refusedAtHost,
  region,
  sameStageWorks,
  sendsApiKey,
  targetIsCalledItself,
  weigh,
} from "../../kit.ts";

export default {
  id: "custom-domain-host-mismatch",
  title: "The name that was called is no registered domain",
  specificTitle: "The name {host} is no registered domain",
  refusedBy: "api-gateway",
  who: "API Gateway",
  refusedAt: "host",
  prior: 0.15,
  clues: [
    ...byRestForbidden,
    weigh(hostIs("default-endpoint", "vpce-with-api"), { yes: "never" }),
    weigh(targetIsCalledItself, { yes: 5 }),
    weigh(hostIs("cloudfront"), { yes: 2 }),
    weigh(sameStageWorks, { yes: "never" }),
    weigh(otherStageWorks, { yes: -4 }),
    weigh(everythingIsRefused, { yes: 0.6 }),
    weigh(hostHeaderDiffers, { yes: 1.5 }),
    weigh(sendsApiKey, { yes: -1 }),
  ],
  means:
    "The request reached API Gateway under a name that it has no API for: the target of a custom domain called directly, an alias that was never registered, or a Host header that was rewritten on the way.",
  confirm: (subject) => ({
    says: "List the registered domain names and their targets.",
    ...command`aws apigatewayv2 get-domain-names --region ${region(subject)}`,
  }),
  fix: (subject) => [
    advice("Call the registered custom domain name itself, and let everything on the way keep it as Host."),
    change(
      "Or register this name, with its certificate.",
      command`aws apigatewayv2 create-domain-name --domain-name ${domain(subject)} --domain-name-configurations CertificateArn=CERTIFICATE_ARN,EndpointType=REGIONAL --region ${region(subject)}`,
    ),
    change(
      "Then map it to a stage of the API.",
      command`aws apigatewayv2 create-api-mapping --domain-name ${domain(subject)} --api-id API_ID --stage STAGE --region ${region(subject)}`,
    ),
  ],
  links: [links.mappings],
  expectedResults: {
    ...refusedAtHost,
    "client-certificate": "not asked",
  },
} satisfies Rule;
