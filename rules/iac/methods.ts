import type { Case } from "../../src/diagnosis/case.ts";
import type { IacSnippet } from "../../src/diagnosis/iac.ts";
import { snippet } from "./snippet.ts";
import { needsDeployment } from "./template.ts";
import { apiId, pageOrigin, resourcePath, verb } from "./values.ts";

/** The OPTIONS method for preflights, open to all; null for an HTTP API, which can respond to them itself. */
export function preflightMethod(subject: Case): IacSnippet | null {
  if (subject.api.kind === "http" || subject.api.kind === "websocket") return null;
  const id = apiId(subject);
  const origin = pageOrigin(subject);
  const quotedOrigin = `'${origin}'`;
  return {
    says: `An OPTIONS method without authorization, with a mock integration. Name the verbs and headers that the page uses. ${needsDeployment}`,
    cloudformation: snippet`
      Resources:
        Preflight:
          Type: AWS::ApiGateway::Method
          Properties:
            RestApiId: ${id}
            ResourceId: RESOURCE_ID
            HttpMethod: OPTIONS
            AuthorizationType: NONE
            ApiKeyRequired: false
            Integration:
              Type: MOCK
              RequestTemplates: { application/json: '{"statusCode": 200}' }
              IntegrationResponses:
                - StatusCode: "200"
                  ResponseParameters:
                    method.response.header.Access-Control-Allow-Origin: ${quotedOrigin}
                    method.response.header.Access-Control-Allow-Methods: "'GET,POST,OPTIONS'"
                    method.response.header.Access-Control-Allow-Headers: "'authorization,content-type'"
            MethodResponses:
              - StatusCode: "200"
                ResponseParameters:
                  method.response.header.Access-Control-Allow-Origin: true
                  method.response.header.Access-Control-Allow-Methods: true
                  method.response.header.Access-Control-Allow-Headers: true`,
    cdk: snippet`
      api.root.resourceForPath(${resourcePath(subject)}).addCorsPreflight({
        allowOrigins: [${origin}],
        allowMethods: ["GET", "POST", "OPTIONS"],
        allowHeaders: ["authorization", "content-type"],
      });`,
    terraform: snippet`
      resource "aws_api_gateway_method" "preflight" {
        rest_api_id   = ${id}
        resource_id   = "RESOURCE_ID"
        http_method   = "OPTIONS"
        authorization = "NONE"
      }
      resource "aws_api_gateway_integration" "preflight" {
        rest_api_id       = ${id}
        resource_id       = "RESOURCE_ID"
        http_method       = aws_api_gateway_method.preflight.http_method
        type              = "MOCK"
        request_templates = { "application/json" = jsonencode({ statusCode = 200 }) }
      }
      resource "aws_api_gateway_method_response" "preflight" {
        rest_api_id = ${id}
        resource_id = "RESOURCE_ID"
        http_method = aws_api_gateway_method.preflight.http_method
        status_code = "200"
        response_parameters = {
          "method.response.header.Access-Control-Allow-Origin"  = true
          "method.response.header.Access-Control-Allow-Methods" = true
          "method.response.header.Access-Control-Allow-Headers" = true
        }
      }
      resource "aws_api_gateway_integration_response" "preflight" {
        rest_api_id = ${id}
        resource_id = "RESOURCE_ID"
        http_method = aws_api_gateway_integration.preflight.http_method
        status_code = aws_api_gateway_method_response.preflight.status_code
        response_parameters = {
          "method.response.header.Access-Control-Allow-Origin"  = ${quotedOrigin}
          "method.response.header.Access-Control-Allow-Methods" = "'GET,POST,OPTIONS'"
          "method.response.header.Access-Control-Allow-Headers" = "'authorization,content-type'"
        }
      }`,
    serverless: snippet`
      functions:
        FUNCTION_NAME:
          events:
            - http:
                path: ${resourcePath(subject)}
                method: VERB
                cors:
                  origin: ${origin}
                  headers: [authorization, content-type]`,
  };
}

/** The called method without authorization; null unless it is a REST API's. */
export function openMethod(subject: Case): IacSnippet | null {
  if (subject.api.kind !== "rest") return null;
  return {
    says: `Only where anybody may call this method: no authorization instead of \`AWS_IAM\`; \`authorizer: aws_iam\` goes from the Serverless event. ${needsDeployment}`,
    cloudformation: snippet`
      Resources:
        Method:
          Type: AWS::ApiGateway::Method
          Properties:
            RestApiId: ${apiId(subject)}
            ResourceId: RESOURCE_ID
            HttpMethod: ${verb(subject)}
            AuthorizationType: NONE`,
    cdk: snippet`
      api.root.resourceForPath(${resourcePath(subject)}).addMethod(${verb(subject)}, integration, {
        authorizationType: apigateway.AuthorizationType.NONE,
      });`,
    terraform: snippet`
      resource "aws_api_gateway_method" "method" {
        rest_api_id   = ${apiId(subject)}
        resource_id   = "RESOURCE_ID"
        http_method   = ${verb(subject)}
        authorization = "NONE"
      }`,
    serverless: snippet`
      functions:
        FUNCTION_NAME:
          events:
            - http:
                path: ${resourcePath(subject)}
                method: ${verb(subject)}`,
  };
}
