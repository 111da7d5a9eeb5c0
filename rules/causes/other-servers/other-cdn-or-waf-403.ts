import { advice, elsewhere, hasAwsHeaders, hasJsonBody, isOtherCdn, links, type Rule, weigh } from "../../kit.ts";

export default {
  id: "other-cdn-or-waf-403",
  title: "Another CDN or firewall refused",
  refusedBy: "elsewhere",
  who: "another CDN or firewall",
  refusedAt: "elsewhere",
  prior: 0.25,
  clues: [
    ...elsewhere,
    weigh(hasAwsHeaders, { yes: -6 }),
    weigh(hasJsonBody, { yes: -1.5 }),
    weigh(isOtherCdn, { yes: 5, no: -4 }),
  ],
  means: "The response is that of a CDN or firewall in front of the host. The request never reached the origin.",
  confirm: () => advice("Look for the request's reference number in that service's log."),
  fix: () => [advice("Change the rule there, or call the origin directly to compare.")],
  links: [links.article],
  expectedResults: {},
} satisfies Rule;
