import { command } from "../../../src/commands/command.ts";
import { weigh } from "../../../src/diagnosis/rule.ts";
import { links } from "../../advice/links.ts";
import { advice, region, stageArn } from "../../advice/owner-commands.ts";
import { changeRule } from "../../advice/waf-advice.ts";
import {
  errorTypeIs,
  hasErrorType,
  hasHttpApiRequestId,
  hasNoAnswer,
  hasRestRequestId,
  hasTraceId,
  statusIs,
} from "../../clues/envelope.ts";
import { hostIsNeighbour } from "../../clues/host.ts";
import { redirectsAway } from "../../clues/neighbours.ts";
import { bodyIsLarge, looksLikeAttack, otherContentWorks } from "../../clues/request-content.ts";
import { hasOwnWords } from "../../clues/wording.ts";
import { blockedByFirewall } from "../../probes/expected-results.ts";
import type { Rule } from "../../rule.ts";

export default {
  id: "waf-custom-response",
  title: "AWS WAF blocked the request, with an answer of its owner's",
  refusedBy: "api-gateway",
  who: "AWS WAF in front of API Gateway, in its owner's words",
  refusedAt: "waf",
  prior: 0.02,
  clues: [
    weigh(hasNoAnswer, { yes: "never" }),
    weigh(hostIsNeighbour, { yes: "never" }),
    weigh(hasHttpApiRequestId, { yes: "never" }),
    weigh(hasRestRequestId, { no: -1 }),
    weigh(hasErrorType, { yes: 1, no: -4 }),
    weigh(errorTypeIs("ForbiddenException"), { yes: 0.3, no: "never" }),
    weigh(hasOwnWords, { yes: 5, no: -2 }),
    weigh(statusIs("403"), { no: 5 }),
    weigh(redirectsAway, { yes: 3 }),
    weigh(looksLikeAttack, { yes: 2 }),
    weigh(bodyIsLarge, { yes: 1.5 }),
    weigh(otherContentWorks, { yes: 1.5 }),
    weigh(hasTraceId, { yes: -1.5 }),
  ],
  means:
    "A rule of the web ACL blocks with a custom response: status, body and headers are its owner's, and replace what API Gateway would answer. The error type that API Gateway gives to blocked requests survives.",
  confirm: (subject) => ({
    says: "Find the web ACL of the stage; look for rules with a CustomResponse.",
    ...command`aws wafv2 get-web-acl-for-resource --region ${region(subject)} --resource-arn ${stageArn(subject)}`,
  }),
  fix: (subject) => [
    advice("Set the rule that matched to Count, or narrow it by a scope-down statement for this path."),
    advice("Say in the custom response that a firewall blocked, so that callers need not guess."),
    ...changeRule(subject, "REGIONAL"),
  ],
  links: [
    links.waf,
    {
      label: "AWS WAF: custom responses for Block actions",
      url: "https://docs.aws.amazon.com/waf/latest/developerguide/customizing-the-response-for-blocked-requests.html",
    },
  ],
  expectedResults: blockedByFirewall,
} satisfies Rule;
