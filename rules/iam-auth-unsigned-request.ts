import { siblingsAreSigned } from "../src/diagnosis/clues/callers.ts";
import { byRestMissingToken } from "../src/diagnosis/clues/refused-by.ts";
import { hasOddPath, isPreflight, isSigned } from "../src/diagnosis/clues/request.ts";
import {
  signedSameRequestWorks,
  unsignedSameRequestWorks,
  unsignedSiblingsWork,
} from "../src/diagnosis/clues/routes.ts";
import { worksWithoutFirstSegment } from "../src/diagnosis/clues/stages.ts";
import { links } from "../src/diagnosis/links.ts";
import { deploy, methodSettings, signedCurl, tell } from "../src/diagnosis/owner.ts";
import type { Rule } from "../src/diagnosis/rule.ts";
import { weigh } from "../src/diagnosis/rule.ts";
import { routeless } from "../src/diagnosis/would-answer.ts";

export default {
  id: "iam-auth-unsigned-request",
  title: "The method wants a SigV4 signature and got none",
  shares: ["host", "stage"],
  refusedBy: "api-gateway",
  who: "API Gateway",
  refusedAt: "authorizer",
  prior: 0.45,
  clues: [
    ...byRestMissingToken,
    weigh(isSigned, { yes: "never" }),
    weigh(signedSameRequestWorks, { yes: 5 }),
    weigh(unsignedSameRequestWorks, { yes: "never" }),
    weigh(unsignedSiblingsWork, { yes: -1 }),
    weigh(siblingsAreSigned, { yes: 1.2 }),
    weigh(hasOddPath, { yes: -1 }),
    weigh(worksWithoutFirstSegment, { yes: -2 }),
    weigh(isPreflight, { yes: -5 }),
  ],
  means:
    "The method's authorization is AWS_IAM and the request carries no signature. A route that does not exist answers the very same, so the route is worth a look first.",
  confirm: (subject) => methodSettings(subject),
  fix: (subject) => [
    {
      says: "Sign the request.",
      ...signedCurl(subject),
    },
    tell("Or set the method's authorization to NONE (or to an authorizer that reads what the client sends)."),
    deploy(subject),
  ],
  links: [links.iam, links.tokenErrors],
  wouldAnswer: {
    "random-path": routeless,
    "signed-call": "accepted",
    "known-route": "accepted",
    "without-first-segment": "refused",
    "get-instead": "refused",
  },
} satisfies Rule;
