import {
  type Advice,
  apiId,
  byEitherApi,
  type Case,
  command,
  commandLines,
  deploy,
  everythingIsRefused,
  httpCors,
  iac,
  isPreflight,
  links,
  methodSettings,
  opening,
  otherStageWorks,
  otherVerbWorks,
  preflightMethodCommands,
  type Rule,
  region,
  resourceIds,
  says,
  signedOptionsWorks,
  unknownPath,
  weigh,
} from "../../kit.ts";

const anybodyMayAsk = "Anybody can then ask with OPTIONS, as browsers must.";

function fixOfRestApi(subject: Case): readonly Advice[] {
  return [
    resourceIds(subject, "Find the id of the resource. All verbs but OPTIONS keep what they ask for."),
    opening(
      "Where the resource has an OPTIONS method, let it ask for nothing: authorization NONE and no API key.",
      anybodyMayAsk,
      command`aws apigateway update-method --rest-api-id ${apiId(subject)} --resource-id RESOURCE_ID --http-method OPTIONS --region ${region(subject)} --patch-operations op=replace,path=/authorizationType,value=NONE op=replace,path=/apiKeyRequired,value=false`,
    ),
    opening(
      "Where ANY takes OPTIONS, add a method for it with its responses and its integration.",
      anybodyMayAsk,
      commandLines(...preflightMethodCommands(subject)),
    ),
    deploy(subject),
  ];
}

function routeSettings(subject: Case): Advice {
  return {
    says: "See which route takes OPTIONS, and what it asks of its callers.",
    ...command`aws apigatewayv2 get-routes --api-id ${apiId(subject)} --region ${region(subject)}`,
  };
}

/** An HTTP API with a CORS configuration responds to preflights itself, unless a route takes OPTIONS. */
function fixOfHttpApi(subject: Case): readonly Advice[] {
  return [
    ...httpCors(subject, "To let the API respond to preflights itself"),
    opening(
      "Where the route is `$default` or `ANY`, which take OPTIONS as well, add a route `OPTIONS /{proxy+}` without authorization, with the integration of that route.",
      anybodyMayAsk,
      command`aws apigatewayv2 create-route --api-id ${apiId(subject)} --region ${region(subject)} --route-key ${"OPTIONS /{proxy+}"} --authorization-type NONE --target integrations/INTEGRATION_ID`,
    ),
    deploy(subject),
  ];
}

export default {
  id: "preflight-options-requires-auth",
  title: "OPTIONS wants a credential that preflights never carry",
  shares: ["host", "stage"],
  refusedBy: "api-gateway",
  who: "API Gateway",
  refusedAt: "authorizer",
  prior: 0.3,
  clues: [
    ...byEitherApi(
      ["MissingAuthenticationTokenException", "ForbiddenException", "AccessDeniedException"],
      ["missing-authentication-token", "forbidden", "authorizer-denied"],
    ),
    weigh(isPreflight, { yes: 1.5, no: "never" }),
    weigh(signedOptionsWorks, { yes: 4 }),
    weigh(says("forbidden"), { yes: 1 }),
    weigh(otherVerbWorks, { yes: 0.5 }),
    weigh(otherStageWorks, { yes: -0.5 }),
    weigh(everythingIsRefused, { yes: -1.5 }),
  ],
  means:
    "The OPTIONS method exists, but wants a signature, an API key or an authorizer's consent. Browsers send none of them on a preflight, so every cross-origin call is stopped.",
  confirm: (subject) => (subject.api.kind === "http" ? routeSettings(subject) : methodSettings(subject)),
  fix: (subject) => (subject.api.kind === "http" ? fixOfHttpApi(subject) : fixOfRestApi(subject)),
  iac: iac.preflightMethod,
  links: [links.cors, links.httpCors],
  expectedResults: { "random-path": unknownPath, "signed-call": "accepted" },
} satisfies Rule;
