import type { Case } from "../../src/diagnosis/case.ts";
import { cannotTell, clue, fact, no, yes } from "../../src/diagnosis/clue.ts";
import { derived, phrase } from "../../src/diagnosis/quote.ts";
import { readToken } from "../../src/exchange/carried-token.ts";
import type { Exchange } from "../../src/exchange/exchange.ts";
import { valueOr } from "../../src/exchange/known.ts";
import { decoded } from "../../src/exchange/target.ts";
import { memoizeWeak } from "../../src/session/memoize-weak.ts";
import { Others } from "../../src/session/others.ts";
import { apiKey, credential, hostname, schemeAndPath, verb } from "../../src/session/properties.ts";
import { isRefused } from "../../src/session/refused-requests.ts";
import { reachedIntegration } from "../../src/session/request-outcome.ts";
import { Selection } from "../../src/session/selection.ts";
import type { Session } from "../../src/session/session.ts";
import { compare, quoted } from "./compare.ts";

/** Clues about what a Lambda authorizer decides by, and about what it answered before. */

const queryTokens = /^(?:access[-_]?token|auth|auth[-_]?token|authorization|id[-_]?token|jwt|token)$/i;

function tokenInQuery({ request }: Exchange): string | null {
  return request.target.query.find(([name, value]) => queryTokens.test(decoded(name)) && value !== "")?.[1] ?? null;
}

/**
 * What an authorizer most likely takes for the caller's identity, by which its responses are cached. A key counts only
 * where the capture shows that there is no Authorization header.
 */
function identitySource(exchange: Exchange): string | null {
  const found = credential(exchange) ?? tokenInQuery(exchange);
  return found ?? (exchange.request.authorization.known ? apiKey(exchange) : null);
}

/** API Gateway's authorizer cache lasts 300 seconds unless set otherwise (API reference, CreateAuthorizer). */
const cacheTime = 300_000;

function withSameIdentity({ exchange, session }: Case): Selection {
  return session.onHost(hostname(exchange)).with(identitySource, identitySource(exchange));
}

/** What the same identity may have left in the authorizer's cache when `exchange` began. */
function allowedBefore({ startedAt }: Exchange, sameIdentity: Selection): readonly Exchange[] {
  if (!startedAt.known) return [];
  return sameIdentity.that(reachedIntegration).startedBetween(startedAt.value - cacheTime, startedAt.value);
}

const recordingStart = memoizeWeak(({ exchanges }: Session) =>
  exchanges.reduce((start, { startedAt }) => Math.min(start, valueOr(startedAt, start)), Number.POSITIVE_INFINITY),
);

/** How long the recording ran when `exchange` began, in milliseconds; null where the capture shows no time. */
function recordedBefore({ startedAt }: Exchange, session: Session): number | null {
  return startedAt.known ? startedAt.value - recordingStart(session) : null;
}

/** The token's age by the server's clock; null where the capture does not show it. */
function ageOfToken(exchange: Exchange): number | null {
  const issuedAt = valueOr(readToken(exchange), null)?.issuedAt ?? null;
  const { date } = exchange.response;
  return issuedAt === null || !date.known ? null : date.value - issuedAt * 1000;
}

/** A policy may have been cached before the recording began, unless it, or the token's life, began later than that. */
function mayHoldFromBefore(exchange: Exchange, session: Session): boolean {
  const recorded = recordedBefore(exchange, session);
  if (recorded === null) return true;
  const age = ageOfToken(exchange);
  return recorded < cacheTime && (age === null || age > recorded);
}

const cache = "the authorizer's cache";

export const allowedWithinCacheTime = clue({
  id: "allowed-within-cache-time",
  holds: "the same credential was let through within the cache time of a policy",
  fails: "the same credential was not let through within the cache time of a policy",
  ask: (subject) => {
    const { exchange, session } = subject;
    if (identitySource(exchange) === null || !exchange.startedAt.known) {
      return cannotTell(cache, "the capture shows no credential or no time");
    }
    const found = allowedBefore(exchange, withSameIdentity(subject)).find((each) => each !== exchange);
    if (found !== undefined) {
      const seconds = Math.round((exchange.startedAt.value - valueOr(found.startedAt, 0)) / 1000);
      return yes(phrase`${quoted(found)} with the same credential ${derived(seconds)} s before`, found);
    }
    return mayHoldFromBefore(exchange, session)
      ? cannotTell(cache, "a policy may have been cached before the recording began")
      : no("no request with the same credential was allowed in the five minutes before");
  },
});

/** Of what one identity sent, the denials that no cached policy can have made. */
const deniedUncached = memoizeWeak((session: Session) =>
  memoizeWeak((sameIdentity: Selection) => {
    const denied = sameIdentity.that(isRefused).members;
    const isUncached = (each: Exchange) =>
      allowedBefore(each, sameIdentity).length === 0 && !mayHoldFromBefore(each, session);
    return new Selection(denied.filter(isUncached));
  }),
);

/** A denial of the same route outside any cache time shows that the policy itself does not cover it. */
export const deniedOutsideCacheTime = clue({
  id: "denied-outside-cache-time",
  holds: "it is refused when no policy can have been cached for the credential",
  ask: (subject) => {
    const { exchange, session } = subject;
    const sameIdentity = withSameIdentity(subject);
    const denied = deniedUncached(session)(sameIdentity);
    const found = denied.has(exchange) ? exchange : new Others(denied, exchange).withSame(schemeAndPath, verb).first();
    if (found !== undefined)
      return yes(phrase`${quoted(found)} when no policy can have been cached for the credential`, found);
    return allowedBefore(exchange, sameIdentity).length > 0
      ? no("each denial follows an allowed request within the cache time")
      : cannotTell(cache, "a policy may have been cached before the recording began");
  },
});

/** The cached policy's other half may lie before the recording: then nothing in the capture can show it. */
export const mayBeCachedFromBefore = clue({
  id: "may-be-cached-from-before",
  holds: "a policy cached before the recording may still hold",
  ask: (subject) => {
    const { exchange, session } = subject;
    if (allowedBefore(exchange, withSameIdentity(subject)).length > 0) {
      return fact("allowed-request-is-captured", no("the capture shows what was allowed"));
    }
    const recorded = recordedBefore(exchange, session);
    if (recorded === null) return cannotTell(cache, "the capture shows no time");
    return mayHoldFromBefore(exchange, session)
      ? yes`it is refused ${derived(Math.round(recorded / 1000))} s into the recording: a policy cached before may still hold`
      : no("the recording, or the token's life, began later than any policy that could be cached");
  },
});

export const sameCallWasAllowedBefore = compare({
  id: "same-call-was-allowed-before",
  holds: "the same call was allowed before",
  finds: (siblings, exchange) =>
    siblings
      .that(reachedIntegration)
      .withSame(identitySource, schemeAndPath, verb)
      .firstWhere(({ id }) => id < exchange.id),
  yes: (each) =>
    phrase`${quoted(each)} with the same credential before: the route is covered, what changed is the caller`,
  no: "the same call was not seen to be allowed before",
});

export const sendsNoIdentity = clue({
  id: "sends-no-identity",
  holds: "the request carries no token, cookie or key",
  ask: ({ exchange }) => {
    const { authorization } = exchange.request;
    if (identitySource(exchange) !== null) return no("the request carries a credential");
    if (!authorization.known) return cannotTell("the Authorization header", authorization.why);
    return yes("the request carries no token, cookie or key");
  },
});
