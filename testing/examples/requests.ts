import type { ExampleExchange } from "../../rules/example.ts";
import { exampleStart } from "./recording.ts";

/** Names, credentials and requests that many examples share. All are invented. */

type Headers = Readonly<Record<string, string>>;

export const endpoint = "https://a1b2c3d4e5.execute-api.eu-west-1.amazonaws.com";
export const domain = "https://api.example.com";
export const distribution = "https://d111111abcdef8.cloudfront.net";
export const functionUrl = "https://abcdefghijklmnopqrstuvwxyz012345.lambda-url.eu-west-1.on.aws";
export const apiKey = "EXAMPLEkey0123456789abcdefghijABCDEFGHIJ";

/** An unsigned JSON Web Token with these claims. */
export function jwt(claims: Readonly<Record<string, unknown>>): string {
  const encoded = [{ alg: "RS256", typ: "JWT" }, claims].map((part) =>
    btoa(JSON.stringify(part)).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", ""),
  );
  return [...encoded, "ZmFrZQ"].join(".");
}

/** Seconds since the epoch, counted from the start of the example: the form of `exp`. */
export function epoch(secondsAfterStart: number): number {
  return exampleStart / 1000 + secondsAfterStart;
}

/** An access token that lives for another hour. */
export const bearer = `Bearer ${jwt({ iss: "https://login.example.com/", sub: "ada", exp: epoch(3600) })}`;

/** Another caller's. */
export const otherBearer = `Bearer ${jwt({ iss: "https://login.example.com/", sub: "grace", exp: epoch(3600) })}`;

/** base64(SHA-256) of `bearer`, as parse errors print it. */
export const hashOfBearer = "bOk+SMU/tX58x1FzjA6P9XFmibo4SfdEGeePKZumDx8=";

/** An instant of the example in the form of `x-amz-date`. */
export function amzDate(secondsAfterStart: number): string {
  return `${new Date(exampleStart + secondsAfterStart * 1000).toISOString().slice(0, 19).replaceAll(/[-:]/g, "")}Z`;
}

/** The Date header of a server whose clock differs from the client's. */
export function serverDate(secondsAfterStart: number): Headers {
  return { date: new Date(exampleStart + secondsAfterStart * 1000).toUTCString() };
}

interface Signing {
  readonly key?: string;
  readonly region?: string;
  readonly service?: string;
  /** When it was signed, in seconds after the start of the example. */
  readonly at?: number;
  readonly sessionToken?: string;
}

const madeUpSignature = "0123456789abcdef".repeat(4);

/** Headers of a request that was signed with SigV4. */
export function signed({ key = longLivedKey, region, service, at = 0, sessionToken }: Signing = {}): Headers {
  const scope = scopeOf(at, region, service);
  return {
    authorization: `AWS4-HMAC-SHA256 Credential=${key}/${scope}, SignedHeaders=host;x-amz-date, Signature=${madeUpSignature}`,
    "x-amz-date": amzDate(at),
    ...(sessionToken === undefined ? {} : { "x-amz-security-token": sessionToken }),
  };
}

export const longLivedKey = "AKIAIOSFODNN7EXAMPLE";
export const temporaryKey = "ASIAIOSFODNN7EXAMPLE";
export const sessionToken = "IQoJb3JpZ2luX2VjEXAMPLETOKEN";

/** The query of a presigned URL. */
export function presigned(at: number, expires: number): string {
  const credential = encodeURIComponent(`${longLivedKey}/${scopeOf(at)}`);
  return `X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=${credential}&X-Amz-Date=${amzDate(at)}&X-Amz-Expires=${expires}&X-Amz-SignedHeaders=host&X-Amz-Signature=${madeUpSignature}`;
}

function scopeOf(at: number, region = "eu-west-1", service = "execute-api"): string {
  return `${amzDate(at).slice(0, 8)}/${region}/${service}/aws4_request`;
}

/** The ARN that a denial names; API Gateway masks the owner's account but for four digits. */
export function methodArn(call: string, accountTail = "9012"): string {
  return `arn:aws:execute-api:eu-west-1:********${accountTail}:a1b2c3d4e5/${call}`;
}

export const role = "arn:aws:sts::123456789012:assumed-role/orders-reader/session";

export const origin = "https://www.example.com";

/** A browser's CORS preflight before `method` with these headers. */
export function preflight(url: string, method: string, headers: string) {
  return {
    method: "OPTIONS",
    url,
    resourceType: "preflight",
    requestHeaders: {
      origin,
      "access-control-request-method": method,
      "access-control-request-headers": headers,
    },
  } satisfies Partial<ExampleExchange>;
}
