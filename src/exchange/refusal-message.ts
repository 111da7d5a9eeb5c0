import type { Exchange } from "./exchange.ts";
import { jsonObject } from "./json-object.ts";
import { known, type Maybe, unknown } from "./known.ts";

/**
 * The closed vocabulary of what refusals say. Sources: AWS's article "How do I troubleshoot HTTP 403 errors from API
 * Gateway", the developer guide's list of gateway response types, and responses seen in public captures, which since
 * mid 2025 have longer wordings that name the deciding policy layer and hash the Authorization header.
 */
export type Wording =
  | "forbidden"
  | "missing-authentication-token"
  | "incomplete-signature"
  | "signature-expired"
  | "signature-mismatch"
  | "credential-scope"
  | "security-token-invalid"
  | "security-token-expired"
  | "anonymous-denied"
  | "principal-denied"
  | "service-denied"
  | "authorizer-denied"
  | "invalid-api-key-identifier"
  | "unauthorized"
  | "undetermined-operation"
  | "no-matching-method"
  | "function-url-forbidden"
  | "null-message"
  | "other"
  | "empty";

export interface RefusalMessage {
  readonly wording: Wording;
  /** The message as sent or, where only its length was seen, the one that has this length. */
  readonly message: string;
  /** `Message` with a capital is spelt by ACCESS_DENIED, Lambda function URLs and some AWS services. */
  readonly key: "message" | "Message" | null;
  /** False where the length alone spoke. */
  readonly read: boolean;
}

const wordings: readonly (readonly [form: RegExp, wording: Wording])[] = [
  [/^Forbidden$/, "forbidden"],
  [/^Missing Authentication Token$/i, "missing-authentication-token"],
  [/^Forbidden\. For troubleshooting Function URL/, "function-url-forbidden"],
  [
    /not a valid key=value pair|Invalid key=value pair|Authorization header (?:requires|cannot be empty)/,
    "incomplete-signature",
  ],
  [/^Unsupported AWS 'algorithm'|must have exactly 5 slash-delimited elements/, "incomplete-signature"],
  [/must be a 'SignedHeader'/, "incomplete-signature"],
  [/^Signature (?:expired|not yet current)/i, "signature-expired"],
  [/^The request signature we calculated does not match/, "signature-mismatch"],
  [/Credential should be scoped|Date in Credential scope|valid terminator/, "credential-scope"],
  [/^The security token included in the request is invalid/i, "security-token-invalid"],
  [/^The security token included in the request is expired/i, "security-token-expired"],
  [/^User: anonymous is not authorized to perform: execute-api:/, "anonymous-denied"],
  [/^User: \S+ is not authorized to perform: execute-api:/, "principal-denied"],
  [/^User: \S+ is not authorized to perform: "?[a-z0-9-]{1,40}:/, "service-denied"],
  [/^User is not authorized to access this resource/, "authorizer-denied"],
  [/^Invalid API Key identifier specified/i, "invalid-api-key-identifier"],
  [/^Unable to determine service\/operation name to be authorized/, "undetermined-operation"],
  [/^No method found matching route/, "no-matching-method"],
  [/^Unauthorized$/, "unauthorized"],
];

const denied = "User is not authorized to access this resource";

/** Responses that are always the same: their `content-length` can be read where the body can't. */
const constantBodies: readonly (readonly [key: "message" | "Message", message: string])[] = [
  ["message", "Forbidden"],
  ["message", "Missing Authentication Token"],
  ["message", "The security token included in the request is invalid."],
  ["Message", "Unable to determine service/operation name to be authorized"],
  ["Message", denied],
  ["Message", `${denied} with an explicit deny`],
  ["Message", `${denied} with an explicit deny in an identity-based policy`],
  ["Message", `${denied} because no identity-based policy allows the execute-api:Invoke action`],
];

const byLength: ReadonlyMap<number, string> = new Map(
  constantBodies.map(([key, message]) => [JSON.stringify({ [key]: message }).length, message]),
);

/** What the response says, from its body or, where that is hidden, from its length. */
export function refusalMessageOf({ request, response }: Exchange): Maybe<RefusalMessage> {
  if (response.body.known && request.method !== "HEAD") return known(read(response.body.value));
  const message = mayBeGateways(response) ? byLength.get(plainLength(response) ?? 0) : undefined;
  if (message !== undefined) return known({ wording: wordingOf(message), message, key: null, read: false });
  return unknown(response.body.known ? "a response to HEAD has no body" : response.body.why);
}

/** Headers without which nobody but a proxy of the owner's hands a response of AWS on. */
const ofAws = ["x-amzn-requestid", "x-amzn-errortype", "x-amz-apigw-id", "apigw-requestid", "x-amz-cf-id"];

/** Many responses have a length by chance: API Gateway's are JSON, and where another server names itself, AWS's show. */
function mayBeGateways({ headers }: Exchange["response"]): boolean {
  const type = headers.get("content-type");
  if (type !== undefined && !/\bjson\b/i.test(type)) return false;
  return !headers.has("server") || ofAws.some((name) => headers.has(name));
}

/** The body's length in bytes by `content-length`; null where that is not shown or counts the compressed body. */
export function plainLength({ contentLength, headers }: Exchange["response"]): number | null {
  const encoding = headers.get("content-encoding") ?? "identity";
  return contentLength.known && encoding.trim().toLowerCase() === "identity" ? contentLength.value : null;
}

function read(body: string): RefusalMessage {
  if (body.trim() === "") return { wording: "empty", message: "", key: null, read: true };
  const { key, message } = messageIn(body);
  const wording = wordingOf(message);
  return {
    wording: key === null && anybodys.has(wording) ? "other" : wording,
    message: message ?? "",
    key,
    read: true,
  };
}

/** Words that AWS says in JSON alone; as plain text they are anybody's. */
const anybodys = new Set<Wording>(["forbidden", "unauthorized"]);

function wordingOf(message: string | null): Wording {
  if (message === null) return "null-message";
  return wordings.find(([form]) => form.test(message))?.[1] ?? "other";
}

function messageIn(body: string): { key: RefusalMessage["key"]; message: string | null } {
  const value = jsonObject(body);
  if (value === null) return { key: null, message: body.trim() };
  for (const key of ["message", "Message"] as const) {
    const message = value[key];
    if (typeof message === "string" || message === null) return { key, message };
  }
  return { key: null, message: body.trim() };
}
