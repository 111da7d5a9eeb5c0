import {
  advice,
  apiId,
  byCloudFront,
  cameThroughTwoDistributions,
  change,
  command,
  deploy,
  hostIsApiName,
  links,
  type Rule,
  region,
  weigh,
} from "../../kit.ts";

export default {
  id: "cloudfront-stacked-distributions",
  title: "Two CloudFront distributions stand in front of the API",
  refusedBy: "in-front",
  who: "CloudFront, behind another distribution",
  refusedAt: "in-front",
  prior: 0.05,
  clues: [...byCloudFront, weigh(hostIsApiName, { yes: -3 }), weigh(cameThroughTwoDistributions, { yes: 8, no: -5 })],
  means:
    "An edge-optimized API has a CloudFront distribution of its own. A second one in front of it sends requests from CloudFront to CloudFront, with a name that the inner one does not know or in a form that it refuses.",
  confirm: (subject) => ({
    says: "See whether the API is edge-optimized.",
    ...command`aws apigateway get-rest-apis --query 'items[].[id,name,endpointConfiguration.types]' --region ${region(subject)}`,
  }),
  fix: (subject) => [
    advice("Do not forward the viewer's Host header to the API."),
    change(
      "Or make the API regional, and keep the one distribution that is the owner's.",
      command`aws apigateway update-rest-api --rest-api-id ${apiId(subject)} --patch-operations op=replace,path=/endpointConfiguration/types/EDGE,value=REGIONAL --region ${region(subject)}`,
    ),
    deploy(subject),
  ],
  links: [links.cloudfront403, links.cloudfrontPolicies],
  expectedResults: {},
} satisfies Rule;
