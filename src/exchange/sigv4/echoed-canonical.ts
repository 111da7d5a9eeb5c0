import { textAfter } from "../text-after.ts";
import type { CanonicalRequest } from "./canonical-request.ts";

/** What API Gateway says it computed from the request that arrived. */
export interface EchoedCanonical {
  readonly canonical: CanonicalRequest;
  /** Null where the message stops after the canonical request. */
  readonly stringToSign: string | null;
}

const canonicalMark = "The Canonical String for this request should have been";
const stringMark = "The String-to-Sign should have been";
const canonicalForm = /^\s*'([\s\S]*?)'\s*(?=$|The String-to-Sign should have been)/;
const stringForm = /^\s*'([\s\S]*?)'\s*$/;

/**
 * Reads the canonical request and the string to sign that a refusal repeats; null where it repeats none.
 * Source: the message of InvalidSignatureException, decoded from JSON, as seen in public captures of REST APIs; see
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-troubleshooting.html
 */
export function echoedCanonical(message: string): EchoedCanonical | null {
  const text = message.replaceAll("\r\n", "\n");
  const canonical = canonicalOf(canonicalForm.exec(textAfter(text, canonicalMark))?.[1] ?? "");
  if (canonical === null) return null;
  return { canonical, stringToSign: stringForm.exec(textAfter(text, stringMark))?.[1] ?? null };
}

function canonicalOf(text: string): CanonicalRequest | null {
  const lines = text.split("\n");
  const [method = "", path = "", query = ""] = lines;
  const [blank, signedHeaders = "", payloadHash = ""] = lines.slice(-3);
  if (lines.length < 7 || blank !== "" || method === "" || !path.startsWith("/")) return null;
  return { method, path, query, headers: lines.slice(3, -3).map(headerOf), signedHeaders, payloadHash };
}

function headerOf(line: string): readonly [string, string] {
  const colon = line.indexOf(":");
  return colon < 0 ? [line, ""] : [line.slice(0, colon), line.slice(colon + 1)];
}
