import { weigh } from "../../../src/diagnosis/rule.ts";
import { links } from "../../advice/links.ts";
import { advice, deploy, methodSettings, signedCurl } from "../../advice/owner-commands.ts";
import { siblingsAreSigned } from "../../clues/callers.ts";
import { worksWithoutFirstSegment } from "../../clues/first-segments.ts";
import { byRestMissingToken } from "../../clues/refused-by.ts";
import { hasOddPath, isPreflight, isSigned } from "../../clues/request.ts";
import { signedSameRequestWorks, unsignedSameRequestWorks, unsignedSiblingsWork } from "../../clues/routes.ts";
import { unknownPath } from "../../probes/expected-results.ts";
import type { Rule } from "../../rule.ts";

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
    advice("Or set the method's authorization to NONE (or to an authorizer that reads what the client sends)."),
    deploy(subject),
  ],
  links: [links.iam, links.tokenErrors],
  expectedResults: {
    "random-path": unknownPath,
    "signed-call": "accepted",
    "known-route": "accepted",
    "without-first-segment": "refused",
    "get-instead": "refused",
  },
} satisfies Rule;
