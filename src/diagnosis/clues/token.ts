import { jwtIn } from "../../exchange/jwt.ts";
import { valueOr } from "../../exchange/known.ts";
import { cannotTell, clue, no, quote, yes } from "./answer.ts";

/** Issuers of user pools (developer guide of Cognito, "Verifying JSON web tokens"). */
const userPool = /^https:\/\/cognito-idp\.[a-z0-9-]+\.amazonaws\.com(?:\.cn)?\//;

export const tokenIsOfCognito = clue("token-is-of-cognito", ({ exchange: { request } }) => {
  const token = jwtIn(valueOr(request.authorization, null) ?? "");
  if (token === null || token.issuer === null) return cannotTell("the token's issuer", "no JSON Web Token is visible");
  return userPool.test(token.issuer)
    ? yes(`the token is of the user pool ${quote(token.issuer)}`)
    : no(`the token is of another issuer, ${quote(token.issuer)}`);
});
