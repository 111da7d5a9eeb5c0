import type { Exchange } from "./exchange.ts";
import { type Jwt, jwtIn, tokenIn } from "./jwt.ts";
import { type Maybe, unknown, valueOr } from "./known.ts";
import { decoded } from "./target.ts";

/** Where authorizers look, in the order of how often they do; a cookie last, since it is often another site's. */
function placesOf({ request }: Exchange): readonly string[] {
  return [
    valueOr(request.authorization, null) ?? "",
    ...request.headers.all.flatMap(({ name, value }) => (ownHeaders.test(name) ? [value] : [])),
    decoded(request.target.rawQuery),
    request.headers.get("cookie") ?? "",
  ];
}

/** Headers that applications make up for a token: `x-access-token`, `authorizationToken`, `x-id-jwt` … */
const ownHeaders = /token|jwt|x-auth/i;

/** The first place with a token, or else with what looks like the remains of one. */
function placeOfToken(exchange: Exchange): string | undefined {
  const places = placesOf(exchange);
  return places.find((text) => tokenIn(text) !== null) ?? places.find((text) => text.includes("eyJ"));
}

/** The claims of the token; unknown, with the reason, where none is visible or its claims cannot be read. */
export function readToken(exchange: Exchange): Maybe<Jwt> {
  const place = placeOfToken(exchange);
  if (place !== undefined) return jwtIn(place);
  const { authorization } = exchange.request;
  return authorization.known ? unknown("no JSON Web Token is visible") : authorization;
}

/** The text of the token, as sent; null where none is visible. */
export function carriedToken(exchange: Exchange): string | null {
  const place = placeOfToken(exchange);
  return place === undefined ? null : tokenIn(place);
}
