import {
  advice,
  changeRule,
  command,
  hasNoResponse,
  headerMatches,
  hostIsLocalName,
  links,
  notInAwsWords,
  type Rule,
  region,
  stageArn,
  statusIs,
  weigh,
} from "../../kit.ts";

export default {
  id: "waf-challenge-or-captcha",
  title: "AWS WAF wants a challenge or captcha solved",
  refusedBy: "in-front",
  who: "AWS WAF",
  refusedAt: "waf",
  prior: 0.5,
  clues: [
    weigh(hasNoResponse, { yes: "never" }),
    weigh(
      headerMatches("x-amzn-waf-action", /^(?:challenge|captcha)$/i, "AWS WAF", {
        holds: "`x-amzn-waf-action` is AWS WAF's",
      }),
      { yes: 8, no: "never" },
    ),
    weigh(statusIs("202", "405"), { no: -4 }),
    notInAwsWords,
    weigh(hostIsLocalName, { yes: { doubt: -6 } }),
  ],
  means:
    "A WAF rule answers with a challenge (202) or captcha (405) that only a page in a browser can solve. A call made by script gets neither data nor an error that names the reason.",
  confirm: (subject) => ({
    says: "Find the web ACL of the stage, and in it the rule with action Challenge or CAPTCHA.",
    ...command`aws wafv2 get-web-acl-for-resource --region ${region(subject)} --resource-arn ${stageArn(subject)}`,
  }),
  fix: (subject) => [
    advice("Exclude the API's paths from the rule, or fetch a token with AWS's WAF integration script before calling."),
    ...changeRule(subject, "REGIONAL"),
  ],
  links: [links.waf],
  expectedResults: {},
} satisfies Rule;
