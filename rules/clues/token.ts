import { cannotTell, clue, no, yes } from "../../src/diagnosis/clue.ts";
import { derived, joined, phrase, quotedField, quotedFrom } from "../../src/diagnosis/quote.ts";
import type { Answer, Clue } from "../../src/diagnosis/rule.ts";
import { carriedToken, readToken } from "../../src/exchange/carried-token.ts";
import { inWords } from "../../src/exchange/duration.ts";
import type { Exchange } from "../../src/exchange/exchange.ts";
import type { Jwt } from "../../src/exchange/jwt.ts";
import { valueOr } from "../../src/exchange/known.ts";
import { reachedIntegration } from "../../src/session/request-outcome.ts";
import { compare, quoted } from "./compare.ts";

/** Clues about the JSON Web Token that a request carries. Its text and the claims about a person are never shown. */

/** A clue about an instant in the token, compared with the clock of the server that answered. */
function instantClue(
  named: Pick<Clue, "id" | "holds">,
  claim: { readonly what: string; of(token: Jwt): number | null },
  answerTo: (lateBy: number) => Answer,
) {
  return clue({
    ...named,
    ask: ({ exchange }) => {
      const token = readToken(exchange);
      const { date } = exchange.response;
      if (!token.known) return cannotTell(claim.what, token.why);
      const instant = claim.of(token.value);
      if (instant === null) return cannotTell(claim.what, "the token does not say");
      if (!date.known) return cannotTell("the server's clock", date.why);
      return answerTo(date.value / 1000 - instant);
    },
  });
}

export const tokenHadExpired = instantClue(
  { id: "token-had-expired", holds: "the token had expired" },
  { what: "the token's expiry", of: ({ expiresAt }) => expiresAt },
  (late) =>
    late > 0
      ? yes`the token expired ${derived(inWords(late * 1000))} before the response`
      : no("the token had not expired"),
);

export const tokenWasNotYetValid = instantClue(
  { id: "token-was-not-yet-valid", holds: "the token was not valid yet" },
  { what: "the instant from which the token is valid", of: ({ notBefore }) => notBefore },
  (late) =>
    late < 0
      ? yes`the token becomes valid ${derived(inWords(late * 1000))} after the response`
      : no("the token was valid already"),
);

/** Issuers that are told by the form of their URL (each provider's OpenID Connect documentation). */
const providers: readonly (readonly [form: RegExp, name: string])[] = [
  [/^https:\/\/cognito-idp\.[a-z0-9-]+\.amazonaws\.com(?:\.cn)?\//, "a Cognito user pool"],
  [/^https:\/\/[a-z0-9.-]+\.auth0\.com\//, "Auth0"],
  [/^https:\/\/(?:login\.microsoftonline\.com|sts\.windows\.net)\//, "Microsoft Entra ID"],
  [/^https:\/\/[a-z0-9-]+\.okta(?:preview)?\.com(?:\/|$)/, "Okta"],
  [/^https:\/\/accounts\.google\.com$/, "Google"],
  [/^https:\/\/securetoken\.google\.com\//, "Firebase"],
];

export const tokenIsOfCognito = clue({
  id: "token-is-of-cognito",
  holds: "the token is of Amazon Cognito",
  fails: "the token is not of Amazon Cognito",
  ask: ({ exchange }) => {
    const token = readToken(exchange);
    if (!token.known) return cannotTell("the token's issuer", token.why);
    const { issuer } = token.value;
    if (issuer === null) return cannotTell("the token's issuer", "the token does not say");
    const name = providers.find(([form]) => form.test(issuer))?.[1] ?? "another issuer";
    const says = phrase`the token is of ${name}, ${quotedFrom("token", issuer, { name: "iss" })}`;
    return name === "a Cognito user pool" ? yes(says) : no(says);
  },
});

/** A Cognito authorizer takes ID tokens on methods without scopes, and access tokens on those with scopes. */
export const tokenIsIdToken = clue({
  id: "token-is-id-token",
  holds: "the token is an ID token, not an access token",
  ask: ({ exchange }) => {
    const token = readToken(exchange);
    if (!token.known) return cannotTell("the token's use", token.why);
    const { tokenUse } = token.value;
    if (tokenUse === null) return cannotTell("the token's use", "the token does not say");
    const says = phrase`the token is made for ${quotedField("token", "token_use", tokenUse)}`;
    return tokenUse === "id" ? yes(says) : no(says);
  },
});

/** What passed the authorizer once is no bad token: the authorizer looks at what is called, or at something else. */
export const sameTokenWorks = compare({
  id: "same-token-works",
  holds: "the same token works on the host",
  finds: (siblings) => siblings.that(reachedIntegration).withSame(carriedToken).first(),
  yes: (each) => phrase`${quoted(each)} with the same token`,
  no: "the same token was not seen to work on this host",
});

/** Whom a token is of and for, as far as an authorizer is set up for it; null where no token can be read. */
function tokenMake(exchange: Exchange): string | null {
  const token = readToken(exchange);
  if (!token.known) return null;
  const { issuer, audience, clientId, tokenUse } = token.value;
  return JSON.stringify({ issuer, audience, clientId, tokenUse });
}

/** Authorizers take tokens of the issuer, for the audience and of the client that they are set up for. */
export const onlyOtherTokensWork = compare({
  id: "only-other-tokens-work",
  holds: "only tokens of another issuer, audience or client work",
  finds: (siblings) => {
    const others = siblings.that(reachedIntegration);
    return others.withSame(tokenMake).first() === undefined ? others.firstWithOther(tokenMake) : undefined;
  },
  yes: (each, exchange) =>
    phrase`${quoted(each)} with a token of another ${joined(differences(each, exchange).map(derived), " and ")}`,
  no: "no token of another issuer, audience or client was seen to work",
});

function differences(...exchanges: readonly [Exchange, Exchange]): string[] {
  const [one, other] = exchanges.map((each) => valueOr(readToken(each), null)) as [Jwt | null, Jwt | null];
  const claims: (readonly [name: string, of: (token: Jwt | null) => unknown])[] = [
    ["issuer", (token) => token?.issuer],
    ["audience", (token) => token?.audience.join(" ")],
    ["client", (token) => token?.clientId],
    ["use", (token) => token?.tokenUse],
  ];
  return claims.flatMap(([name, of]) => (of(one) === of(other) ? [] : [name]));
}
