import { weigh } from "../../../src/diagnosis/rule.ts";
import { links } from "../../advice/links.ts";
import { advice } from "../../advice/owner-commands.ts";
import { hasAwsHeaders } from "../../clues/envelope.ts";
import { isOtherCdn } from "../../clues/neighbours.ts";
import { elsewhere } from "../../clues/refused-by.ts";
import type { Rule } from "../../rule.ts";

export default {
  id: "other-cdn-or-waf-403",
  title: "Another CDN or firewall refused",
  refusedBy: "elsewhere",
  who: "another CDN or firewall",
  refusedAt: "elsewhere",
  prior: 0.25,
  clues: [...elsewhere, weigh(hasAwsHeaders, { yes: -6 }), weigh(isOtherCdn, { yes: 5, no: -4 })],
  means: "The answer is that of a CDN or firewall in front of the host. The request never reached the origin.",
  confirm: () => advice("Look for the request's reference number in that service's log."),
  fix: () => [advice("Change the rule there, or call the origin directly to compare.")],
  links: [links.article],
  expectedResults: {},
} satisfies Rule;
