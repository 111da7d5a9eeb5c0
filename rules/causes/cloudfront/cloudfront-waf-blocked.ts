import {
  advice,
  bodyIsLarge,
  bodyMatches,
  byCloudFront,
  cameThroughCloudFront,
  changeRule,
  command,
  links,
  type Rule,
  weigh,
} from "../../kit.ts";

export default {
  id: "cloudfront-waf-blocked",
  title: "AWS WAF at CloudFront blocked the request",
  refusedBy: "in-front",
  who: "AWS WAF at CloudFront",
  refusedAt: "in-front",
  prior: 0.6,
  clues: [
    ...byCloudFront,
    weigh(bodyMatches("cloudfront-request-blocked", /Request blocked\./i, "CloudFront's page for a blocked request"), {
      yes: 5,
      no: -3,
    }),
    weigh(bodyIsLarge, { yes: 0.5 }),
  ],
  suspectedWhere: [cameThroughCloudFront],
  means: "CloudFront refused by itself, before any API: a rule of the web ACL on the distribution blocked the request.",
  confirm: () => ({
    says: "Look at the sampled requests of the distribution's web ACL.",
    ...command`aws wafv2 list-web-acls --scope CLOUDFRONT --region us-east-1`,
  }),
  fix: (subject) => [
    advice(
      "Set the rule that matched to Count or narrow it, in the web ACL of the distribution (scope CLOUDFRONT, region us-east-1).",
    ),
    ...changeRule(subject, "CLOUDFRONT"),
  ],
  links: [links.cloudfront403],
  expectedResults: { "without-content": ["accepted", "refused"] },
} satisfies Rule;
