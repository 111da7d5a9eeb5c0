import type { Case } from "../../src/diagnosis/case.ts";
import { cannotTell, clue, clueFamily, no, quote, yes } from "../../src/diagnosis/clue.ts";
import { methodArnIn } from "../../src/exchange/arn.ts";
import { denialIn } from "../../src/exchange/denial.ts";
import type { Exchange } from "../../src/exchange/exchange.ts";
import { type PrincipalKind, principalIn } from "../../src/exchange/principal.ts";
import { succeeded } from "../../src/session/request-outcome.ts";

/** Clues about who was denied, by the name that the denial gives the caller. */

const bodyHidden = "the body is not visible";

function readMessage({ refusal }: Case): string | null {
  return refusal.known && refusal.value.read ? refusal.value.message : null;
}

export const principalIsNamed = clue("principal-is-named", (subject) => {
  const message = readMessage(subject);
  if (message === null) return cannotTell("the denied principal", bodyHidden);
  const principal = principalIn(message);
  if (principal === null || principal.kind === "anonymous") return no("the message names no principal");
  return yes(`the caller is ${quote(principal.text)}${descriptions.get(principal.kind) ?? ""}`);
});

const descriptions: ReadonlyMap<PrincipalKind, string> = new Map([
  ["user", ", an IAM user"],
  ["role", ", a role"],
  ["role-session", ", a session of a role (for a Lambda function the session has the function's name)"],
  ["identity-pool", ", a role of a Cognito identity pool"],
  ["single-sign-on", ", a permission set of IAM Identity Center"],
  ["instance", ", the role of an EC2 instance"],
  ["integration", ", the role of another API's integration"],
  ["federated-user", ", a federated user"],
  ["root", ", the root user of an account"],
  ["service", ", an AWS service"],
]);

export const principalKindIs = clueFamily((...kinds: PrincipalKind[]) =>
  clue(`principal-kind-is-${kinds.join("-or-")}`, (subject) => {
    const message = readMessage(subject);
    if (message === null) return cannotTell("the denied principal", bodyHidden);
    const principal = principalIn(message);
    if (principal === null) return cannotTell("the denied principal", "the message names none");
    const says = `the caller is ${quote(principal.text)}${descriptions.get(principal.kind) ?? ""}`;
    return kinds.includes(principal.kind) ? yes(says) : no(says);
  }),
);

export const callerIsOfOtherAccount = clue("caller-is-of-other-account", ({ refusal }) => {
  const message = refusal.known ? refusal.value.message : "";
  const caller = principalIn(message)?.account ?? null;
  const owner = methodArnIn(message)?.accountTail ?? null;
  if (caller === null || owner === null) return cannotTell("the two accounts", "the message does not name both");
  return caller.endsWith(owner)
    ? no("caller and API are of the same account, as far as the last four digits tell")
    : yes(`the caller's account ends in \`${caller.slice(-4)}\`, the API's in \`${owner}\``);
});

/** What a proof needs: a difference is seen in four digits, and so is their agreement. */
export const callerIsOfSameAccount = clue("caller-is-of-same-account", (subject) => {
  const other = callerIsOfOtherAccount.ask(subject);
  if (other.answer === "unknown") return other;
  return other.answer === "yes" ? no(other.says) : yes(other.says);
});

/** Layers that bind the caller; the API's resource policy and a VPC endpoint's are not among them. */
const callersLayers = new Set([
  "identity-based",
  "session",
  "permissions boundary",
  "service control",
  "resource control",
]);

export const callersSideDecided = clue("callers-side-decided", (subject) => {
  const message = readMessage(subject);
  if (message === null) return cannotTell("the deciding policy layer", bodyHidden);
  const { layer } = denialIn(message);
  if (layer === null) return cannotTell("the deciding policy layer", "the message does not name it");
  return callersLayers.has(layer)
    ? yes(`the message names the layer: ${quote(layer)}, which is not the API's resource policy`)
    : no(`the message names another layer: ${quote(layer)}`);
});

/** Cognito's enhanced flow, by which pages get a role's credentials. */
function getsPoolCredentials(exchange: Exchange): boolean {
  const { host, request } = exchange;
  const target = request.headers.get("x-amz-target") ?? "";
  return host.kind === "cognito" && target.endsWith(".GetCredentialsForIdentity") && succeeded(exchange);
}

/** Without `Logins` the pool gives out its guest role (API reference of Cognito, GetCredentialsForIdentity). */
export const callerIsGuest = clue("caller-is-guest", (subject) => {
  const principal = principalIn(readMessage(subject) ?? "");
  if (principal?.kind !== "identity-pool") return no("the caller has no role of an identity pool");
  const [what, { exchange, session }] = ["how the identity pool gave its credentials", subject];
  const asked = session.all.that(getsPoolCredentials).members.findLast(({ id }) => id < exchange.id);
  if (asked === undefined) return cannotTell(what, "the capture has no request for them");
  if (!asked.request.body.known) return cannotTell(what, asked.request.body.why);
  return /"Logins"\s*:\s*\{\s*"/.test(asked.request.body.value)
    ? no("the identity pool was asked with a login, so it is the role of signed-in users")
    : yes("the identity pool was asked without a login, so it is the role of guests");
});
