import {
  addressIsPrivate,
  both,
  byRestApi,
  calledResource,
  change,
  command,
  decidingLayerIs,
  deniesThisCall,
  links,
  quote,
  type Rule,
  region,
  servedByVpcEndpoint,
  weigh,
} from "../../kit.ts";

export default {
  id: "vpc-endpoint-policy-denied",
  title: "The VPC endpoint's policy refused",
  refusedBy: "api-gateway",
  who: "API Gateway, by the VPC endpoint's policy",
  refusedAt: "resource-policy",
  prior: 0.15,
  clues: [
    ...byRestApi(["AccessDeniedException"], ["anonymous-denied", "principal-denied"]),
    weigh(both(decidingLayerIs("VPC endpoint"), deniesThisCall), { yes: "proof" }),
    weigh(decidingLayerIs("VPC endpoint"), { yes: 3, no: "never" }),
    weigh(addressIsPrivate, { yes: 1 }),
    weigh(servedByVpcEndpoint, { yes: 1 }),
  ],
  means:
    "The interface endpoint that the request went through has a policy of its own, and it does not allow this call. The API's resource policy may be perfect.",
  confirm: (subject) => ({
    says: "See the endpoint's policy.",
    ...command`aws ec2 describe-vpc-endpoints --region ${region(subject)} --query ${"VpcEndpoints[].PolicyDocument"}`,
  }),
  fix: (subject) => [
    change(
      `Whoever owns the VPC endpoint, often a network account, can change its policy: allow execute-api:Invoke on ${quote(calledResource(subject))} there. Start from the policy as it is: the command replaces the whole of it.`,
      command`aws ec2 modify-vpc-endpoint --vpc-endpoint-id VPCE_ID --policy-document file://policy.json --region ${region(subject)}`,
    ),
  ],
  links: [links.vpc],
  expectedResults: {},
} satisfies Rule;
