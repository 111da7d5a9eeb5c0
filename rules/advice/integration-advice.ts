import { command } from "../../src/commands/command.ts";
import type { Case } from "../../src/diagnosis/case.ts";
import type { Advice } from "../../src/diagnosis/diagnosis.ts";
import { quote } from "../../src/diagnosis/quote.ts";
import { principalIn } from "../../src/exchange/principal.ts";
import { redactText } from "../../src/privacy/redaction.ts";
import { deniedBehind } from "../clues/integration.ts";
import { change } from "./changes.ts";
import { isUnfilled } from "./mistaken-arn.ts";
import { advice, apiId, deploy, globalRegion, region, verb } from "./owner-commands.ts";
import { resourceIds } from "./rest-advice.ts";

/** What helps where a service refused the integration that calls it. */
export function fixIntegration(subject: Case): readonly Advice[] {
  if (asksLambdaWrongly(subject)) return postToLambda(subject);
  return [deniedBehind(subject) === null ? findRole(subject) : allowIntegration(subject)];
}

/** Lambda's words for a call with another verb than POST. */
function asksLambdaWrongly({ exchange: { response } }: Case): boolean {
  return response.body.known && /Unable to determine service\/operation name/i.test(response.body.value);
}

function postToLambda(subject: Case): readonly Advice[] {
  return [
    resourceIds(subject, "Find the id of the resource."),
    change(
      "Set the integration's verb to POST, whatever verb callers use: Lambda takes no other.",
      command`aws apigateway update-integration --rest-api-id ${apiId(subject)} --resource-id RESOURCE_ID --http-method ${verb(subject)} --region ${region(subject)} --patch-operations op=replace,path=/httpMethod,value=POST`,
    ),
    deploy(subject),
  ];
}

function findRole(subject: Case): Advice {
  return {
    says: "See which role the integration takes on. It needs the permission that the service asks for; see also whether a header is passed on that the service does not take.",
    ...command`aws apigateway get-integration --rest-api-id ${apiId(subject)} --resource-id RESOURCE_ID --http-method ${verb(subject)} --query ${"[uri,credentials,requestParameters]"} --region ${region(subject)}`,
  };
}

/** Grants the denied action on the denied resource; not where that resource is none. */
function allowIntegration(subject: Case): Advice {
  const denied = deniedBehind(subject);
  const [action, resource, who] = [denied?.action ?? "ACTION", denied?.resource ?? "RESOURCE_ARN", denied?.who ?? ""];
  if (isUnfilled(resource)) {
    return advice(
      `Grant nothing: ${quote(resource)} is no resource that was meant. Correct what the integration's mapping puts into it.`,
    );
  }
  const role = redactText(principalIn(`User: ${who} is`)?.name?.split("/").at(-1) ?? "ROLE");
  const statement = { Effect: "Allow", Action: action, Resource: resource };
  const policy = JSON.stringify({ Version: "2012-10-17", Statement: [statement] });
  return change(
    `Allow ${quote(action)} to the role behind ${quote(who)}, if the integration is meant to do that.`,
    command`aws iam put-role-policy --role-name ${role} --policy-name call-service --policy-document ${policy} --region ${globalRegion(subject)}`,
  );
}
