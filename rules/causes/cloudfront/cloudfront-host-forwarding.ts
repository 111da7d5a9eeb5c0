import { command } from "../../../src/commands/command.ts";
import { weigh } from "../../../src/diagnosis/rule.ts";
import { changeDistribution } from "../../advice/cloudfront-advice.ts";
import { links } from "../../advice/links.ts";
import { advice } from "../../advice/owner-commands.ts";
import {
  cameThroughCloudFront,
  errorTypeIs,
  hasAwsHeaders,
  hasHttpApiRequestId,
  hasNoAnswer,
  hasTraceId,
  statusIs,
} from "../../clues/envelope.ts";
import { otherStageWorks, sameStageWorks } from "../../clues/first-segments.ts";
import { hostIs, hostIsCustomName, hostIsNeighbour } from "../../clues/host.ts";
import { functionUrlAnswersSamePath, worksOnOtherHost } from "../../clues/other-hosts.ts";
import { otherOriginAnswers } from "../../clues/routes.ts";
import { hasOwnWords, says } from "../../clues/wording.ts";
import { refusedAtHost } from "../../probes/expected-results.ts";
import type { Rule } from "../../rule.ts";

export default {
  id: "cloudfront-host-forwarding",
  title: "CloudFront forwards its own Host to the API",
  refusedBy: "api-gateway",
  who: "API Gateway, behind CloudFront",
  refusedAt: "host",
  prior: 0.25,
  clues: [
    weigh(hasNoAnswer, { yes: "never" }),
    weigh(hostIsNeighbour, { yes: "never" }),
    weigh(hostIsCustomName, { no: "never" }),
    weigh(cameThroughCloudFront, { yes: 0.8, no: -4 }),
    weigh(hasHttpApiRequestId, { yes: -1 }),
    weigh(hasAwsHeaders, { no: -3 }),
    weigh(statusIs("403"), { no: "never" }),
    weigh(errorTypeIs("ForbiddenException", "AccessDeniedException"), { no: "never" }),
    weigh(says("forbidden", "null-message", "function-url-forbidden"), { yes: 0.2, no: "never" }),
    weigh(hasOwnWords, { yes: -4 }),
    weigh(hasTraceId, { yes: -2.5 }),
    weigh(sameStageWorks, { yes: -4 }),
    weigh(otherStageWorks, { yes: -1 }),
    weigh(worksOnOtherHost, { yes: 3 }),
    weigh(functionUrlAnswersSamePath, { yes: 0.5 }),
    weigh(otherOriginAnswers, { yes: 1.5 }),
    weigh(hostIs("cloudfront"), { yes: 1 }),
  ],
  means:
    "A CloudFront distribution in front of the API forwards the viewer's Host header. API Gateway (or a function URL) has nothing under that name and refuses, although the same path works on its own name.",
  confirm: () => ({
    says: "See whether the behaviour's origin request policy forwards Host.",
    ...command`aws cloudfront get-distribution-config --id DISTRIBUTION_ID --query 'DistributionConfig.*.OriginRequestPolicyId'`,
  }),
  fix: () => [
    {
      says: "Use the managed policy AllViewerExceptHostHeader on the behaviour that leads to the API.",
      ...command`aws cloudfront list-origin-request-policies --type managed`,
    },
    changeDistribution("Set its id as the behaviour's origin request policy."),
    advice("Or register the distribution's name as a custom domain of the API."),
  ],
  links: [links.cloudfrontPolicies, links.cloudfront403],
  expectedResults: {
    ...refusedAtHost,
    "client-certificate": "not asked",
  },
} satisfies Rule;
