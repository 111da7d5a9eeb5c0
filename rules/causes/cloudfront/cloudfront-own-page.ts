import {
  advice,
  cacheBehaviors,
  fromCloudFront,
  hasOtherCloudFrontLine,
  hostIsApiName,
  isEmptyFromCloudFront,
  links,
  madeByEdgeFunction,
  quote,
  type Rule,
  weigh,
} from "../../kit.ts";

export default {
  id: "cloudfront-own-page",
  title: "CloudFront itself refused",
  specificTitle: "CloudFront's own page: {line}",
  shares: ["host", "line"],
  refusedBy: "in-front",
  who: "CloudFront",
  refusedAt: "in-front",
  prior: 0.15,
  clues: [
    ...fromCloudFront,
    weigh(hasOtherCloudFrontLine, { yes: 6, no: -1 }),
    weigh(isEmptyFromCloudFront, { yes: 4, no: -1.5 }),
    weigh(madeByEdgeFunction, { yes: -5 }),
    weigh(hostIsApiName, { yes: -1 }),
  ],
  means:
    "CloudFront made this response, so the request reached no origin and no API. Its page says why in one line; that line is all that is known.",
  confirm: (subject) =>
    cacheBehaviors(subject, "See which behavior of the distribution the path falls to, and what that allows."),
  fix: ({ exchange: { response } }) => [
    advice(
      `Look the line up in AWS's list of CloudFront's 403 errors. AWS Support finds the request by ${quote(`x-amz-cf-id: ${response.headers.get("x-amz-cf-id") ?? "…"}`)}.`,
    ),
  ],
  links: [links.cloudfront403],
  expectedResults: {},
} satisfies Rule;
