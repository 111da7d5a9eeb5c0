import type { Case } from "../../src/diagnosis/case.ts";
import type { IacSnippet } from "../../src/diagnosis/iac.ts";
import { snippet } from "./snippet.ts";
import { needsDeployment } from "./template.ts";
import { apiId } from "./values.ts";

/** A REST API's Lambda authorizer without caching, which reuses no policy for another path; null for other kinds. */
export function authorizerCache(subject: Case): IacSnippet | null {
  if (subject.api.kind === "http" || subject.api.kind === "websocket") return null;
  return {
    says: `An authorizer whose responses are not cached; or let its policy cover all of the API. ${needsDeployment}`,
    cloudformation: snippet`
      Resources:
        Authorizer:
          Type: AWS::ApiGateway::Authorizer
          Properties:
            RestApiId: ${apiId(subject)}
            Name: AUTHORIZER_NAME
            Type: TOKEN
            IdentitySource: method.request.header.Authorization
            AuthorizerUri: AUTHORIZER_URI
            AuthorizerResultTtlInSeconds: 0`,
    cdk: snippet`
      const authorizer = new apigateway.TokenAuthorizer(this, "Authorizer", {
        handler,
        resultsCacheTtl: Duration.seconds(0),
      });`,
    terraform: snippet`
      resource "aws_api_gateway_authorizer" "authorizer" {
        rest_api_id                      = ${apiId(subject)}
        name                             = "AUTHORIZER_NAME"
        type                             = "TOKEN"
        authorizer_uri                   = "AUTHORIZER_URI"
        authorizer_result_ttl_in_seconds = 0
      }`,
    serverless: snippet`
      functions:
        FUNCTION_NAME:
          events:
            - http:
                path: RESOURCE_PATH
                method: VERB
                authorizer:
                  name: AUTHORIZER_FUNCTION_NAME
                  resultTtlInSeconds: 0`,
  };
}
