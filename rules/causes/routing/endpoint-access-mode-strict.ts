import {
  advice,
  apiId,
  byRestForbidden,
  cameThroughReverseProxy,
  command,
  deploy,
  hostHeaderDiffers,
  hostIs,
  links,
  mayHaveBeenChanged,
  opening,
  type Rule,
  refusedAtHost,
  region,
  sameStageWorks,
  weigh,
} from "../../kit.ts";

export default {
  id: "endpoint-access-mode-strict",
  title: "The API's strict endpoint access mode refused the way the request came",
  refusedBy: "api-gateway",
  who: "API Gateway",
  refusedAt: "host",
  prior: 0.04,
  clues: [
    ...byRestForbidden,
    weigh(hostIs("default-endpoint", "vpce-with-api"), { yes: 0.5, no: -2 }),
    weigh(hostHeaderDiffers, { yes: 5, no: -2 }),
    weigh(cameThroughReverseProxy, { yes: 0.5 }),
    weigh(sameStageWorks, { yes: -4 }),
    mayHaveBeenChanged,
  ],
  means:
    "With an enhanced security policy and endpoint access mode STRICT, a request has to come by the API's own type of endpoint, and the name in the TLS handshake has to equal Host. AWS documents neither status nor body of the refusal, so this is never sure from the response.",
  confirm: (subject) => ({
    says: "See the API's security policy, access mode and type of endpoint.",
    ...command`aws apigateway get-rest-api --rest-api-id ${apiId(subject)} --query [securityPolicy,endpointAccessMode,endpointConfiguration.types] --region ${region(subject)}`,
  }),
  fix: (subject) => [
    advice(
      "Call the name that stands in Host itself, so that the TLS handshake names it too; let no proxy change either.",
    ),
    opening(
      "Or set the access mode to BASIC, which takes about fifteen minutes.",
      "Requests may then come by other endpoints and with another name in TLS.",
      command`aws apigateway update-rest-api --rest-api-id ${apiId(subject)} --patch-operations op=replace,path=/endpointAccessMode,value=BASIC --region ${region(subject)}`,
    ),
    deploy(subject),
  ],
  links: [links.securityPolicies],
  expectedResults: refusedAtHost,
} satisfies Rule;
