import {
  advice,
  bodyIsLarge,
  byCloudFront,
  cameThroughCloudFront,
  changeRule,
  cloudFrontSays,
  command,
  globalRegion,
  links,
  narrowRule,
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
  clues: [...byCloudFront, weigh(cloudFrontSays("blocked"), { yes: 5, no: -3 }), weigh(bodyIsLarge, { yes: 0.5 })],
  suspectedWhere: [cameThroughCloudFront],
  means: "CloudFront refused by itself, before any API: a rule of the web ACL on the distribution blocked the request.",
  confirm: (subject) => ({
    says: "Look at the sampled requests of the distribution's web ACL.",
    ...command`aws wafv2 list-web-acls --scope CLOUDFRONT --region ${globalRegion(subject)}`,
  }),
  fix: (subject) => [
    advice(narrowRule(subject, "the distribution's web ACL (scope CLOUDFRONT, kept in us-east-1 wherever the API is)")),
    ...changeRule(subject, "CLOUDFRONT"),
  ],
  links: [links.cloudfront403],
  expectedResults: { "without-content": ["accepted", "refused"] },
} satisfies Rule;
