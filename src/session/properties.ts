import type { Exchange } from "../exchange/exchange.ts";
import { isPrivateAddress } from "../exchange/host.ts";
import { valueOr } from "../exchange/known.ts";
import { sigv4Of } from "../exchange/sigv4/sigv4.ts";
import { decoded } from "../exchange/target.ts";
import { memoizeWeak } from "./memoize-weak.ts";

/** What two requests can have in common. Null where a request shows none of it. */

/** The host name, in small letters. */
export function hostname({ host }: Exchange): string {
  return host.hostname;
}

/** The region in the host's name; empty if it has none. */
export function region({ host }: Exchange): string {
  return host.region ?? "";
}

/** On execute-api names this is the stage. */
export function firstSegment({ request }: Exchange): string {
  return decoded(request.target.segments[0] ?? "");
}

/** The same for names that differ in case, separators or a plural's ending only, as mistyped ones do. */
export function roughFirstSegment(exchange: Exchange): string | null {
  return rough(firstSegment(exchange));
}

/** The path as a mistyped one would still have it. */
export function roughPath({ request }: Exchange): string | null {
  const parts = request.target.segments.flatMap((segment) => rough(decoded(segment)) ?? []);
  return parts.length === 0 ? null : parts.join("/");
}

function rough(text: string): string | null {
  const letters = text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
  return letters.replace(/s$/, "") || null;
}

/** The path after its first segment, which may be a stage or a base path. */
export function withoutFirstSegment({ request }: Exchange): string {
  return `/${request.target.segments.slice(1).join("/")}`;
}

/** The path without its second segment, where a stage would stand behind a base path; null where there is none. */
export function withoutSecondSegment({ request }: Exchange): string | null {
  const [first, second, ...rest] = request.target.segments;
  return second === undefined ? null : `/${[first, ...rest].join("/")}`;
}

/** The path as sent, still encoded. */
export function path({ request }: Exchange): string {
  return request.target.path;
}

/** A redirect from http to https says nothing about the route, so the scheme counts. */
export function schemeAndPath({ request }: Exchange): string {
  return `${request.target.scheme}:${request.target.path}`;
}

/** The path with its numbers and UUIDs left out, as a route with variables has it; null where it has none. */
export function routeShape({ request }: Exchange): string | null {
  const { segments } = request.target;
  const shape = segments.map((each) => (/^(?:\d+|[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12})$/i.test(each) ? "" : each));
  return shape.every((each, index) => each === segments[index]) ? null : shape.join("/");
}

/** The HTTP method as sent. */
export function verb({ request }: Exchange): string {
  return request.method;
}

/** The query as sent, without `?`; empty if there is none. */
export function query({ request }: Exchange): string {
  return request.target.rawQuery;
}

/** Stands for the request's body: equal for equal bodies; null if the capture shows none. */
export function body({ request }: Exchange): string | null {
  return request.bodyDigest;
}

/** The API's id in the host's name; null if it has none. */
export function apiId({ host }: Exchange): string | null {
  return host.apiId;
}

/** "true" where the address is seen to be private, as those of a VPC are. */
export function leadsIntoVpc({ serverAddress }: Exchange): string {
  return String(serverAddress.known && isPrivateAddress(serverAddress.value));
}

/** The IP address of the server; null if the capture does not show it. */
export function serverAddress(exchange: Exchange): string | null {
  return valueOr(exchange.serverAddress, null);
}

/** Verb and URL, by which a preflight and its request are matched. */
export function call({ request }: Exchange): string {
  return `${request.method} ${request.url}`;
}

/** The call that a preflight announces; null for any other request. */
export function announcedCall({ kind, request }: Exchange): string | null {
  const announced = request.headers.get("access-control-request-method");
  return kind !== "preflight" || announced === undefined ? null : `${announced.toUpperCase()} ${request.url}`;
}

/** Bytes of the request's body; null where the capture tells neither size nor `content-length`. */
export function bodyBytes({ request }: Exchange): number | null {
  const declared = Number(request.headers.get("content-length") ?? Number.NaN);
  return valueOr(request.bodySize, Number.isSafeInteger(declared) && declared >= 0 ? declared : null);
}

/** The value of `x-api-key`; null without that header. */
export function apiKey({ request }: Exchange): string | null {
  return request.headers.get("x-api-key") ?? null;
}

/** For comparisons in which no key is like no key. */
export function apiKeyOrNone(exchange: Exchange): string {
  return JSON.stringify(apiKey(exchange));
}

/** The value of Authorization, else of Cookie; null if the capture shows neither. */
export function credential({ request }: Exchange): string | null {
  return valueOr(request.authorization, null) ?? request.headers.get("cookie") ?? null;
}

/** For comparisons in which no credential is like no credential; null where an export may have left one out. */
export function credentialOrNone(exchange: Exchange): string | null {
  return exchange.request.authorization.known ? JSON.stringify(credential(exchange)) : null;
}

/** The access key id of a signature, in header or query. */
export function signer(exchange: Exchange): string | null {
  return sigv4(exchange)?.accessKeyId ?? null;
}

/** The signature of a SigV4 credential, in header or query. */
export function signature(exchange: Exchange): string | null {
  return sigv4(exchange)?.signature ?? null;
}

/** "region/service" that a SigV4 credential is for. */
export function scope(exchange: Exchange): string | null {
  const { regionSet = [], service = null } = sigv4(exchange) ?? {};
  return regionSet.length === 0 || service === null ? null : `${regionSet.join(",")}/${service}`;
}

/** The service that a SigV4 credential is for. */
export function signedService(exchange: Exchange): string | null {
  return sigv4(exchange)?.service ?? null;
}

/** The session token of temporary credentials, in header or query; exports leave the header in. */
export function sessionToken(exchange: Exchange): string | null {
  return sigv4(exchange)?.sessionToken ?? exchange.request.headers.get("x-amz-security-token") ?? null;
}

const sigv4 = memoizeWeak(({ request }: Exchange) =>
  sigv4Of(valueOr(request.authorization, null), request.headers, request.target),
);
