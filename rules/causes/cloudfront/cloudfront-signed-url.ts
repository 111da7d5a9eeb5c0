import {
  bodyMatches,
  cacheBehaviors,
  cameThroughCloudFront,
  command,
  hasAwsHeaders,
  hasNoResponse,
  isS3Answer,
  links,
  type Rule,
  shownUrl,
  weigh,
} from "../../kit.ts";

export default {
  id: "cloudfront-signed-url",
  title: "CloudFront wants a signed URL or cookie",
  refusedBy: "in-front",
  who: "CloudFront",
  refusedAt: "in-front",
  prior: 0.2,
  clues: [
    weigh(hasNoResponse, { yes: "never" }),
    weigh(hasAwsHeaders, { yes: -6 }),
    weigh(isS3Answer, { yes: -5 }),
    weigh(cameThroughCloudFront, { yes: 1, no: -2 }),
    weigh(
      bodyMatches(
        "cloudfront-signed-url",
        /<Code>(?:MissingKey|InvalidKey|MalformedPolicy|MalformedSignature)<\/Code>|Key-Pair-Id/,
        "CloudFront's demand for a signature",
        { holds: "the body is CloudFront's error for a signed URL or cookie" },
      ),
      { yes: 6, no: "never" },
    ),
  ],
  means: "The behaviour serves signed URLs or cookies only, and this request has no valid one.",
  confirm: (subject) =>
    cacheBehaviors(subject, "See whose signatures the path's behaviour trusts.", [
      "PathPattern",
      "TrustedSigners",
      "TrustedKeyGroups",
    ]),
  fix: (subject) => [
    {
      says: "Sign the URL with a trusted key pair, or renew the signature.",
      ...command`aws cloudfront sign --url ${shownUrl(subject)} --key-pair-id KEY_PAIR_ID --private-key file://private-key.pem --date-less-than EXPIRY`,
    },
  ],
  links: [links.cloudfront403],
  expectedResults: {},
} satisfies Rule;
