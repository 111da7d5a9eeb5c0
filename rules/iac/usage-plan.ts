import type { Case } from "../../src/diagnosis/case.ts";
import type { IacSnippet } from "../../src/diagnosis/iac.ts";
import { snippet } from "./snippet.ts";
import { apiId, stage } from "./values.ts";

/** A usage plan with the stage and the key. Null for HTTP APIs, which have no keys, and for WebSocket APIs. */
export function usagePlan(subject: Case): IacSnippet | null {
  if (subject.api.kind === "http" || subject.api.kind === "websocket") return null;
  const id = apiId(subject);
  const stageName = stage(subject);
  return {
    says: "A usage plan that has the stage, and the key in it. No deployment is needed.",
    cloudformation: snippet`
      Resources:
        UsagePlan:
          Type: AWS::ApiGateway::UsagePlan
          Properties:
            ApiStages:
              - ApiId: ${id}
                Stage: ${stageName}
        UsagePlanKey:
          Type: AWS::ApiGateway::UsagePlanKey
          Properties:
            KeyId: KEY_ID
            KeyType: API_KEY
            UsagePlanId: { Ref: UsagePlan }`,
    cdk: snippet`
      const plan = api.addUsagePlan("UsagePlan", {
        apiStages: [{ api, stage: api.deploymentStage }],
      });
      plan.addApiKey(apigateway.ApiKey.fromApiKeyId(this, "Key", "KEY_ID"));`,
    terraform: snippet`
      resource "aws_api_gateway_usage_plan" "plan" {
        name = "USAGE_PLAN_NAME"
        api_stages {
          api_id = ${id}
          stage  = ${stageName}
        }
      }
      resource "aws_api_gateway_usage_plan_key" "key" {
        key_id        = "KEY_ID"
        key_type      = "API_KEY"
        usage_plan_id = aws_api_gateway_usage_plan.plan.id
      }`,
    serverless: snippet`
      resources:
        Resources:
          UsagePlan:
            Type: AWS::ApiGateway::UsagePlan
            Properties:
              ApiStages:
                - ApiId: ${id}
                  Stage: ${stageName}
          UsagePlanKey:
            Type: AWS::ApiGateway::UsagePlanKey
            Properties:
              KeyId: KEY_ID
              KeyType: API_KEY
              UsagePlanId: { Ref: UsagePlan }`,
  };
}
