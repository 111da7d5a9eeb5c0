import { weigh } from "../../../src/diagnosis/rule.ts";
import { links } from "../../advice/links.ts";
import { advice, exportDefinition } from "../../advice/owner-commands.ts";
import { addMethod } from "../../advice/rest-advice.ts";
import { sameCredentialWorks, siblingsAreSigned } from "../../clues/callers.ts";
import { worksWithoutFirstSegment } from "../../clues/first-segments.ts";
import { byRestIncompleteSignature } from "../../clues/refused-by.ts";
import { hasOtherScheme } from "../../clues/request.ts";
import {
  onlyThisPathIsRefused,
  otherVerbWorks,
  resemblesWorkingPath,
  sameRequestWorks,
  signedSameRequestWorks,
} from "../../clues/routes.ts";
import type { Rule } from "../../rule.ts";

export default {
  id: "rest-route-not-found-with-auth-header",
  title: "No such route: the Authorization header only changed the words",
  specificTitle: "No such route: {verb} {path}. The Authorization header only changed the words",
  refusedBy: "api-gateway",
  who: "API Gateway",
  refusedAt: "route",
  prior: 1,
  clues: [
    ...byRestIncompleteSignature,
    weigh(hasOtherScheme, { yes: 0.5, no: "never" }),
    weigh(sameCredentialWorks, { yes: 1 }),
    weigh(otherVerbWorks, { yes: 0.7 }),
    weigh(resemblesWorkingPath, { yes: 1.2 }),
    weigh(onlyThisPathIsRefused, { yes: 0.3 }),
    weigh(sameRequestWorks, { yes: -5 }),
    weigh(signedSameRequestWorks, { yes: "never" }),
    weigh(siblingsAreSigned, { yes: -0.3 }),
    weigh(worksWithoutFirstSegment, { yes: -2 }),
  ],
  means:
    "The path or verb is not in the deployed API. Where a REST API finds no route but an Authorization header, it tries to read that as a SigV4 signature and complains about its form. The token itself is not what is wrong.",
  confirm: (subject) => exportDefinition(subject),
  fix: (subject) => [advice("Correct the path or the verb."), ...addMethod(subject)],
  links: [links.article, links.tokenErrors],
  expectedResults: {
    "random-path": "no such route",
    "without-authorization": "refused",
    "signed-call": "refused",
    "known-route": "accepted",
  },
} satisfies Rule;
