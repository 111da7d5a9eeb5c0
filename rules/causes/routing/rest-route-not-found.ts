import { weigh } from "../../../src/diagnosis/rule.ts";
import { links } from "../../advice/links.ts";
import { advice, exportDefinition } from "../../advice/owner-commands.ts";
import { addMethod } from "../../advice/rest-advice.ts";
import { siblingsAreSigned } from "../../clues/callers.ts";
import { firstSegmentIsStageElsewhere, worksWithoutFirstSegment } from "../../clues/first-segments.ts";
import { byRestMissingToken } from "../../clues/refused-by.ts";
import { asksForRoot, hasOddPath, isPreflight, isSigned } from "../../clues/request.ts";
import {
  onlyThisPathIsRefused,
  otherKindOfApiOnHost,
  otherPathWorks,
  otherVerbWorks,
  resemblesWorkingPath,
  sameRequestWorks,
  signedSameRequestWorks,
} from "../../clues/routes.ts";
import type { Rule } from "../../rule.ts";

export default {
  id: "rest-route-not-found",
  title: "No such route: the path or verb isn't in the deployed API",
  specificTitle: "No such route: {verb} {path} isn't in the deployed API",
  refusedBy: "api-gateway",
  who: "API Gateway",
  refusedAt: "route",
  prior: 1,
  clues: [
    ...byRestMissingToken,
    weigh(isSigned, { yes: -2 }),
    weigh(asksForRoot, { yes: -2 }),
    weigh(hasOddPath, { yes: 1 }),
    weigh(otherVerbWorks, { yes: 1 }),
    weigh(otherPathWorks, { yes: 0.5 }),
    weigh(resemblesWorkingPath, { yes: 1.2 }),
    weigh(onlyThisPathIsRefused, { yes: 0.3 }),
    weigh(sameRequestWorks, { yes: -4 }),
    weigh(signedSameRequestWorks, { yes: "never" }),
    weigh(siblingsAreSigned, { yes: -0.5 }),
    weigh(worksWithoutFirstSegment, { yes: -2 }),
    weigh(firstSegmentIsStageElsewhere, { yes: -1 }),
    weigh(otherKindOfApiOnHost, { yes: -0.5 }),
    weigh(isPreflight, { yes: -4 }),
  ],
  means:
    "In spite of its words, “Missing Authentication Token” is what a REST API answers to a path or verb that is not in its deployed definition. Host and stage are right; no authorizer was asked. An AWS_IAM method called without a signature answers the same.",
  confirm: (subject) => exportDefinition(subject),
  fix: (subject) => [
    advice("Correct the path or the verb: spelling, plural, a missing or empty segment. HEAD is a verb of its own."),
    ...addMethod(subject),
  ],
  links: [links.tokenErrors, links.gatewayResponses],
  expectedResults: {
    "random-path": "no such route",
    "signed-call": "refused",
    "known-route": "accepted",
    "without-first-segment": "refused",
    "get-instead": ["accepted", "refused"],
  },
} satisfies Rule;
