import type { Case } from "../../src/diagnosis/case.ts";
import type { IacSnippet } from "../../src/diagnosis/iac.ts";
import { snippet } from "./snippet.ts";
import { apiId, stage } from "./values.ts";

/** The requested stage; null for kinds of API that respond otherwise for an unknown stage. */
export function restStage(subject: Case): IacSnippet | null {
  if (subject.api.kind === "http" || subject.api.kind === "websocket") return null;
  const [id, name] = [apiId(subject), stage(subject)];
  return {
    says: "The stage of that name, where it is meant to exist. CDK and Serverless Framework rename the stage that they deploy.",
    cloudformation: snippet`
      Resources:
        Deployment:
          Type: AWS::ApiGateway::Deployment
          Properties:
            RestApiId: ${id}
        Stage:
          Type: AWS::ApiGateway::Stage
          Properties:
            RestApiId: ${id}
            DeploymentId: { Ref: Deployment }
            StageName: ${name}`,
    cdk: snippet`
      const api = new apigateway.RestApi(this, "Api", { deployOptions: { stageName: ${name} } });`,
    terraform: snippet`
      resource "aws_api_gateway_deployment" "deployment" {
        rest_api_id = ${id}
      }
      resource "aws_api_gateway_stage" "stage" {
        rest_api_id   = ${id}
        deployment_id = aws_api_gateway_deployment.deployment.id
        stage_name    = ${name}
      }`,
    serverless: snippet`
      provider:
        stage: ${name}`,
  };
}
