import type { Case } from "../../src/diagnosis/case.ts";
import { cannotTell, clue, fact, no, opposite, yes } from "../../src/diagnosis/clue.ts";
import { type Phrase, phrase, responseBody } from "../../src/diagnosis/quote.ts";
import { methodArnIn } from "../../src/exchange/arn.ts";
import { denialIn } from "../../src/exchange/denial.ts";
import type { Exchange } from "../../src/exchange/exchange.ts";
import { type Principal, type PrincipalKind, principalIn } from "../../src/exchange/principal.ts";
import { succeeded } from "../../src/session/request-outcome.ts";

/** Clues about who was denied, by the name that the denial gives the caller. */

const bodyHidden = "the body is not visible";

function readMessage({ refusal }: Case): string | null {
  return refusal.known && refusal.value.read ? refusal.value.message : null;
}

export const principalIsNamed = clue({
  id: "principal-is-named",
  holds: "the message names the caller",
  ask: (subject) => {
    const message = readMessage(subject);
    if (message === null) return cannotTell("the denied principal", bodyHidden);
    const principal = principalIn(message);
    if (principal === null || principal.kind === "anonymous") return no("the message names no principal");
    return fact("caller", yes(callerPhrase(principal)));
  },
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

function callerPhrase({ text, kind }: Principal): Phrase {
  return phrase`the caller is ${responseBody(text)}${descriptions.get(kind) ?? ""}`;
}

/** Neither takes a policy that an administrator of the account writes. */
export const callerIsRootOrService = clue({
  id: "principal-kind-is-root-or-service",
  holds: "the caller is an account's root or a service",
  ask: (subject) => {
    const message = readMessage(subject);
    if (message === null) return cannotTell("the denied principal", bodyHidden);
    const principal = principalIn(message);
    if (principal === null) return cannotTell("the denied principal", "the message names none");
    const says = callerPhrase(principal);
    return fact("caller", principal.kind === "root" || principal.kind === "service" ? yes(says) : no(says));
  },
});

export const callerIsOfOtherAccount = clue({
  id: "caller-is-of-other-account",
  holds: "the caller is of another account than the API",
  ask: ({ refusal }) => {
    const message = refusal.known ? refusal.value.message : "";
    const caller = principalIn(message)?.account ?? null;
    const owner = methodArnIn(message)?.accountTail ?? null;
    if (caller === null || owner === null) return cannotTell("the two accounts", "the message does not name both");
    return caller.endsWith(owner)
      ? no("caller and API are of the same account, as far as the last four digits tell")
      : yes`the caller's account ends in ${responseBody(caller.slice(-4))}, the API's in ${responseBody(owner)}`;
  },
});

/** What a proof needs: a difference is seen in four digits, and so is their agreement. */
export const callerIsOfSameAccount = clue({
  id: "caller-is-of-same-account",
  holds: "the caller is of the API's account",
  ask: (subject) => {
    const other = callerIsOfOtherAccount.ask(subject);
    if (other.answer === "unknown") return other;
    return opposite(other);
  },
});

/** Layers that bind the caller; the API's resource policy and a VPC endpoint's are not among them. */
const callersLayers = new Set([
  "identity-based",
  "session",
  "permissions boundary",
  "service control",
  "resource control",
]);

export const callersSideDecided = clue({
  id: "callers-side-decided",
  holds: "the message names a policy of the caller's side",
  fails: "the message names a policy that is not of the caller's side",
  ask: (subject) => {
    const message = readMessage(subject);
    if (message === null) return cannotTell("the deciding policy layer", bodyHidden);
    const { layer } = denialIn(message);
    if (layer === null) return cannotTell("the deciding policy layer", "the message does not name it");
    return callersLayers.has(layer)
      ? yes`the message names the layer: ${responseBody(layer)}, which is not the API's resource policy`
      : fact("other-deciding-layer", no`the message names another layer: ${responseBody(layer)}`);
  },
});

/** Cognito's enhanced flow, by which pages get a role's credentials. */
function getsPoolCredentials(exchange: Exchange): boolean {
  const { host, request } = exchange;
  const target = request.headers.get("x-amz-target") ?? "";
  return host.kind === "cognito" && target.endsWith(".GetCredentialsForIdentity") && succeeded(exchange);
}

/** Without `Logins` the pool gives out its guest role (API reference of Cognito, GetCredentialsForIdentity). */
export const callerIsGuest = clue({
  id: "caller-is-guest",
  holds: "the caller is an identity pool's role for guests",
  ask: (subject) => {
    const principal = principalIn(readMessage(subject) ?? "");
    if (principal?.kind !== "identity-pool") return no("the caller has no role of an identity pool");
    const [what, { exchange, session }] = ["how the identity pool gave its credentials", subject];
    const asked = session.all.that(getsPoolCredentials).members.findLast(({ id }) => id < exchange.id);
    if (asked === undefined) return cannotTell(what, "the capture has no request for them");
    if (!asked.request.body.known) return cannotTell(what, asked.request.body.why);
    return /"Logins"\s*:\s*\{\s*"/.test(asked.request.body.value)
      ? no("the identity pool was asked with a login, so it is the role of signed-in users")
      : yes("the identity pool was asked without a login, so it is the role of guests");
  },
});
