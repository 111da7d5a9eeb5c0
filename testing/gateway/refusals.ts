import { createHash } from "node:crypto";

/**
 * The gateway response types an owner can customise.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/supported-gateway-response-types.html
 */
export type GatewayResponseType =
  | "ACCESS_DENIED"
  | "AUTHORIZER_CONFIGURATION_ERROR"
  | "EXPIRED_TOKEN"
  | "INVALID_API_KEY"
  | "INVALID_SIGNATURE"
  | "MISSING_AUTHENTICATION_TOKEN"
  | "QUOTA_EXCEEDED"
  | "THROTTLED"
  | "UNAUTHORIZED"
  | "WAF_FILTERED";

/**
 * AWS changed several texts around 2025: credentials are hashed instead of echoed, and denials name the policy layer.
 * A definition picks one vocabulary, since captures of both are still about.
 */
export type Wording = "2022" | "2025";

/** A refusal by the gateway itself, before an owner's customisation is applied. */
export interface Refusal {
  readonly kind: "refusal";
  /** "NONE": refused before an API's deployment was known, so nothing of it can be customised. */
  readonly type: GatewayResponseType | "NONE";
  readonly status: number;
  readonly errorType: string;
  /** REST writes `Message` for ACCESS_DENIED and `message` for everything else. */
  readonly key: "message" | "Message";
  readonly message: string | null;
}

/** Which policy spoke, in the words AWS puts at the end of a denial. */
export type PolicyLayer = "identity-based" | "resource-based" | "VPC endpoint";

function refusal(type: Refusal["type"], status: number, errorType: string, message: string | null): Refusal {
  return { kind: "refusal", type, status, errorType, key: type === "ACCESS_DENIED" ? "Message" : "message", message };
}

/** `Forbidden`: no host, mapping, stage, trusted certificate, API key, or a web ACL that blocked. */
export function forbidden(type: "NONE" | "INVALID_API_KEY" | "WAF_FILTERED"): Refusal {
  return refusal(type, 403, "ForbiddenException", "Forbidden");
}

/** A REST route that isn't there, or a method with AWS_IAM called unsigned. */
export function missingAuthenticationToken(): Refusal {
  return refusal(
    "MISSING_AUTHENTICATION_TOKEN",
    403,
    "MissingAuthenticationTokenException",
    "Missing Authentication Token",
  );
}

/** The same two situations when an Authorization header came along that API Gateway tries to read as SigV4. */
export function incompleteSignature(message: string): Refusal {
  // AWS documents no gateway response type for it. This one is where the same request without the header ends.
  return refusal("MISSING_AUTHENTICATION_TOKEN", 403, "IncompleteSignatureException", message);
}

/** A signature that is late, early, for something else, or wrong. */
export function invalidSignature(message: string): Refusal {
  return refusal("INVALID_SIGNATURE", 403, "InvalidSignatureException", message);
}

/** An access key id that isn't known, or a session token that isn't its own. */
export function unrecognizedClient(): Refusal {
  return refusal(
    "INVALID_SIGNATURE",
    403,
    "UnrecognizedClientException",
    "The security token included in the request is invalid.",
  );
}

/** A session token whose time is over. */
export function expiredToken(): Refusal {
  return refusal(
    "EXPIRED_TOKEN",
    403,
    "ExpiredTokenException",
    "The security token included in the request is expired",
  );
}

/** A Lambda authorizer's policy denied, or didn't mention, this method. */
export function authorizerDenied(explicit: boolean, wording: Wording): Refusal {
  return refusal(
    "ACCESS_DENIED",
    403,
    "AccessDeniedException",
    `User is not authorized to access this resource${suffix(explicit, "identity-based", wording)}`,
  );
}

/** IAM, a resource policy or a VPC endpoint policy said no to execute-api:Invoke. */
export function invokeDenied(
  user: string,
  methodArn: string,
  explicit: boolean,
  layer: PolicyLayer,
  wording: Wording,
): Refusal {
  const text = `User: ${user} is not authorized to perform: execute-api:Invoke on resource: ${maskAccount(methodArn)}`;
  return refusal("ACCESS_DENIED", 403, "AccessDeniedException", text + suffix(explicit, layer, wording));
}

/** No identity source, or an authorizer that threw "Unauthorized". */
export function unauthorized(): Refusal {
  return refusal("UNAUTHORIZED", 401, "UnauthorizedException", "Unauthorized");
}

/** An authorizer that failed or responded with something that isn't a policy. */
export function authorizerBroken(): Refusal {
  return refusal("AUTHORIZER_CONFIGURATION_ERROR", 500, "AuthorizerConfigurationException", null);
}

/** More requests a second than the usage plan allows. */
export function throttled(): Refusal {
  return refusal("THROTTLED", 429, "TooManyRequestsException", "Too Many Requests");
}

/** More requests than the usage plan's quota. */
export function quotaExceeded(): Refusal {
  return refusal("QUOTA_EXCEEDED", 429, "LimitExceededException", "Limit Exceeded");
}

/** An HTTP API calls what isn't there "Not Found", also a disabled default endpoint. */
export function notFound(): Refusal {
  return refusal("NONE", 404, "NotFoundException", "Not Found");
}

/** base64(sha256(value)): what the 2025 texts say instead of the credential. */
export function hashOf(value: string): string {
  return createHash("sha256").update(value).digest("base64");
}

function suffix(explicit: boolean, layer: PolicyLayer, wording: Wording): string {
  if (wording === "2022") return explicit ? " with an explicit deny" : "";
  const article = layer === "identity-based" ? "an" : "a";
  return explicit
    ? ` with an explicit deny in ${article} ${layer} policy`
    : ` because no ${layer} policy allows the execute-api:Invoke action`;
}

// AWS shows only the last four digits of the API owner's account.
function maskAccount(arn: string): string {
  return arn.replace(/:(\d{8})(\d{4}):/, ":********$2:");
}
