import {
  advice,
  cacheBehaviors,
  fromCloudFront,
  hostIsApiName,
  links,
  madeByEdgeFunction,
  type Rule,
  weigh,
} from "../../kit.ts";

export default {
  id: "cloudfront-function-refused",
  title: "A function at CloudFront refused",
  refusedBy: "in-front",
  who: "a function of the CloudFront distribution",
  refusedAt: "in-front",
  prior: 0.05,
  clues: [...fromCloudFront, weigh(madeByEdgeFunction, { yes: 7, no: "never" }), weigh(hostIsApiName, { yes: -3 })],
  means:
    "A CloudFront Function or a Lambda@Edge function of the distribution made this response by itself. The request reached no origin and no API.",
  confirm: (subject) =>
    cacheBehaviors(subject, "See which functions the behavior of the path runs.", [
      "PathPattern",
      "FunctionAssociations",
      "LambdaFunctionAssociations",
    ]),
  fix: () => [
    advice(
      "Read in that function's code when it returns 403: a missing header, an address, a path. Send what it wants, or correct it, test it in its DEVELOPMENT stage, and publish it.",
    ),
  ],
  links: [links.cloudfrontFunctions],
  expectedResults: {},
} satisfies Rule;
