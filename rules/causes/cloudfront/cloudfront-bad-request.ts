import {
  advice,
  bodyMatches,
  byCloudFront,
  changeDistribution,
  command,
  hostIsApiName,
  links,
  type Rule,
  weigh,
} from "../../kit.ts";

export default {
  id: "cloudfront-bad-request",
  title: "CloudFront refused the request's form",
  shares: ["host", "verb", "path"],
  refusedBy: "in-front",
  who: "CloudFront",
  refusedAt: "in-front",
  prior: 0.3,
  clues: [
    ...byCloudFront,
    weigh(bodyMatches("cloudfront-bad-request", /Bad request\./i, "CloudFront's page for a bad request"), {
      yes: 5,
      no: -3,
    }),
  ],
  means:
    "CloudFront refused by itself: plain HTTP where only HTTPS is allowed, a name that is not among the distribution's, or a GET with a body.",
  confirm: (subject) =>
    hostIsApiName.ask(subject).answer === "yes"
      ? advice("The distribution in front of an execute-api name is AWS's own: only the request can be wrong.")
      : {
          says: "See the distribution's names and viewer protocol policy.",
          ...command`aws cloudfront get-distribution-config --id DISTRIBUTION_ID --query DistributionConfig.Aliases`,
        },
  fix: (subject) => [
    advice("Use HTTPS and a name that the distribution lists; send no body with GET."),
    ...(hostIsApiName.ask(subject).answer === "yes"
      ? []
      : [changeDistribution("Or add the name to the distribution.")]),
  ],
  links: [links.cloudfront403],
  expectedResults: {},
} satisfies Rule;
