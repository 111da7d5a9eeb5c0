import {
  advice,
  bodyMatches,
  cloudflareAskedOrigin,
  elsewhere,
  hasAwsHeaders,
  hasJsonBody,
  headerMatches,
  links,
  type Rule,
  weigh,
} from "../../kit.ts";

export default {
  id: "cloudflare-challenge",
  title: "Cloudflare challenged or blocked the request",
  refusedBy: "elsewhere",
  who: "Cloudflare",
  refusedAt: "elsewhere",
  prior: 0.4,
  clues: [
    ...elsewhere,
    weigh(hasAwsHeaders, { yes: -6 }),
    weigh(
      headerMatches("cf-mitigated", /./, "Cloudflare", {
        holds: "`cf-mitigated` is Cloudflare's",
      }),
      { yes: 6 },
    ),
    weigh(headerMatches("server", /^cloudflare/i, "Cloudflare"), { yes: 2.5, no: -3 }),
    weigh(cloudflareAskedOrigin, { yes: -4 }),
    weigh(hasJsonBody, { yes: -2 }),
    weigh(
      bodyMatches(
        "cloudflare",
        /error code: 10\d\d|Attention Required! \| Cloudflare|Just a moment\.\.\./,
        "Cloudflare's block page",
        { holds: "the body is a challenge of Cloudflare" },
      ),
      { yes: 3 },
    ),
  ],
  means:
    "Cloudflare in front of the host took the caller for a bot or an attack. The request never reached the origin.",
  confirm: () => advice("Look for the `cf-ray` id in Cloudflare's security events."),
  fix: () => [advice("Let API paths skip the challenge in Cloudflare's rules.")],
  links: [links.article],
  expectedResults: {},
} satisfies Rule;
