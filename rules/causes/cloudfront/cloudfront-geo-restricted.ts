import {
  advice,
  both,
  byCloudFront,
  changeDistribution,
  cloudFrontSays,
  distributionConfig,
  headerMatches,
  hostIsApiName,
  links,
  type Rule,
  weigh,
} from "../../kit.ts";

const blocksCountry = cloudFrontSays("country");

export default {
  id: "cloudfront-geo-restricted",
  title: "CloudFront blocks the caller's country",
  refusedBy: "in-front",
  who: "CloudFront",
  refusedAt: "in-front",
  prior: 0.3,
  clues: [
    ...byCloudFront,
    weigh(blocksCountry, { yes: 4, no: "never" }),
    weigh(both(blocksCountry, headerMatches("server", /^CloudFront$/i, "CloudFront")), { yes: "proof" }),
    // AWS's own distribution before an execute-api name blocks no country.
    weigh(hostIsApiName, { yes: { doubt: -4 } }),
  ],
  means:
    "The distribution has a geographic restriction, and the caller's address counts as being in a blocked country.",
  confirm: (subject) =>
    distributionConfig(subject, "See the distribution's restriction.", "DistributionConfig.Restrictions"),
  fix: (subject) => [
    advice("Call from a country that the restriction allows; look where the caller's address counts as being."),
    ...changeDistribution(subject, "Or allow the country in Restrictions."),
  ],
  links: [links.cloudfront403],
  expectedResults: {},
} satisfies Rule;
