import {
  type Advice,
  addressIsPrivate,
  advice,
  apiId,
  bodyIsLarge,
  byRestForbidden,
  type Case,
  command,
  everythingIsRefused,
  hostIs,
  hostWorksByOtherName,
  iac,
  links,
  mayHaveBeenChanged,
  opening,
  otherStageWorks,
  type Rule,
  refusedAtStage,
  region,
  resemblesKnownFirstSegment,
  sameStageWorks,
  segmentLooksLikeStage,
  sendsApiKey,
  servedByVpcEndpoint,
  stage,
  weigh,
  workingStage,
  worksOnOtherHost,
} from "../../kit.ts";

function createStage(subject: Case): Advice {
  return opening(
    "Or, if the stage is meant to exist, create it by deploying to it.",
    "This publishes the API as it is defined now under the stage's name.",
    command`aws apigateway create-deployment --rest-api-id ${apiId(subject)} --stage-name ${stage(subject)} --region ${region(subject)}`,
  );
}

/** Source: https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DownloadDistValuesOrigin.html */
const stageAsOriginPath = advice(
  "Make the stage the origin path of the distribution's origin: CloudFront puts it before every path.",
);

export default {
  id: "rest-stage-missing-or-unknown",
  title: "The stage in the URL doesn't exist",
  specificTitle: "The stage {stage} doesn't exist",
  refusedBy: "api-gateway",
  who: "API Gateway",
  refusedAt: "stage",
  prior: 1,
  clues: [
    ...byRestForbidden,
    weigh(hostIs("default-endpoint", "vpce-with-api", "vpce"), { yes: 0.4, no: -4 }),
    weigh(hostIs("cloudfront"), { yes: 2.5 }),
    weigh(sameStageWorks, { yes: -7 }),
    weigh(otherStageWorks, { yes: 3 }),
    weigh(resemblesKnownFirstSegment, { yes: 1.5 }),
    mayHaveBeenChanged,
    weigh(segmentLooksLikeStage, { yes: -0.5, no: 0.8 }),
    weigh(everythingIsRefused, { yes: 0.2 }),
    weigh(worksOnOtherHost, { yes: -0.4 }),
    weigh(hostWorksByOtherName, { yes: -0.3 }),
    weigh(sendsApiKey, { yes: -1 }),
    weigh(bodyIsLarge, { yes: -1 }),
    weigh(addressIsPrivate, { yes: -1 }),
    weigh(servedByVpcEndpoint, { yes: -1 }),
  ],
  means:
    "On an execute-api name the first segment of the path is the stage. No stage of that name is deployed, so API Gateway refuses before it looks at any route: `Forbidden`, whatever follows in the path.",
  confirm: (subject) => ({
    says: "List the stages of the API.",
    ...command`aws apigateway get-stages --rest-api-id ${apiId(subject)} --region ${region(subject)} --query item[].stageName`,
  }),
  fix: (subject) => [
    ...(subject.exchange.host.kind === "cloudfront" ? [stageAsOriginPath] : []),
    workingStage(subject),
    ...(subject.api.stage === null ? [] : [createStage(subject)]),
  ],
  iac: iac.restStage,
  links: [links.invoke, links.article],
  expectedResults: {
    ...refusedAtStage,
    address: ["public", "private"],
  },
} satisfies Rule;
