import {
  advice,
  apiId,
  byRestApi,
  command,
  links,
  type Rule,
  region,
  routeWorkedBefore,
  sameRequestWorksSoonAfter,
  weigh,
  worksNoLonger,
} from "../../kit.ts";

export default {
  id: "deployment-not-yet-propagated",
  title: "What was just deployed had not arrived everywhere yet",
  refusedBy: "api-gateway",
  who: "API Gateway",
  refusedAt: "route",
  orAt: ["host", "stage", "api-key"],
  prior: 0.02,
  clues: [
    ...byRestApi(
      ["ForbiddenException", "MissingAuthenticationTokenException", "IncompleteSignatureException"],
      ["forbidden", "missing-authentication-token", "incomplete-signature"],
    ),
    weigh(sameRequestWorksSoonAfter, { yes: 8, no: -4 }),
    weigh(routeWorkedBefore, { yes: -5 }),
    weigh(worksNoLonger, { yes: 3 }),
  ],
  means:
    "The very same request was refused and, a little later, let through. A new API, route, key or mapping takes seconds to minutes until every front end of API Gateway knows it; until then it is refused as if it did not exist.",
  confirm: (subject) => ({
    says: "See when the API was deployed last.",
    ...command`aws apigateway get-deployments --rest-api-id ${apiId(subject)} --region ${region(subject)} --query ${"items[].[id,createdDate]"}`,
  }),
  fix: () => [
    advice("Wait some minutes after a deployment, a new key or a new mapping, and try again."),
    advice("In a pipeline, let the first call after a deployment be repeated until it succeeds."),
  ],
  links: [links.invoke],
  expectedResults: {},
} satisfies Rule;
