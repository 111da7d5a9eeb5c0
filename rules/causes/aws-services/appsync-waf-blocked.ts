import {
  advice,
  bodyMatches,
  changeRule,
  command,
  hasNoResponse,
  hasRestRequestId,
  hostIs,
  hostIsApiName,
  links,
  notInAwsWords,
  type Rule,
  region,
  weigh,
} from "../../kit.ts";

export default {
  id: "appsync-waf-blocked",
  title: "AWS WAF at AppSync blocked the request",
  refusedBy: "elsewhere",
  who: "AWS WAF at AppSync",
  refusedAt: "elsewhere",
  prior: 0.2,
  clues: [
    weigh(hasNoResponse, { yes: "never" }),
    weigh(hostIsApiName, { yes: "never" }),
    weigh(hasRestRequestId, { yes: -5 }),
    notInAwsWords,
    weigh(hostIs("appsync"), { yes: 3, no: -1.5 }),
    weigh(bodyMatches("appsync-waf", /WAFForbiddenException/, "AppSync's WAF error"), { yes: 6, no: -5 }),
  ],
  means: "The GraphQL API is AppSync's, and its web ACL blocked the request.",
  confirm: (subject) => ({
    says: "Look at the web ACL of the AppSync API.",
    ...command`aws wafv2 list-web-acls --scope REGIONAL --region ${region(subject)}`,
  }),
  fix: (subject) => [
    advice("Narrow the rule that matched, in the web ACL of the AppSync API."),
    ...changeRule(subject, "REGIONAL"),
  ],
  links: [links.waf],
  expectedResults: {},
} satisfies Rule;
