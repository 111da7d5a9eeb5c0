import {
  advice,
  byRestIncompleteSignature,
  deploy,
  hasOtherScheme,
  links,
  methodSettings,
  type Rule,
  siblingsAreSigned,
  signedCurl,
  signedSameRequestWorks,
  unknownPath,
  unsignedSameRequestWorks,
  weigh,
} from "../../kit.ts";

export default {
  id: "iam-auth-non-sigv4-authorization",
  title: "The method wants a SigV4 signature and got another credential",
  shares: ["host", "stage"],
  refusedBy: "api-gateway",
  who: "API Gateway",
  refusedAt: "authorizer",
  prior: 0.35,
  clues: [
    ...byRestIncompleteSignature,
    weigh(hasOtherScheme, { yes: 0.5, no: "never" }),
    weigh(signedSameRequestWorks, { yes: 5 }),
    weigh(siblingsAreSigned, { yes: 1.5 }),
    weigh(unsignedSameRequestWorks, { yes: "never" }),
  ],
  means:
    "The method's authorization is AWS_IAM, and the Authorization header holds something else, such as a Bearer token. API Gateway reads it as a signature and complains about its form.",
  confirm: (subject) => methodSettings(subject),
  fix: (subject) => [
    { says: "Sign the request instead.", ...signedCurl(subject) },
    advice("Or give the method an authorizer that reads this credential (Cognito, Lambda)."),
    deploy(subject),
  ],
  links: [links.iam, links.article],
  expectedResults: {
    "random-path": unknownPath,
    "without-authorization": "refused",
    "signed-call": "accepted",
    "known-route": "accepted",
  },
} satisfies Rule;
