import {
  addressIsPrivate,
  advice,
  apiId,
  byRestForbidden,
  cameThroughCloudFront,
  change,
  command,
  deploy,
  hostIs,
  links,
  namesApiInHeader,
  type Rule,
  refusedAtHost,
  region,
  servedByVpcEndpoint,
  shownUrl,
  weigh,
} from "../../kit.ts";

export default {
  id: "private-api-missing-api-id",
  title: "The private API was called without its id",
  refusedBy: "api-gateway",
  who: "API Gateway",
  refusedAt: "host",
  prior: 0.3,
  clues: [
    ...byRestForbidden,
    weigh(hostIs("vpce", "elb"), { yes: 3.5, no: -3 }),
    weigh(hostIs("default-endpoint", "vpce-with-api"), { yes: "never" }),
    weigh(namesApiInHeader, { yes: -5, no: 0.5 }),
    weigh(addressIsPrivate, { yes: 1, no: -2 }),
    weigh(servedByVpcEndpoint, { yes: 2 }),
    weigh(cameThroughCloudFront, { yes: -5 }),
  ],
  means:
    "The name of a VPC endpoint leads to API Gateway, not to one API. Without `Host: API_ID.execute-api.…` or `x-apigw-api-id` the endpoint cannot tell which private API is meant. Browsers cannot set Host, and their preflights never carry `x-apigw-api-id`.",
  confirm: (subject) => ({
    says: "Repeat the request and name the API.",
    ...command`curl -si -H ${`x-apigw-api-id: ${apiId(subject)}`} ${shownUrl(subject)}`,
  }),
  fix: (subject) => [
    advice("Send the header `x-apigw-api-id` with every request (not possible for preflights of a browser)."),
    change(
      "Or associate the endpoint with the API, and call it as https://API_ID-VPCE_ID.execute-api.REGION.amazonaws.com/STAGE.",
      command`aws apigateway update-rest-api --rest-api-id ${apiId(subject)} --region ${region(subject)} --patch-operations op=add,path=/endpointConfiguration/vpcEndpointIds,value=VPCE_ID`,
    ),
    deploy(subject),
  ],
  links: [links.privateApis, links.vpc],
  expectedResults: {
    ...refusedAtHost,
    address: "private",
  },
} satisfies Rule;
