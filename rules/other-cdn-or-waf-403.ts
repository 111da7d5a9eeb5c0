import { hasAwsHeaders } from "../src/diagnosis/clues/envelope.ts";
import { isOtherCdn } from "../src/diagnosis/clues/neighbours.ts";
import { elsewhere } from "../src/diagnosis/clues/refused-by.ts";
import { links } from "../src/diagnosis/links.ts";
import { tell } from "../src/diagnosis/owner.ts";
import type { Rule } from "../src/diagnosis/rule.ts";
import { weigh } from "../src/diagnosis/rule.ts";

export default {
  id: "other-cdn-or-waf-403",
  title: "Another CDN or firewall refused",
  refusedBy: "elsewhere",
  who: "another CDN or firewall",
  refusedAt: "elsewhere",
  prior: 0.25,
  clues: [...elsewhere, weigh(hasAwsHeaders, { yes: -6 }), weigh(isOtherCdn, { yes: 5, no: -4 })],
  means: "The answer is that of a CDN or firewall in front of the host. The request never reached the origin.",
  confirm: () => tell("Look for the request's reference number in that service's log."),
  fix: () => [tell("Change the rule there, or call the origin directly to compare.")],
  links: [links.article],
  wouldAnswer: {},
} satisfies Rule;
