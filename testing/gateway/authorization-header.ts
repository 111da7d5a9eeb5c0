import { hashOf, incompleteSignature, type Refusal, type Wording } from "./refusals.ts";
import { type GatewayRequest, queryParameter } from "./request.ts";
import type { SignatureParts } from "./sigv4.ts";

export type Authorization =
  | { readonly kind: "absent" }
  | { readonly kind: "refused"; readonly refusal: Refusal }
  | { readonly kind: "signed"; readonly parts: SignatureParts };

const algorithm = "AWS4-HMAC-SHA256";

/**
 * Read a signature out of the Authorization header or, as in a presigned URL, out of the query. A header of any other
 * scheme is read as a broken signature: that is how a Bearer token turns into an IncompleteSignatureException.
 */
export function readAuthorization(request: GatewayRequest, wording: Wording): Authorization {
  const value = request.headers.get("authorization");
  if (value !== undefined) return readHeader(value, request, wording);
  if (queryParameter(request, "X-Amz-Signature") !== undefined) return readQuery(request);
  return { kind: "absent" };
}

function readHeader(value: string, request: GatewayRequest, wording: Wording): Authorization {
  if (value === "") return refuse("Authorization header cannot be empty: ''.");
  const space = value.indexOf(" ");
  const list = space < 0 ? "" : value.slice(space + 1);
  const pairs = list === "" ? [] : list.split(",").map((part) => part.trim());
  const broken = pairs.find((pair) => !pair.includes("="));
  if (broken !== undefined) return refuse(notAPair(broken, value, wording));
  const parameters = new Map(
    pairs.map((pair) => [pair.slice(0, pair.indexOf("=")), pair.slice(pair.indexOf("=") + 1)]),
  );
  const timestamp = request.headers.get("x-amz-date") ?? request.headers.get("date");
  const missing = [
    ...["Credential", "Signature", "SignedHeaders"]
      .filter((name) => !parameters.has(name))
      .map((name) => `Authorization header requires '${name}' parameter.`),
    ...(timestamp === undefined
      ? ["Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header."]
      : []),
  ];
  if (missing.length > 0) return refuse(`${missing.join(" ")} ${quoted(value, wording)}`);
  if (value.slice(0, space) !== algorithm) return refuse(`Unsupported AWS 'algorithm': '${value.slice(0, space)}'.`);
  return readParts({
    credential: parameters.get("Credential") ?? "",
    signedHeaders: parameters.get("SignedHeaders") ?? "",
    signature: parameters.get("Signature") ?? "",
    timestamp: timestamp ?? "",
    sessionToken: request.headers.get("x-amz-security-token"),
    expiresInSeconds: undefined,
  });
}

function readQuery(request: GatewayRequest): Authorization {
  const required = ["X-Amz-Algorithm", "X-Amz-Credential", "X-Amz-SignedHeaders", "X-Amz-Date"];
  const missing = required.filter((name) => queryParameter(request, name) === undefined);
  if (missing.length > 0)
    return refuse(missing.map((name) => `AWS query-string parameters must include '${name}'.`).join(" "));
  return readParts({
    credential: queryParameter(request, "X-Amz-Credential") ?? "",
    signedHeaders: queryParameter(request, "X-Amz-SignedHeaders") ?? "",
    signature: queryParameter(request, "X-Amz-Signature") ?? "",
    timestamp: queryParameter(request, "X-Amz-Date") ?? "",
    sessionToken: queryParameter(request, "X-Amz-Security-Token"),
    expiresInSeconds: Number(queryParameter(request, "X-Amz-Expires") ?? 300),
  });
}

interface RawParts {
  readonly credential: string;
  readonly signedHeaders: string;
  readonly signature: string;
  readonly timestamp: string;
  readonly sessionToken: string | undefined;
  readonly expiresInSeconds: number | undefined;
}

function readParts(raw: RawParts): Authorization {
  const [accessKeyId, date, region, service, terminator, ...rest] = raw.credential.split("/");
  if (
    accessKeyId === undefined ||
    date === undefined ||
    region === undefined ||
    service === undefined ||
    terminator === undefined ||
    rest.length > 0
  ) {
    return refuse(
      `Credential must have exactly 5 slash-delimited elements, e.g. keyid/date/region/service/term, got '${raw.credential}'`,
    );
  }
  const signedHeaders = raw.signedHeaders.split(";");
  if (!signedHeaders.includes("host"))
    return refuse("'Host' or ':authority' must be a 'SignedHeader' in the AWS Authorization.");
  const { signature, timestamp, sessionToken, expiresInSeconds } = raw;
  return {
    kind: "signed",
    parts: {
      accessKeyId,
      date,
      region,
      service,
      terminator,
      signedHeaders,
      signature,
      timestamp,
      sessionToken,
      expiresInSeconds,
    },
  };
}

// Until about mid 2025 the credential itself was echoed; since then its hash.
function notAPair(part: string, value: string, wording: Wording): string {
  if (wording === "2022")
    return `'${part}' not a valid key=value pair (missing equal-sign) in Authorization header: '${value}'.`;
  return `Invalid key=value pair (missing equal-sign) in Authorization header (hashed with SHA-256 and encoded with Base64): '${hashOf(value)}'.`;
}

function quoted(value: string, wording: Wording): string {
  return wording === "2022"
    ? `Authorization=${value}`
    : `(Hashed with SHA-256 and encoded with Base64) Authorization=${hashOf(value)}`;
}

function refuse(message: string): Authorization {
  return { kind: "refused", refusal: incompleteSignature(message) };
}
