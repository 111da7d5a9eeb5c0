import {
  advice,
  byCloudFront,
  cacheBehaviors,
  changeDistribution,
  cloudFrontSays,
  hostIsApiName,
  links,
  type Rule,
  verb,
  weigh,
} from "../../kit.ts";

export default {
  id: "cloudfront-method-not-allowed",
  title: "The CloudFront behavior doesn't allow the method",
  specificTitle: "The CloudFront behavior doesn't allow {verb}",
  shares: ["host", "verb"],
  refusedBy: "in-front",
  who: "CloudFront",
  refusedAt: "in-front",
  prior: 0.3,
  clues: [...byCloudFront, weigh(cloudFrontSays("method"), { yes: 6, no: "never" }), weigh(hostIsApiName, { yes: -4 })],
  means:
    "The cache behavior that the path falls to allows GET and HEAD only, perhaps OPTIONS. Often no behavior leads to the API, and the default one, for static files, took the request.",
  confirm: (subject) =>
    cacheBehaviors(
      subject,
      "See which behavior the path falls to, which methods it allows, and to which origin it leads.",
    ),
  fix: (subject) => [
    advice(`Call a path that a behavior for the API covers, if the distribution has one that allows ${verb(subject)}.`),
    ...changeDistribution(
      subject,
      `Or allow ${verb(subject)} in AllowedMethods of that behavior; where none leads to the API, add one for its path with the API as origin.`,
    ),
  ],
  links: [links.cloudfront403, links.cloudfrontPolicies],
  expectedResults: {},
} satisfies Rule;
