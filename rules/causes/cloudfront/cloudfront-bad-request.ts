import {
  advice,
  byCloudFront,
  type Case,
  cacheBehaviors,
  changeDistribution,
  cloudFrontSays,
  hostIsApiName,
  links,
  quote,
  type Rule,
  weigh,
} from "../../kit.ts";

/** What CloudFront refuses about the form of a request, by what this one shows. */
function correction({ exchange: { request, host } }: Case): string {
  if (request.target.scheme === "http") return "Call it by HTTPS: this request went by plain HTTP.";
  const bytes = request.bodySize.known ? request.bodySize.value : 0;
  if (bytes > 0 && ["GET", "HEAD"].includes(request.method)) {
    return `Send no body with ${request.method}: this request has one of ${bytes} bytes.`;
  }
  return `Call a name that the distribution lists, and make sure that ${quote(host.hostname)} is one.`;
}

export default {
  id: "cloudfront-bad-request",
  title: "CloudFront refused the request's form",
  shares: ["host", "verb", "path"],
  refusedBy: "in-front",
  who: "CloudFront",
  refusedAt: "in-front",
  prior: 0.3,
  clues: [...byCloudFront, weigh(cloudFrontSays("bad-request"), { yes: 5, no: -3 })],
  means:
    "CloudFront refused by itself: plain HTTP where only HTTPS is allowed, a name that is not among the distribution's, or a GET with a body.",
  confirm: (subject) =>
    hostIsApiName.ask(subject).answer === "yes"
      ? advice("The distribution in front of an execute-api name is AWS's own: only the request can be wrong.")
      : cacheBehaviors(subject, "See the distribution's names, and what each of its behaviours takes."),
  fix: (subject) => [
    advice(correction(subject)),
    ...(hostIsApiName.ask(subject).answer === "yes"
      ? []
      : changeDistribution(subject, "Or, if the name is meant to be the distribution's, add it to Aliases.")),
  ],
  links: [links.cloudfront403],
  expectedResults: {},
} satisfies Rule;
