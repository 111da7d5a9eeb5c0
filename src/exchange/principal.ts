/**
 * Who calls, by the forms in which AWS names principals.
 * Sources: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html and
 * .../reference_identifiers.html; the session names are those that Cognito's enhanced flow, IAM Identity Center,
 * EC2 and API Gateway's own integrations choose.
 */
export type PrincipalKind =
  | "anonymous"
  | "user"
  | "role"
  | "role-session"
  | "identity-pool"
  | "single-sign-on"
  | "instance"
  | "integration"
  | "federated-user"
  | "root"
  | "service"
  | "other";

export interface Principal {
  readonly kind: PrincipalKind;
  /** As the message has it: an ARN, `anonymous`, or the name of a service. */
  readonly text: string;
  readonly partition: string | null;
  /** Twelve digits; null where the message masks or lacks them. */
  readonly account: string | null;
  /** Of the user, the role, or the federated user; with its path where the ARN has one. */
  readonly name: string | null;
  /** Of a role's session; who assumes the role chooses it. */
  readonly session: string | null;
}

/** The longest ARN that IAM gives. */
const longestArn = 2048;

/** Reads who was denied from "User: … is not authorized to perform"; null where the message names nobody. */
export function principalIn(message: string): Principal | null {
  const text = /^User: (\S+) is not authorized to perform/.exec(message)?.[1];
  return text === undefined || text.length > longestArn ? null : principalOf(text);
}

function principalOf(text: string): Principal {
  if (text === "anonymous") return unnamed("anonymous", text);
  if (/^[a-z][\w.-]*\.amazonaws\.com(?:\.cn)?$/.test(text)) return unnamed("service", text);
  const [arn, partition = "", service, , account = "", ...resource] = text.split(":");
  if (arn !== "arn" || (service !== "iam" && service !== "sts")) return unnamed("other", text);
  const [type = "", ...names] = resource.join(":").split("/");
  return {
    ...namedBy(type, names),
    text,
    partition,
    account: /^\d{12}$/.test(account) ? account : null,
  };
}

function unnamed(kind: PrincipalKind, text: string): Principal {
  return { kind, text, partition: null, account: null, name: null, session: null };
}

function namedBy(type: string, names: readonly string[]): Pick<Principal, "kind" | "name" | "session"> {
  const name = names.join("/") || null;
  if (type === "assumed-role") return assumed(names[0] ?? "", names.slice(1).join("/"));
  if (type === "user" || type === "role" || type === "root") return { kind: type, name, session: null };
  return { kind: type === "federated-user" ? type : "other", name, session: null };
}

function assumed(role: string, session: string): Pick<Principal, "kind" | "name" | "session"> {
  return { kind: kindOfSession(role, session), name: role || null, session: session || null };
}

function kindOfSession(role: string, session: string): PrincipalKind {
  if (session === "CognitoIdentityCredentials") return "identity-pool";
  if (session === "BackplaneAssumeRoleSession") return "integration";
  if (role.startsWith("AWSReservedSSO_")) return "single-sign-on";
  return /^i-[0-9a-f]{8,17}$/.test(session) ? "instance" : "role-session";
}

/**
 * The ARN whose policies IAM can simulate: that of the user, or of the role behind a session. Null for those that have
 * no policies of their own, and for single sign-on, whose roles have a path that a session's ARN leaves out.
 */
export function policyOwner({ kind, text, partition, account, name }: Principal): string | null {
  if (kind === "user" || kind === "role") return text;
  const isSession = ["role-session", "identity-pool", "instance", "integration"].includes(kind);
  return isSession && account !== null && name !== null ? `arn:${partition}:iam::${account}:role/${name}` : null;
}
