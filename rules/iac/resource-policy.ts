import type { Case } from "../../src/diagnosis/case.ts";
import type { IacSnippet } from "../../src/diagnosis/iac.ts";
import { snippet } from "./snippet.ts";
import { needsDeployment } from "./template.ts";
import { apiId } from "./values.ts";

/** A resource policy that allows one caller; null for kinds of API that have no such policy. */
export function resourcePolicy(subject: Case): IacSnippet | null {
  if (subject.api.kind === "http" || subject.api.kind === "websocket") return null;
  return {
    says: `A resource policy that allows the caller; keep the statements that the API has, and take out those that deny him. ${needsDeployment}`,
    cloudformation: snippet`
      Resources:
        Api:
          Type: AWS::ApiGateway::RestApi
          Properties:
            Name: API_NAME
            Policy:
              Version: "2012-10-17"
              Statement:
                - Effect: Allow
                  Principal: { AWS: CALLER_ARN }
                  Action: execute-api:Invoke
                  Resource: execute-api:/*`,
    cdk: snippet`
      const api = new apigateway.RestApi(this, "Api", {
        policy: new iam.PolicyDocument({
          statements: [
            new iam.PolicyStatement({
              principals: [new iam.ArnPrincipal("CALLER_ARN")],
              actions: ["execute-api:Invoke"],
              resources: ["execute-api:/*"],
            }),
          ],
        }),
      });`,
    terraform: snippet`
      resource "aws_api_gateway_rest_api_policy" "policy" {
        rest_api_id = ${apiId(subject)}
        policy = jsonencode({
          Version = "2012-10-17"
          Statement = [{
            Effect    = "Allow"
            Principal = { AWS = "CALLER_ARN" }
            Action    = "execute-api:Invoke"
            Resource  = "execute-api:/*"
          }]
        })
      }`,
    serverless: snippet`
      provider:
        apiGateway:
          resourcePolicy:
            - Effect: Allow
              Principal: { AWS: CALLER_ARN }
              Action: execute-api:Invoke
              Resource: execute-api:/*`,
  };
}
