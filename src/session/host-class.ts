import type { Exchange } from "../exchange/exchange.ts";
import { isApiHost } from "../exchange/host.ts";
import { valueOr } from "../exchange/known.ts";
import { refusalMessageOf, type Wording } from "../exchange/refusal-message.ts";
import { frontLabel, hostLabels } from "./host-labels.ts";
import { signedService } from "./properties.ts";
import type { Selection } from "./selection.ts";
import type { HostClass } from "./session.ts";

/** Hosts whose name shows that another service responds, even if its responses carry the same headers. */
const neighbours = new Set(["lambda-url", "appsync", "s3", "opensearch", "cognito", "aws-service"]);

/**
 * Decides whether a host is API Gateway's: by its name, by the user's list, or by what any of its responses carries.
 * @param onHost what it was asked, in order of time
 * @param apiHosts the user's patterns; `*` stands for any run of characters
 */
export function classifyHost(host: string, onHost: Selection, apiHosts: readonly string[]): HostClass {
  const kind = onHost.members[0]?.host.kind ?? "other";
  const reasons = reasonsFor(host, kind, onHost, apiHosts);
  const taken = reasons.length > 0;
  return {
    host,
    label: taken && (kind === "other" || kind === "cloudfront") ? frontLabel : hostLabels[kind],
    isApiGateway: taken,
    why: taken ? reasons : [reasonAgainst(kind, onHost)],
    requests: onHost.members.length,
  };
}

function reasonsFor(
  host: string,
  kind: Exchange["host"]["kind"],
  onHost: Selection,
  apiHosts: readonly string[],
): string[] {
  const listed = apiHosts.find((each) => hostMatches(each, host));
  const reasons = listed === undefined ? [] : [`listed in the settings as \`${listed}\``];
  if (isApiHost(kind))
    return [...reasons, `its name has the form of an ${hostLabels[kind]}`.replace("an target", "a target")];
  if (kind === "emulator" && onHost.members.some((each) => each.host.apiId !== null)) {
    return [...reasons, "its name or path has the form of an emulated execute-api endpoint"];
  }
  return neighbours.has(kind) ? reasons : [...reasons, ...headerReasons(onHost)];
}

/** The headers that API Gateway adds, and whether a response carries them. */
const apiGatewayHeaders = ["x-amz-apigw-id", "apigw-requestid"].map((name) => ({
  name,
  isCarried: ({ response }: Exchange) => response.headers.has(name),
}));

/** Error types that only API Gateway sends on a name of the owner's; function URLs have AccessDenied alone. */
const gatewayErrorTypes = new Set([
  "MissingAuthenticationTokenException",
  "IncompleteSignatureException",
  "ForbiddenException",
]);

function headerReasons(onHost: Selection): string[] {
  const seen = apiGatewayHeaders.filter(({ isCarried }) => onHost.that(isCarried).members.length > 0);
  if (seen.length > 0) return seen.map(({ name }) => `a response carries \`${name}\`, which API Gateway adds`);
  const [telling] = onHost.that(givesReason).members;
  const reason = telling === undefined ? null : refusalReason(telling);
  return reason === null ? [] : [reason];
}

function givesReason(exchange: Exchange): boolean {
  return refusalReason(exchange) !== null;
}

/** Sentences that only API Gateway has; other AWS services that have them respond on names of their own. */
const gatewayWordings = new Set<Wording>([
  "missing-authentication-token",
  "incomplete-signature",
  "authorizer-denied",
  "undetermined-operation",
]);

/** Sentences about a signature, which function URLs have, too: the service that was signed for tells. */
const signatureWordings = new Set<Wording>([
  "signature-expired",
  "signature-mismatch",
  "credential-scope",
  "security-token-invalid",
  "security-token-expired",
]);

function refusalReason(exchange: Exchange): string | null {
  const { response } = exchange;
  const type = valueOr(response.errorTypes, []).find((each) => gatewayErrorTypes.has(each));
  if (type !== undefined) return `a refusal carries \`x-amzn-errortype: ${type}\`, as API Gateway's do`;
  const body = valueOr(response.body, "").trim();
  if (/\bexecute-api(?::Invoke\b|')/.test(body)) return "a refusal speaks of the service `execute-api`";
  const refusal = refusalMessageOf(exchange);
  if (!refusal.known || !refusal.value.read || refusal.value.key === null) return null;
  const { wording } = refusal.value;
  if (gatewayWordings.has(wording)) return "a refusal has API Gateway's own words";
  return signatureWordings.has(wording) && signedService(exchange) === "execute-api"
    ? "a signature for the service `execute-api` was checked and refused"
    : null;
}

function reasonAgainst(kind: Exchange["host"]["kind"], onHost: Selection): string {
  if (kind !== "other" && kind !== "cloudfront") return `its name is that of a ${hostLabels[kind]}, not of an API`;
  if (onHost.members.every(({ response }) => !response.headersShown)) return "no response of it shows headers";
  return "its name is not execute-api and no response carries `x-amz-apigw-id` or `apigw-requestid`";
}

/** True where `host` fits the user's pattern; without `*` the names must be equal. Case does not matter. */
export function hostMatches(pattern: string, host: string): boolean {
  const parts = pattern.trim().toLowerCase().split("*");
  const name = host.toLowerCase();
  const [first = "", ...rest] = parts;
  if (rest.length === 0) return name === first;
  const last = rest.pop() ?? "";
  if (!name.startsWith(first) || !name.endsWith(last)) return false;
  let at = first.length;
  for (const part of rest) {
    const found = name.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return at <= name.length - last.length;
}
