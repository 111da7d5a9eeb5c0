import type { Exchange } from "../exchange/exchange.ts";
import { valueOr } from "../exchange/known.ts";
import { decoded } from "../exchange/target.ts";

/** What two requests can have in common. Null where a request shows none of it. */

export function hostname({ host }: Exchange): string {
  return host.hostname;
}

export function region({ host }: Exchange): string {
  return host.region ?? "";
}

/** On execute-api names this is the stage. */
export function firstSegment({ request }: Exchange): string {
  return decoded(request.target.segments[0] ?? "");
}

export function path({ request }: Exchange): string {
  return request.target.path;
}

/** A redirect from http to https says nothing about the route, so the scheme counts. */
export function schemeAndPath({ request }: Exchange): string {
  return `${request.target.scheme}:${request.target.path}`;
}

export function verb({ request }: Exchange): string {
  return request.method;
}

export function query({ request }: Exchange): string {
  return request.target.rawQuery;
}

export function body({ request }: Exchange): string | null {
  return valueOr(request.body, null);
}

export function apiKey({ request }: Exchange): string | null {
  return request.headers.get("x-api-key") ?? null;
}

/** For comparisons in which no key is like no key. */
export function apiKeyOrNone(exchange: Exchange): string {
  return JSON.stringify(apiKey(exchange));
}

export function credential({ request }: Exchange): string | null {
  return valueOr(request.authorization, null) ?? request.headers.get("cookie") ?? null;
}

/** The access key id of a signature in the header. */
export function signer({ request }: Exchange): string | null {
  return /Credential=([^/,\s]+)/.exec(valueOr(request.authorization, "") ?? "")?.[1] ?? null;
}
