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
  partition,
  type Rule,
  region,
  weigh,
} from "../../kit.ts";

export default {
  id: "cognito-waf-blocked",
  title: "AWS WAF at Cognito blocked the request",
  refusedBy: "elsewhere",
  who: "AWS WAF at Cognito",
  refusedAt: "elsewhere",
  prior: 0.2,
  clues: [
    weigh(hasNoResponse, { yes: "never" }),
    weigh(hostIsApiName, { yes: "never" }),
    weigh(hasRestRequestId, { yes: -5 }),
    notInAwsWords,
    weigh(hostIs("cognito"), { yes: 4, no: -3 }),
    weigh(bodyMatches("cognito-waf", /not allowed due to WAF block/i, "Cognito's WAF error"), { yes: 6, no: -5 }),
  ],
  means: "The user pool has a web ACL, and it blocked the request.",
  confirm: (subject) => ({
    says: "Find the web ACL of the user pool.",
    ...command`aws wafv2 get-web-acl-for-resource --resource-arn ${`arn:${partition(subject)}:cognito-idp:${region(subject)}:ACCOUNT_ID:userpool/USER_POOL_ID`} --region ${region(subject)}`,
  }),
  fix: (subject) => [
    advice("Narrow the rule that matched, in the web ACL of the user pool."),
    ...changeRule(subject, "REGIONAL"),
  ],
  links: [links.waf],
  expectedResults: {},
} satisfies Rule;
