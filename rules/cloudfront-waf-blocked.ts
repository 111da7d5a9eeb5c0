import { bodyIsLarge } from "../src/diagnosis/clues/content.ts";
import { bodyMatches, cameThroughCloudFront } from "../src/diagnosis/clues/envelope.ts";
import { byCloudFront } from "../src/diagnosis/clues/refused-by.ts";
import { command } from "../src/diagnosis/command.ts";
import { links } from "../src/diagnosis/links.ts";
import { tell } from "../src/diagnosis/owner.ts";
import type { Rule } from "../src/diagnosis/rule.ts";
import { weigh } from "../src/diagnosis/rule.ts";
import { changeRule } from "../src/diagnosis/waf-advice.ts";

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
    tell(
      "Set the rule that matched to Count or narrow it, in the web ACL of the distribution (scope CLOUDFRONT, region us-east-1).",
    ),
    ...changeRule(subject, "CLOUDFRONT"),
  ],
  links: [links.cloudfront403],
  wouldAnswer: { "without-content": ["accepted", "refused"] },
} satisfies Rule;
