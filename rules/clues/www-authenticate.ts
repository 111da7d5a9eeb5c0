import { cannotTell, clue, no, yes } from "../../src/diagnosis/clue.ts";
import { phrase, quotedFrom, responseHeader } from "../../src/diagnosis/quote.ts";
import { readToken } from "../../src/exchange/carried-token.ts";
import type { Exchange } from "../../src/exchange/exchange.ts";
import { challengesIn, lacksScope, scopesWanted } from "../../src/exchange/www-authenticate.ts";

/** Clues from `www-authenticate`. A 401 carries one for every other fault of a token, so only a 403's counts. */

function challengesOf({ response }: Exchange): readonly string[] {
  return response.status === 403 ? response.headers.values("www-authenticate") : [];
}

export const tokenLacksScope = clue({
  id: "token-lacks-scope",
  holds: "`www-authenticate` says that the token lacks a scope",
  ask: ({ exchange }) => {
    const { response } = exchange;
    const found = challengesOf(exchange).find((value) => challengesIn(value).some(lacksScope));
    if (found !== undefined) return yes`${responseHeader("www-authenticate", found)} says that the token lacks a scope`;
    return response.headersLeftOut === null
      ? no("no `www-authenticate` says that a scope is missing")
      : cannotTell("the header www-authenticate", response.headersLeftOut);
  },
});

/** The form in which HTTP APIs refuse a token without the wanted scope; other software words it otherwise. */
export const namesWantedScopes = clue({
  id: "names-wanted-scopes",
  holds: "`www-authenticate` names the scopes that the route wants",
  ask: ({ exchange }) => {
    const challenges = challengesOf(exchange).flatMap(challengesIn).filter(lacksScope);
    const found = challenges.find(({ parameters }) =>
      /^expected scopes: \[/.test(parameters.get("error_description") ?? ""),
    );
    return found === undefined
      ? no("no `www-authenticate` lists the scopes in the words of an HTTP API")
      : yes`${responseHeader("www-authenticate")} lists the wanted scopes: ${quotedFrom("response-header", found.parameters.get("scope") ?? "", { name: "www-authenticate" })}`;
  },
});

/** A backend's challenge, which HTTP APIs pass on. */
export const wordsScopesOtherwise = clue({
  id: "words-scopes-otherwise",
  holds: "`www-authenticate` speaks of scopes in other words than an HTTP API's",
  ask: (subject) => {
    const lacks = tokenLacksScope.ask(subject);
    if (lacks.answer !== "yes") return lacks;
    return namesWantedScopes.ask(subject).answer === "yes"
      ? no("the scopes are listed in the words of an HTTP API")
      : yes`${responseHeader("www-authenticate")} says that a scope is missing, but not in the words of an HTTP API`;
  },
});

export const tokenHasNoneOfScopes = clue({
  id: "token-has-none-of-scopes",
  holds: "the token has none of the scopes that the route wants",
  fails: "the token has one of the scopes that the route wants",
  ask: ({ exchange }) => {
    const wanted = scopesWanted(challengesOf(exchange));
    const token = readToken(exchange);
    if (wanted.length === 0) return cannotTell("the wanted scopes", "no `www-authenticate` lists them");
    if (!token.known) return cannotTell("the token's scopes", token.why);
    if (wanted.some((scope) => token.value.scopes.includes(scope))) return no("the token has one of the wanted scopes");
    const { scopes } = token.value;
    const own = scopes.length === 0 ? "none" : phrase`only ${quotedFrom("token", scopes.join(" "), { name: "scope" })}`;
    const missing = quotedFrom("response-header", wanted.join(" "), { name: "www-authenticate" });
    return yes`the token has none of the scopes ${missing}: it has ${own}`;
  },
});
