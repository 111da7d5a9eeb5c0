import { command } from "../../src/commands/command.ts";
import type { Case } from "../../src/diagnosis/case.ts";
import type { Advice } from "../../src/diagnosis/diagnosis.ts";
import { quote } from "../../src/diagnosis/quote.ts";
import { apiId, deploy, region, verb } from "./owner-commands.ts";

/** Replaces the API's resource policy and deploys it. `says` names the policy's content. */
export function changePolicy(subject: Case, says: string): readonly Advice[] {
  const changes = [{ op: "replace", path: "/policy", value: "POLICY_AS_JSON_TEXT" }];
  return [
    {
      says,
      ...command`aws apigateway update-rest-api --rest-api-id ${apiId(subject)} --patch-operations ${JSON.stringify(changes)} --region ${region(subject)}`,
    },
    deploy(subject),
  ];
}

/** Adds the called method to its resource and deploys it. The owner chooses the integration. */
export function addMethod(subject: Case): readonly Advice[] {
  return [
    {
      says: `Or define ${quote(verb(subject))} on the resource (first \`create-resource\` where the path is new), then its integration with \`put-integration\`.`,
      ...command`aws apigateway put-method --rest-api-id ${apiId(subject)} --resource-id RESOURCE_ID --http-method ${verb(subject)} --authorization-type AUTHORIZATION_TYPE --region ${region(subject)}`,
    },
    deploy(subject),
  ];
}
