import { command } from "../../../src/commands/command.ts";
import { weigh } from "../../../src/diagnosis/rule.ts";
import { links } from "../../advice/links.ts";
import { advice, region, stageArn } from "../../advice/owner-commands.ts";
import { changeRule } from "../../advice/waf-advice.ts";
import { otherStageWorks, sameStageWorks } from "../../clues/first-segments.ts";
import { addressIsPrivate } from "../../clues/host.ts";
import { followsBurst, hostFailsSince, refusalPasses } from "../../clues/host-history.ts";
import { worksOnOtherHost } from "../../clues/other-hosts.ts";
import { byRestForbidden, notForPreflight } from "../../clues/refused-by.ts";
import { sendsKeyElsewhere } from "../../clues/request.ts";
import {
  bodyIsLarge,
  hasNoUserAgent,
  largerBodyWorks,
  looksLikeAttack,
  otherContentWorks,
  sizeLimitLiesBetween,
} from "../../clues/request-content.ts";
import { tlsWantedCertificate } from "../../clues/routes.ts";
import { refusalIsFast } from "../../clues/timing.ts";
import { blockedByFirewall } from "../../probes/expected-results.ts";
import type { Rule } from "../../rule.ts";

export default {
  id: "waf-blocked-apigw",
  title: "AWS WAF blocked the request",
  refusedBy: "api-gateway",
  who: "AWS WAF in front of API Gateway",
  refusedAt: "waf",
  prior: 0.45,
  clues: [
    ...byRestForbidden,
    weigh(bodyIsLarge, { yes: 2.2 }),
    weigh(sizeLimitLiesBetween, { yes: 2.5 }),
    weigh(largerBodyWorks, { yes: -2 }),
    weigh(looksLikeAttack, { yes: 2.5 }),
    weigh(otherContentWorks, { yes: 2 }),
    weigh(hasNoUserAgent, { yes: 0.7 }),
    weigh(otherStageWorks, { yes: -1.5 }),
    weigh(sameStageWorks, { yes: 0.5 }),
    weigh(worksOnOtherHost, { yes: -2 }),
    weigh(followsBurst, { yes: 1.5 }),
    weigh(refusalPasses, { yes: 1.5 }),
    weigh(hostFailsSince, { yes: 0.7 }),
    weigh(refusalIsFast, { yes: 0.4 }),
    weigh(sendsKeyElsewhere, { yes: -1 }),
    weigh(tlsWantedCertificate, { yes: -2 }),
    weigh(addressIsPrivate, { yes: -1 }),
    notForPreflight,
  ],
  means:
    "A rule of the web ACL on the stage took the request for an attack, too large, too frequent, or from an unwanted place. WAF stands before routing, so a blocked request proves nothing about the route.",
  confirm: (subject) => ({
    says: "Find the web ACL of the stage; its sampled requests name the rule.",
    ...command`aws wafv2 get-web-acl-for-resource --region ${region(subject)} --resource-arn ${stageArn(subject)}`,
  }),
  fix: (subject) => [
    advice("Set the rule that matched to Count, or narrow it by a scope-down statement for this path."),
    advice(
      "For large bodies, raise the inspection limit of the web ACL for API Gateway (up to 64 KB), or exclude SizeRestrictions_BODY on this path.",
    ),
    ...changeRule(subject, "REGIONAL"),
  ],
  links: [links.waf, links.article],
  expectedResults: blockedByFirewall,
} satisfies Rule;
