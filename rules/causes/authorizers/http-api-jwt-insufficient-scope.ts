import {
  advice,
  apiId,
  both,
  byHttpApi,
  command,
  deploy,
  hasHttpApiRequestId,
  links,
  namesWantedScopes,
  opening,
  quote,
  type Rule,
  region,
  tokenHasNoneOfScopes,
  tokenIsIdToken,
  tokenLacksScope,
  weigh,
} from "../../kit.ts";

export default {
  id: "http-api-jwt-insufficient-scope",
  title: "The token lacks the scope that the route wants",
  refusedBy: "api-gateway",
  who: "API Gateway's JWT authorizer",
  refusedAt: "authorizer",
  prior: 0.4,
  clues: [
    ...byHttpApi,
    weigh(both(namesWantedScopes, hasHttpApiRequestId), { yes: "proof" }),
    weigh(tokenLacksScope, { yes: 3, no: "never" }),
    weigh(tokenHasNoneOfScopes, { yes: 1, no: { doubt: -2 } }),
    weigh(tokenIsIdToken, { yes: 0.5 }),
  ],
  means:
    "The JSON Web Token is valid, but has none of the scopes that the route asks for; `www-authenticate` lists them.",
  confirm: (subject) => ({
    says: `Compare the token's scopes with ${quote(subject.exchange.response.headers.get("www-authenticate") ?? "www-authenticate")}. An ID token of Cognito has none at all: send the access token.`,
    ...command`aws apigatewayv2 get-routes --api-id ${apiId(subject)} --region ${region(subject)} --query ${"Items[].[RouteId,RouteKey,AuthorizationScopes]"}`,
  }),
  fix: (subject) => [
    advice("Ask the identity provider for one of the scopes."),
    opening(
      "Or change the scopes of the route. Name those that it has as well: the command replaces the list.",
      "A token with any one of them passes.",
      command`aws apigatewayv2 update-route --api-id ${apiId(subject)} --route-id ROUTE_ID --authorization-scopes PRESENT_SCOPE FURTHER_SCOPE --region ${region(subject)}`,
    ),
    deploy(subject),
  ],
  links: [links.jwt],
  expectedResults: {},
} satisfies Rule;
