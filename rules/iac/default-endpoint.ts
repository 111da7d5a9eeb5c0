import type { Case } from "../../src/diagnosis/case.ts";
import type { IacSnippet } from "../../src/diagnosis/iac.ts";
import { snippet } from "./snippet.ts";
import { needsDeployment } from "./template.ts";

/** Turns the default endpoint on again; null for WebSocket APIs. */
export function defaultEndpoint({ api }: Case): IacSnippet | null {
  if (api.kind === "websocket") return null;
  return api.kind === "http" ? ofHttpApi : ofRestApi;
}

const ofHttpApi: IacSnippet = {
  says: "The default endpoint, enabled. Callers can go around the custom domain again, and around its client certificates.",
  cloudformation: snippet`
    Resources:
      Api:
        Type: AWS::ApiGatewayV2::Api
        Properties:
          Name: API_NAME
          ProtocolType: HTTP
          DisableExecuteApiEndpoint: false`,
  cdk: snippet`
    const api = new apigatewayv2.HttpApi(this, "Api", { disableExecuteApiEndpoint: false });`,
  terraform: snippet`
    resource "aws_apigatewayv2_api" "api" {
      name                         = "API_NAME"
      protocol_type                = "HTTP"
      disable_execute_api_endpoint = false
    }`,
  serverless: snippet`
    provider:
      httpApi:
        disableDefaultEndpoint: false`,
};

const ofRestApi: IacSnippet = {
  says: `${ofHttpApi.says} ${needsDeployment}`,
  cloudformation: snippet`
    Resources:
      Api:
        Type: AWS::ApiGateway::RestApi
        Properties:
          Name: API_NAME
          DisableExecuteApiEndpoint: false`,
  cdk: snippet`
    const api = new apigateway.RestApi(this, "Api", { disableExecuteApiEndpoint: false });`,
  terraform: snippet`
    resource "aws_api_gateway_rest_api" "api" {
      name                         = "API_NAME"
      disable_execute_api_endpoint = false
    }`,
  serverless: snippet`
    provider:
      apiGateway:
        disableDefaultEndpoint: false`,
};
