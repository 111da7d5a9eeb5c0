import { command, commandLines } from "../../src/commands/command.ts";
import type { Case } from "../../src/diagnosis/case.ts";
import type { Advice } from "../../src/diagnosis/diagnosis.ts";
import { quote } from "../../src/diagnosis/quote.ts";
import { change } from "./changes.ts";
import { apiId, deploy, partition, region, verb } from "./owner-commands.ts";

/** Replaces the API's resource policy and deploys it. `says` names what to change in the policy. */
export function changePolicy(subject: Case, says: string): readonly Advice[] {
  const changes = [{ op: "replace", path: "/policy", value: "POLICY_AS_JSON_TEXT" }];
  return [
    change(
      `${says} Start from the policy as it is: the command replaces the whole of it.`,
      command`aws apigateway update-rest-api --rest-api-id ${apiId(subject)} --patch-operations ${JSON.stringify(changes)} --region ${region(subject)}`,
    ),
    deploy(subject),
  ];
}

/** Lists the ids that commands call RESOURCE_ID and PARENT_ID. */
export function resourceIds(subject: Case, says = "Find the id of the resource."): Advice {
  return {
    says,
    ...command`aws apigateway get-resources --rest-api-id ${apiId(subject)} --query ${"items[].[id,path]"} --output text --region ${region(subject)}`,
  };
}

/**
 * Adds the called method to its resource, with a Lambda function behind it, and deploys it.
 * @param where whether the deployed API is known to have the path
 */
export function addMethod(subject: Case, where: "existing path" | "any path" = "any path"): readonly Advice[] {
  const [id, place, called] = [apiId(subject), region(subject), verb(subject)];
  return [
    ...(where === "existing path"
      ? [resourceIds(subject, `Or define ${quote(called)} on the resource: find its id.`)]
      : findOrCreateResource(subject)),
    change(
      "Add the method, with the authorization of its neighbours; then its integration, here with a Lambda function, and its response.",
      commandLines(
        command`aws apigateway put-method --rest-api-id ${id} --resource-id RESOURCE_ID --http-method ${called} --authorization-type AUTHORIZATION_TYPE --region ${place}`,
        command`aws apigateway put-integration --rest-api-id ${id} --resource-id RESOURCE_ID --http-method ${called} --type AWS_PROXY --integration-http-method POST --uri ${functionUri(subject)} --region ${place}`,
        command`aws apigateway put-method-response --rest-api-id ${id} --resource-id RESOURCE_ID --http-method ${called} --status-code 200 --region ${place}`,
      ),
    ),
    change(
      "Let this API, and nothing else, invoke the function.",
      command`aws lambda add-permission --function-name FUNCTION_NAME --statement-id ${`api-${id}`} --action lambda:InvokeFunction --principal apigateway.amazonaws.com --source-arn ${`arn:${partition(subject)}:execute-api:${place}:ACCOUNT_ID:${id}/*`} --region ${place}`,
    ),
    deploy(subject),
  ];
}

function findOrCreateResource(subject: Case): readonly Advice[] {
  const called = quote(verb(subject));
  return [
    resourceIds(
      subject,
      `Or define ${called} on the resource: find the resource's id, or that of its parent where the path is new.`,
    ),
    change(
      "Where the path is new, create the resource: one for each segment that is missing.",
      command`aws apigateway create-resource --rest-api-id ${apiId(subject)} --parent-id PARENT_ID --path-part PATH_PART --region ${region(subject)}`,
    ),
  ];
}

function functionUri(subject: Case): string {
  const place = region(subject);
  return `arn:${partition(subject)}:apigateway:${place}:lambda:path/2015-03-31/functions/FUNCTION_ARN/invocations`;
}
