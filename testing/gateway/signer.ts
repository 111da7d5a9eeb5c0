import type { AccessKey } from "./definition.ts";
import { amzDate, canonicalRequest, type SignatureParts, signatureOf, stringToSign, uriEncode } from "./sigv4.ts";

/** What a client needs to sign. Each part can be made wrong on purpose. */
export interface SigningInput {
  readonly method: string;
  readonly url: string;
  readonly key: Pick<AccessKey, "accessKeyId" | "secretAccessKey"> & { readonly sessionToken?: string };
  readonly region: string;
  readonly service?: string;
  readonly at?: Date;
  readonly body?: string;
}

/** Sign as an SDK would: the headers to add to the request. */
export function signedHeaders(input: SigningInput): Record<string, string> {
  const { url, parts } = prepare(input);
  const token = input.key.sessionToken;
  const headers: [string, string][] = [
    ["host", url.host],
    ["x-amz-date", parts.timestamp],
  ];
  if (token !== undefined) headers.push(["x-amz-security-token", token]);
  const names = headers.map(([name]) => name);
  const signature = sign(input, url, headers, names, parts);
  const credential = credentialOf(input, parts);
  const authorization = `AWS4-HMAC-SHA256 Credential=${credential}, SignedHeaders=${names.join(";")}, Signature=${signature}`;
  return { ...Object.fromEntries(headers.slice(1)), authorization };
}

/** Sign into the query, as for a link or a WebSocket. */
export function presignedUrl(input: SigningInput, expiresInSeconds: number): string {
  const { url, parts } = prepare(input);
  const token = input.key.sessionToken;
  const parameters: [string, string][] = [
    ["X-Amz-Algorithm", "AWS4-HMAC-SHA256"],
    ["X-Amz-Credential", credentialOf(input, parts)],
    ["X-Amz-Date", parts.timestamp],
    ["X-Amz-Expires", String(expiresInSeconds)],
    ...(token === undefined ? [] : [["X-Amz-Security-Token", token] satisfies [string, string]]),
    ["X-Amz-SignedHeaders", "host"],
  ];
  const added = parameters.map(([name, value]) => `${name}=${uriEncode(value)}`).join("&");
  url.search = url.search === "" ? added : `${url.search.slice(1)}&${added}`;
  const signature = sign(input, url, [["host", url.host]], ["host"], parts);
  return `${url.href}&X-Amz-Signature=${signature}`;
}

type Scope = Pick<SignatureParts, "timestamp" | "date" | "region" | "service" | "terminator">;

function prepare(input: SigningInput): { url: URL; parts: Scope } {
  const timestamp = amzDate(input.at ?? new Date());
  const parts = {
    timestamp,
    date: timestamp.slice(0, 8),
    region: input.region,
    service: input.service ?? "execute-api",
    terminator: "aws4_request",
  };
  return { url: new URL(input.url), parts };
}

function credentialOf(input: SigningInput, parts: Scope): string {
  return [input.key.accessKeyId, parts.date, parts.region, parts.service, parts.terminator].join("/");
}

function sign(
  input: SigningInput,
  url: URL,
  headers: readonly [string, string][],
  names: readonly string[],
  parts: Scope,
): string {
  const request = {
    method: input.method,
    path: url.pathname,
    query: url.search.slice(1),
    headers,
    body: input.body ?? "",
  };
  return signatureOf(stringToSign(canonicalRequest(request, names), parts), input.key.secretAccessKey, parts);
}
