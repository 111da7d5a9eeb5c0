import {
  advice,
  byRestApi,
  command,
  goesThroughVpcEndpoint,
  hasOtherScheme,
  hostReadsAuthorization,
  links,
  opening,
  otherSchemeWorksOnHost,
  type Rule,
  region,
  sendsAuthorization,
  weigh,
  worksWithoutAuthorization,
} from "../../kit.ts";

export default {
  id: "vpc-endpoint-policy-evaluates-authorization",
  title: "The VPC endpoint's policy has the token read as a signature",
  refusedBy: "api-gateway",
  who: "API Gateway, for the VPC endpoint's policy",
  refusedAt: "resource-policy",
  prior: 0.08,
  clues: [
    ...byRestApi(
      ["IncompleteSignatureException", "InvalidSignatureException"],
      ["incomplete-signature", "signature-mismatch"],
    ),
    weigh(goesThroughVpcEndpoint, { yes: 1.5, no: "never" }),
    weigh(sendsAuthorization, { no: "never" }),
    weigh(hasOtherScheme, { yes: 0.5, no: "never" }),
    weigh(worksWithoutAuthorization, { yes: 4.5 }),
    weigh(hostReadsAuthorization, { yes: 4 }),
    weigh(otherSchemeWorksOnHost, { yes: -5 }),
  ],
  means:
    "The interface endpoint has a policy of its own. To evaluate it API Gateway wants to know the caller and reads `Authorization` as a SigV4 signature, even where the method asks for none, so every Bearer token is refused.",
  confirm: (subject) => ({
    says: "See whether the endpoint's policy is another than the default, which allows everything.",
    ...command`aws ec2 describe-vpc-endpoints --region ${region(subject)} --query ${"VpcEndpoints[].PolicyDocument"}`,
  }),
  fix: (subject) => [
    advice("Put a Lambda or Cognito authorizer on the method, or send the token in another header."),
    opening(
      "Or give the endpoint its default policy again, once the API's resource policy restricts callers.",
      "The default policy lets everybody in the network call every API through the endpoint.",
      command`aws ec2 modify-vpc-endpoint --vpc-endpoint-id VPCE_ID --reset-policy --region ${region(subject)}`,
    ),
  ],
  links: [
    {
      label: "Developer guide: VPC endpoint policies for private APIs",
      url: "https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-vpc-endpoint-policies.html",
    },
    links.vpc,
  ],
  expectedResults: { "without-authorization": "accepted", "signed-call": "accepted", "known-route": "refused" },
} satisfies Rule;
