import {
  addMethod,
  advice,
  asksForRoot,
  byRestMissingToken,
  exportDefinition,
  isPreflight,
  isSigned,
  links,
  otherPathWorks,
  type Rule,
  sameRequestWorks,
  siblingsAreSigned,
  signedSameRequestWorks,
  weigh,
} from "../../kit.ts";

export default {
  id: "rest-root-without-method",
  title: "The root path has no method",
  refusedBy: "api-gateway",
  who: "API Gateway",
  refusedAt: "route",
  prior: 0.7,
  clues: [
    ...byRestMissingToken,
    weigh(asksForRoot, { yes: 1.5, no: "never" }),
    weigh(isSigned, { yes: -2 }),
    weigh(otherPathWorks, { yes: 1.5 }),
    weigh(sameRequestWorks, { yes: -4 }),
    weigh(signedSameRequestWorks, { yes: "never" }),
    weigh(siblingsAreSigned, { yes: -0.5 }),
    weigh(isPreflight, { yes: -4 }),
  ],
  means:
    "The URL is the root of the stage or domain, and the API has methods on deeper paths only. A `{proxy+}` resource does not cover its own root: it needs at least one segment.",
  confirm: (subject) => exportDefinition(subject),
  fix: (subject) => [
    advice("Call a deeper path, or add a method to the root resource."),
    ...addMethod(subject, "existing path"),
  ],
  links: [links.tokenErrors],
  expectedResults: {
    "random-path": "no such route",
    "signed-call": "refused",
    "known-route": "accepted",
    "get-instead": ["accepted", "refused"],
  },
} satisfies Rule;
