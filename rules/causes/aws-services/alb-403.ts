import {
  change,
  command,
  elsewhere,
  hasAwsHeaders,
  hasJsonBody,
  headerMatches,
  hostIs,
  links,
  type Rule,
  region,
  weigh,
} from "../../kit.ts";

export default {
  id: "alb-403",
  title: "A load balancer refused",
  refusedBy: "elsewhere",
  who: "an Application Load Balancer",
  refusedAt: "elsewhere",
  prior: 0.3,
  clues: [
    ...elsewhere,
    weigh(hasAwsHeaders, { yes: -5 }),
    weigh(hasJsonBody, { yes: -2 }),
    weigh(headerMatches("server", /^awselb/i, "a load balancer"), { yes: 5, no: -4 }),
    weigh(hostIs("elb"), { yes: 2 }),
  ],
  means:
    "The load balancer responded by itself: its web ACL blocked the request, or a rule with a fixed response matched.",
  confirm: (subject) => ({
    says: "See the listener's rules.",
    ...command`aws elbv2 describe-rules --listener-arn LISTENER_ARN --region ${region(subject)}`,
  }),
  fix: (subject) => [
    change(
      "Change the rule, or the web ACL of the load balancer.",
      command`aws elbv2 modify-rule --rule-arn RULE_ARN --actions file://actions.json --region ${region(subject)}`,
    ),
  ],
  links: [links.article],
  expectedResults: {},
} satisfies Rule;
