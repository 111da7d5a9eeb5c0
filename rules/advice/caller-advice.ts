import { command } from "../../src/commands/command.ts";
import type { Case } from "../../src/diagnosis/case.ts";
import type { Advice } from "../../src/diagnosis/diagnosis.ts";
import { quote } from "../../src/diagnosis/quote.ts";
import { methodArnIn, namesStageTwice } from "../../src/exchange/arn.ts";
import { type Principal, policyOwner, principalIn } from "../../src/exchange/principal.ts";
import { redactText } from "../../src/privacy/redaction.ts";
import { change } from "./changes.ts";
import { isUnfilled } from "./mistaken-arn.ts";
import { advice, apiId, globalRegion, partition, region, stage, verb } from "./owner-commands.ts";

/** Advice for the caller that a denial names, and for the call that it was denied. */

function messageOf({ refusal }: Case): string {
  return refusal.known ? refusal.value.message : "";
}

/** The denied principal; null if the response names none. */
export function deniedCaller(subject: Case): Principal | null {
  return principalIn(messageOf(subject));
}

/** The caller as a resource policy names it: the role, for a role's session. */
export function callersArn(subject: Case): string {
  const caller = deniedCaller(subject);
  return caller === null ? "CALLER_ARN" : (policyOwner(caller) ?? caller.text);
}

/** The resource that a policy must name. API Gateway's view of the call wins over the URL, which a mapping changes. */
export function calledResource(subject: Case): string {
  const arn = methodArnIn(messageOf(subject));
  const { request } = subject.exchange;
  const path = arn?.path ?? request.target.segments.slice(1).join("/");
  const call = arn?.route ?? `${arn?.verb ?? verb(subject)}/${redactText(path)}`;
  return `arn:${arn?.partition ?? partition(subject)}:execute-api:${region(subject)}:${ownerAccount(subject)}:${apiId(subject)}/${stage(subject)}/${call}`;
}

/** API Gateway masks the owner's account. If its visible digits fit the caller's, both are most likely the same. */
function ownerAccount(subject: Case): string {
  const tail = methodArnIn(messageOf(subject))?.accountTail ?? null;
  const account = deniedCaller(subject)?.account ?? null;
  return tail !== null && account?.endsWith(tail) ? account : "ACCOUNT_ID";
}

/** The actions that API Gateway can deny. */
export type ApiAction = "execute-api:Invoke" | "execute-api:ManageConnections";

/** Lets IAM evaluate the caller's policies for the call that the denial names. */
export function simulate(subject: Case, action: ApiAction = "execute-api:Invoke"): Advice {
  const caller = deniedCaller(subject);
  const owner = caller === null ? null : policyOwner(caller);
  return {
    says: "Let IAM say which policy of the caller decides.",
    ...command`aws iam simulate-principal-policy --policy-source-arn ${redactText(owner ?? `arn:${partition(subject)}:iam::ACCOUNT_ID:role/ROLE_NAME`)} --action-names ${action} --resource-arns ${calledResource(subject)} --region ${globalRegion(subject)}`,
  };
}

/** A policy that allows this one call; to any connection, since the id of each lasts no longer than it does. */
function policyFor(subject: Case, action: ApiAction): string {
  const resource = calledResource(subject).replace(/(@connections)\/[^/]+$/, "$1/*");
  const statement = { Effect: "Allow", Action: action, Resource: resource };
  return JSON.stringify({ Version: "2012-10-17", Statement: [statement] });
}

/** Gives the caller the permission, in the way that its kind of principal needs; none for a call that is a mistake. */
export function allowCall(subject: Case, action: ApiAction = "execute-api:Invoke"): Advice {
  const mistake = mistakenCall(subject);
  if (mistake !== null) return mistake;
  const caller = deniedCaller(subject);
  const policy = policyFor(subject, action);
  const place = globalRegion(subject);
  const name = redactText(caller?.name?.split("/").at(-1) ?? "ROLE");
  switch (caller?.kind) {
    case "user":
      return change(
        "Allow the call in a policy of the IAM user.",
        command`aws iam put-user-policy --user-name ${name} --policy-name call-api --policy-document ${policy} --region ${place}`,
      );
    case "single-sign-on":
      return advice(
        "The caller signed in through IAM Identity Center: allow the call in its permission set there. A role named `AWSReservedSSO_…` cannot be edited in the account.",
      );
    case "federated-user":
      return advice(
        "A federated user has what both the policies of the IAM user behind `GetFederationToken` and the session policy passed there allow: allow the call in both.",
      );
    default:
      return change(
        roleAdvice(caller),
        command`aws iam put-role-policy --role-name ${name} --policy-name call-api --policy-document ${policy} --region ${place}`,
      );
  }
}

/**
 * What to correct where the denied resource itself shows that the call is a mistake: no policy is missing for it.
 */
function mistakenCall(subject: Case): Advice | null {
  const arn = methodArnIn(messageOf(subject));
  if (arn === null) return null;
  if (isUnfilled(arn.path)) {
    return advice(`Grant nothing: ${quote(arn.path)} is no path that was meant. A variable in it was not filled in.`);
  }
  if (!namesStageTwice(arn)) return null;
  return advice(
    `Grant nothing: the denied resource ${quote(`…/${arn.stage}/${arn.verb}/${arn.path}`)} has the stage ${quote(arn.stage ?? "")} in its path as well. Call the path without it.`,
  );
}

function roleAdvice(caller: Principal | null): string {
  if (caller?.kind === "identity-pool") {
    return "Allow the call in a policy of the identity pool's role. Signed-in users and guests have different roles: make sure it is the one meant to call.";
  }
  if (caller?.kind === "instance") return "Allow the call in a policy of the EC2 instance's role.";
  return `Allow the call in a policy of the caller's role${caller === null ? " or user" : ""}.`;
}
