import { timingSafeEqual } from "node:crypto";
import { readAuthorization } from "./authorization-header.ts";
import type { Caller } from "./call.ts";
import type { AccessKey, Account } from "./definition.ts";
import {
  expiredToken,
  invalidSignature,
  missingAuthenticationToken,
  type Refusal,
  unrecognizedClient,
  type Wording,
} from "./refusals.ts";
import type { GatewayRequest } from "./request.ts";
import { amzDate, canonicalRequest, fromAmzDate, type SignatureParts, signatureOf, stringToSign } from "./sigv4.ts";

const fiveMinutes = 5 * 60 * 1000;

interface SigningContext {
  readonly request: GatewayRequest;
  readonly account: Account;
  readonly region: string;
  readonly wording: Wording;
  readonly parts: SignatureParts;
}

/**
 * Who signed the request, or why it isn't known. AWS checks in this order, so each complaint proves the earlier checks
 * passed: parts present, scope, clock, key id, session token, signature.
 */
export function verifySignature(
  request: GatewayRequest,
  account: Account,
  region: string,
  wording: Wording,
): Caller | Refusal {
  const authorization = readAuthorization(request, wording);
  if (authorization.kind === "absent") return missingAuthenticationToken();
  if (authorization.kind === "refused") return authorization.refusal;
  const context = { request, account, region, wording, parts: authorization.parts };
  const key = account.accessKeys.find((candidate) => candidate.accessKeyId === context.parts.accessKeyId);
  const refusal = checkScope(context) ?? checkClock(context) ?? checkKey(key, context);
  if (refusal) return refusal;
  if (!key) return unrecognizedClient();
  return (
    checkSignature(key, context) ?? {
      kind: "iam",
      arn: key.principalArn,
      accountId: key.accountId,
      policies: key.policies,
    }
  );
}

function checkScope({ parts, region, wording }: SigningContext): Refusal | undefined {
  const regionText =
    wording === "2022"
      ? `Credential should be scoped to a valid region, not '${parts.region}'. `
      : "Credential should be scoped to a valid region. ";
  const complaints = [
    parts.region !== region && regionText,
    parts.service !== "execute-api" && "Credential should be scoped to correct service: 'execute-api'. ",
    parts.terminator !== "aws4_request" && "Credential should be scoped with a valid terminator: 'aws4_request'. ",
    parts.date !== parts.timestamp.slice(0, 8) &&
      `Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: '${parts.date}' != '${parts.timestamp.slice(0, 8)}', from '${parts.timestamp}'. `,
  ].filter((complaint) => complaint !== false);
  return complaints.length > 0 ? invalidSignature(complaints.join("")) : undefined;
}

function checkClock({ parts, request }: SigningContext): Refusal | undefined {
  const signed = fromAmzDate(parts.timestamp);
  const now = request.receivedAt;
  if (!signed)
    return invalidSignature(
      `Date must be in ISO-8601 'basic format'. Got '${parts.timestamp}'. See http://en.wikipedia.org/wiki/ISO_8601`,
    );
  const lifetime = parts.expiresInSeconds === undefined ? fiveMinutes : parts.expiresInSeconds * 1000;
  const expired =
    parts.expiresInSeconds === undefined
      ? signatureExpired(parts.timestamp, now)
      : `Signature expired: ${amzDate(new Date(signed.getTime() + lifetime))} is now earlier than ${amzDate(now)}`;
  if (signed.getTime() + lifetime < now.getTime()) return invalidSignature(expired);
  if (signed.getTime() - fiveMinutes > now.getTime()) return invalidSignature(signatureTooEarly(parts.timestamp, now));
  return undefined;
}

function signatureExpired(timestamp: string, now: Date): string {
  return `Signature expired: ${timestamp} is now earlier than ${amzDate(new Date(now.getTime() - fiveMinutes))} (${amzDate(now)} - 5 min.)`;
}

function signatureTooEarly(timestamp: string, now: Date): string {
  return `Signature not yet current: ${timestamp} is still later than ${amzDate(new Date(now.getTime() + fiveMinutes))} (${amzDate(now)} + 5 min.)`;
}

function checkKey(key: AccessKey | undefined, { parts, request }: SigningContext): Refusal | undefined {
  // AWS tells an unknown key and a session token that isn't the key's own in the same words.
  if (!key || key.sessionToken !== parts.sessionToken) return unrecognizedClient();
  if (key.sessionExpires && key.sessionExpires < request.receivedAt) return expiredToken();
  return undefined;
}

function checkSignature(key: AccessKey, { request, parts }: SigningContext): Refusal | undefined {
  const headers: [string, string][] = [
    ["host", request.host],
    ...request.headers.pairs
      .filter(([name]) => name.toLowerCase() !== "host")
      .map(([name, value]) => [name, value] satisfies [string, string]),
  ];
  const canonical = canonicalRequest({ ...request, headers }, parts.signedHeaders);
  const text = stringToSign(canonical, parts);
  if (sameText(signatureOf(text, key.secretAccessKey, parts), parts.signature)) return undefined;
  return invalidSignature(
    "The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.\n\n" +
      `The Canonical String for this request should have been\n'${canonical}'\n\nThe String-to-Sign should have been\n'${text}'\n`,
  );
}

function sameText(a: string, b: string): boolean {
  return a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));
}
