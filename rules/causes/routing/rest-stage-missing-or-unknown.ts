import { command } from "../../../src/commands/command.ts";
import type { Case } from "../../../src/diagnosis/case.ts";
import type { Advice } from "../../../src/diagnosis/diagnosis.ts";
import { weigh } from "../../../src/diagnosis/rule.ts";
import { links } from "../../advice/links.ts";
import { advice, apiId, region, stage, workingStage } from "../../advice/owner-commands.ts";
import { otherStageWorks, resemblesKnownFirstSegment, sameStageWorks } from "../../clues/first-segments.ts";
import { addressIsPrivate, hostIs } from "../../clues/host.ts";
import { hostWorksByOtherName, worksOnOtherHost } from "../../clues/other-hosts.ts";
import { byRestForbidden, mayHaveBeenChanged } from "../../clues/refused-by.ts";
import { segmentLooksLikeStage, sendsApiKey } from "../../clues/request.ts";
import { bodyIsLarge } from "../../clues/request-content.ts";
import { everythingIsRefused } from "../../clues/routes.ts";
import { refusedAtStage } from "../../probes/expected-results.ts";
import type { Rule } from "../../rule.ts";

function createStage(subject: Case): Advice {
  return {
    says: "Or, if the stage is meant to exist, create it by deploying to it.",
    ...command`aws apigateway create-deployment --rest-api-id ${apiId(subject)} --stage-name ${stage(subject)} --region ${region(subject)}`,
  };
}

/** https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DownloadDistValuesOrigin.html */
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
  links: [links.invoke, links.article],
  expectedResults: {
    ...refusedAtStage,
    address: ["public", "private"],
  },
} satisfies Rule;
