import type { Case } from "../../src/diagnosis/case.ts";
import type { IacSnippet } from "../../src/diagnosis/iac.ts";
import { snippet } from "./snippet.ts";
import { needsDeployment } from "./template.ts";
import { apiId, pageOrigin } from "./values.ts";

/** Lets pages of the origin read the API's own refusals. */
export function readableResponses(subject: Case): IacSnippet | null {
  if (subject.api.kind === "websocket") return null;
  return subject.api.kind === "http" ? httpApiCors(subject) : gatewayResponses(subject);
}

/** An HTTP API responds to preflights itself, and adds the headers to refusals as well. */
function httpApiCors(subject: Case): IacSnippet {
  const origin = pageOrigin(subject);
  return {
    says: "CORS is declared on the HTTP API. Add the headers that the page sends.",
    cloudformation: snippet`
      Resources:
        Api:
          Type: AWS::ApiGatewayV2::Api
          Properties:
            Name: API_NAME
            ProtocolType: HTTP
            CorsConfiguration:
              AllowOrigins: [${origin}]
              AllowMethods: ["*"]
              AllowHeaders: [authorization, content-type]`,
    cdk: snippet`
      const api = new apigatewayv2.HttpApi(this, "Api", {
        corsPreflight: {
          allowOrigins: [${origin}],
          allowMethods: [apigatewayv2.CorsHttpMethod.ANY],
          allowHeaders: ["authorization", "content-type"],
        },
      });`,
    terraform: snippet`
      resource "aws_apigatewayv2_api" "api" {
        name          = "API_NAME"
        protocol_type = "HTTP"
        cors_configuration {
          allow_origins = [${origin}]
          allow_methods = ["*"]
          allow_headers = ["authorization", "content-type"]
        }
      }`,
    serverless: snippet`
      provider:
        httpApi:
          cors:
            allowedOrigins: [${origin}]
            allowedMethods: [GET, POST, PUT, PATCH, DELETE, OPTIONS]
            allowedHeaders: [authorization, content-type]`,
  };
}

function gatewayResponses(subject: Case): IacSnippet {
  const id = apiId(subject);
  const origin = `'${pageOrigin(subject)}'`;
  return {
    says: `The gateway response that API Gateway's own refusals take; declare DEFAULT_5XX likewise. ${needsDeployment}`,
    cloudformation: snippet`
      Resources:
        Default4xx:
          Type: AWS::ApiGateway::GatewayResponse
          Properties:
            RestApiId: ${id}
            ResponseType: DEFAULT_4XX
            ResponseParameters:
              gatewayresponse.header.Access-Control-Allow-Origin: ${origin}`,
    cdk: snippet`
      api.addGatewayResponse("Default4xx", {
        type: apigateway.ResponseType.DEFAULT_4XX,
        responseHeaders: { "Access-Control-Allow-Origin": ${origin} },
      });`,
    terraform: snippet`
      resource "aws_api_gateway_gateway_response" "default_4xx" {
        rest_api_id   = ${id}
        response_type = "DEFAULT_4XX"
        response_parameters = {
          "gatewayresponse.header.Access-Control-Allow-Origin" = ${origin}
        }
      }`,
    serverless: snippet`
      resources:
        Resources:
          Default4xx:
            Type: AWS::ApiGateway::GatewayResponse
            Properties:
              RestApiId: { Ref: ApiGatewayRestApi }
              ResponseType: DEFAULT_4XX
              ResponseParameters:
                gatewayresponse.header.Access-Control-Allow-Origin: ${origin}`,
  };
}
