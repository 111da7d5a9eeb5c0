import {
  advice,
  cameThroughCloudFront,
  changeDistribution,
  distributionConfig,
  hasErrorType,
  hasHttpApiRequestId,
  hasNoResponse,
  hasRestRequestId,
  isPageFromS3,
  isS3Answer,
  links,
  notInAwsWords,
  type Rule,
  sameRefusalByGatewayElsewhere,
  weigh,
  worksOnOtherHost,
} from "../../kit.ts";

export default {
  id: "cloudfront-custom-error-masks-origin",
  title: "CloudFront replaced the API's 403 by another page",
  refusedBy: "in-front",
  who: "CloudFront, in place of its origin",
  refusedAt: "in-front",
  prior: 0.1,
  clues: [
    weigh(hasNoResponse, { yes: "never" }),
    notInAwsWords,
    weigh(hasRestRequestId, { yes: "never" }),
    weigh(hasHttpApiRequestId, { yes: "never" }),
    weigh(hasErrorType, { yes: -6 }),
    weigh(isS3Answer, { yes: 1.5, no: -3 }),
    weigh(isPageFromS3, { yes: 2.5 }),
    weigh(worksOnOtherHost, { yes: 1 }),
    weigh(cameThroughCloudFront, { yes: 1, no: -4 }),
    weigh(sameRefusalByGatewayElsewhere, { yes: 5, no: -1 }),
  ],
  means:
    "A custom error response of the distribution turns a 403 of the API into a page of another origin, so body and headers are S3's although the API refused.",
  confirm: (subject) =>
    distributionConfig(
      subject,
      "See the distribution's custom error responses.",
      "DistributionConfig.CustomErrorResponses",
    ),
  fix: (subject) => [
    advice("Call the API by its own name to see the true refusal."),
    ...changeDistribution(subject, "Remove the custom error response for 403."),
  ],
  links: [links.cloudfront403],
  expectedResults: {},
} satisfies Rule;
