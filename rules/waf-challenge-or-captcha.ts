import { hostIsLocalName } from "../src/diagnosis/clues/emulators.ts";
import { hasNoAnswer, headerMatches } from "../src/diagnosis/clues/envelope.ts";
import { links } from "../src/diagnosis/links.ts";
import { tell } from "../src/diagnosis/owner.ts";
import type { Rule } from "../src/diagnosis/rule.ts";
import { weigh } from "../src/diagnosis/rule.ts";

export default {
  id: "waf-challenge-or-captcha",
  title: "AWS WAF wants a challenge or captcha solved",
  refusedBy: "in-front",
  who: "AWS WAF",
  refusedAt: "waf",
  prior: 0.5,
  clues: [
    weigh(hasNoAnswer, { yes: "never" }),
    weigh(headerMatches("x-amzn-waf-action", /challenge|captcha/i, "AWS WAF"), { yes: "proof", no: "never" }),
    weigh(hostIsLocalName, { yes: { doubt: -6 } }),
  ],
  means:
    "A WAF rule answers with a challenge (202) or captcha (405) that only a page in a browser can solve. A call made by script gets neither data nor an error that names the reason.",
  confirm: () => tell("Look at the rule with action Challenge or CAPTCHA in the web ACL."),
  fix: () => [
    tell("Exclude the API's paths from the rule, or fetch a token with AWS's WAF integration script before calling."),
  ],
  links: [links.waf],
  wouldAnswer: {},
} satisfies Rule;
