import { type CommandTexts, command } from "../src/commands/command.ts";
import type { Case } from "../src/diagnosis/case.ts";
import type { Advice } from "../src/diagnosis/diagnosis.ts";
import { denialIn } from "../src/exchange/denial.ts";
import { redactText } from "../src/privacy/redaction.ts";
import { deniedCaller } from "./advice/caller-advice.ts";
import { change } from "./advice/changes.ts";
import { advice, globalRegion, partition, resourcePolicy } from "./advice/owner-commands.ts";

/**
 * Names who can change the layer of policies that decided, and how to see it. Source:
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
 */
const byLayer: ReadonlyMap<string, (subject: Case) => Advice> = new Map([
  ["identity-based", callersPolicies],
  ["resource-based", resourcePolicy],
  ["service control", serviceControlPolicies],
  ["resource control", resourceControlPolicies],
  ["permissions boundary", boundary],
  [
    "session",
    () =>
      advice(
        "A session policy decided. Whoever makes the session can change it: it is passed to `AssumeRole` or `GetFederationToken`, and Cognito adds one to guests' credentials. More rights for the role do not help.",
      ),
  ],
]);

/** Changes a Deny statement in its layer. Has no command for session and resource policies. */
export function narrowDeny(subject: Case): Advice {
  const says = "Remove or narrow the Deny statement there. No Allow in another layer outweighs it.";
  const layer = layerOf(subject);
  if (layer === "session" || layer === "resource-based") return advice(says);
  if (layer === "service control" || layer === "resource control") {
    const policy = organisationPolicy(subject) ?? "POLICY_ID";
    return change(
      says,
      command`aws organizations update-policy --policy-id ${policy} --content file://policy.json --region ${globalRegion(subject)}`,
    );
  }
  return change(
    says,
    command`aws iam create-policy-version --policy-arn ${`arn:${partition(subject)}:iam::ACCOUNT_ID:policy/POLICY_NAME`} --policy-document file://policy.json --set-as-default --region ${globalRegion(subject)}`,
  );
}

/** Names the layer that the denial names, and who can change it; null if the denial names no known layer. */
export function layerAdvice(subject: Case): Advice | null {
  const layer = layerOf(subject);
  return (layer === null ? undefined : byLayer.get(layer))?.(subject) ?? null;
}

function layerOf({ refusal }: Case): string | null {
  return refusal.known ? denialIn(refusal.value.message).layer : null;
}

function callersPolicies(subject: Case): Advice {
  const caller = deniedCaller(subject);
  const account = caller?.account;
  const where = account ? `in account ${account}` : "in the caller's account";
  return advice(`The caller's own policies decided. Whoever administers IAM ${where} can change them.`);
}

function serviceControlPolicies(subject: Case): Advice {
  return {
    says: "A service control policy decided. Only the organisation's management account, or an administrator that it delegated, can change it: it is outside the view of the API's owner and of the caller's account.",
    ...ofOrganisation(subject, "SERVICE_CONTROL_POLICY", deniedCaller(subject)?.account ?? "CALLER_ACCOUNT_ID"),
  };
}

function resourceControlPolicies(subject: Case): Advice {
  return {
    says: "A resource control policy decided. Only the management account of the organisation that the API's account belongs to, or an administrator that it delegated, can change it.",
    ...ofOrganisation(subject, "RESOURCE_CONTROL_POLICY", "API_ACCOUNT_ID"),
  };
}

/** Runs in the management account. A denial within one organisation names the policy itself. */
function ofOrganisation(subject: Case, filter: string, account: string): CommandTexts {
  const id = organisationPolicy(subject);
  return id === null
    ? command`aws organizations list-policies-for-target --target-id ${account} --filter ${filter} --region ${globalRegion(subject)}`
    : command`aws organizations describe-policy --policy-id ${id} --region ${globalRegion(subject)}`;
}

/** The id of the policy that the denial names. */
function organisationPolicy({ refusal }: Case): string | null {
  const policy = refusal.known ? denialIn(refusal.value.message).policy : null;
  return /\/(p-[\w]{1,128})$/.exec(policy ?? "")?.[1] ?? null;
}

function boundary(subject: Case): Advice {
  const caller = deniedCaller(subject);
  const name = redactText(caller?.name?.split("/").at(-1) ?? "ROLE");
  return {
    says: "A permissions boundary decided. Whoever set it for the role or user can change it; more rights in the other policies do not help.",
    ...(caller?.kind === "user"
      ? command`aws iam get-user --user-name ${name} --query User.PermissionsBoundary --region ${globalRegion(subject)}`
      : command`aws iam get-role --role-name ${name} --query Role.PermissionsBoundary --region ${globalRegion(subject)}`),
  };
}
