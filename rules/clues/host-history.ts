import type { Case } from "../../src/diagnosis/case.ts";
import { cannotTell, clue, no, yes } from "../../src/diagnosis/clue.ts";
import { derived, phrase } from "../../src/diagnosis/quote.ts";
import type { Answer } from "../../src/diagnosis/rule.ts";
import type { Exchange } from "../../src/exchange/exchange.ts";
import { valueOr } from "../../src/exchange/known.ts";
import { burstBefore } from "../../src/session/bursts.ts";
import { onsetOf } from "../../src/session/onset.ts";
import { apiKeyOrNone, leadsIntoVpc, schemeAndPath, verb } from "../../src/session/properties.ts";
import { reachedIntegration } from "../../src/session/request-outcome.ts";
import { compare, quoted, timeOf } from "./compare.ts";

/** Clues about how the answers of a host changed in the course of a session. */

/** Headers that differ from call to call and decide nothing. */
const passingHeaders = /^(?:traceparent|tracestate|x-amzn-trace-id|x-request-id|if-none-match|if-modified-since)$/i;

/** All of a request that may decide, as far as the capture shows it; null where it may hide a part. */
function wholeRequest(exchange: Exchange): string | null {
  const { request } = exchange;
  if (request.headersLeftOut !== null || !request.authorization.known) return null;
  const { url, method, authorization, headers, bodyDigest, bodySize } = request;
  const lasting = headers.all.filter(({ name }) => !passingHeaders.test(name));
  const lines = lasting.map(({ name, value }) => `${name.toLowerCase()}: ${value}`).toSorted();
  const way = leadsIntoVpc(exchange);
  return JSON.stringify([method, url, way, authorization.value, lines, bodyDigest, valueOr(bodySize, null)]);
}

function hiddenTime(exchange: Exchange) {
  const { startedAt } = exchange;
  return startedAt.known ? null : { what: "the order of the requests", why: startedAt.why };
}

function hiddenParts(exchange: Exchange) {
  const { headersLeftOut, authorization } = exchange.request;
  const what = "whether another request is the same";
  if (headersLeftOut !== null) return { what, why: headersLeftOut };
  return authorization.known ? hiddenTime(exchange) : { what, why: authorization.why };
}

/** Changes of an API reach all of its front ends within minutes. */
const propagation = 10 * 60_000;

export const sameRequestWorksSoonAfter = compare({
  id: "same-request-works-soon-after",
  holds: "the very same request works a little later",
  fails: "the very same request was not seen to work a little later",
  finds: (siblings) => siblings.that(reachedIntegration).withSame(wholeRequest).firstAfter(propagation),
  yes: (each) => phrase`the very same request a little later: ${quoted(each)}`,
  no: "the very same request was not seen to work a little later",
  hidden: hiddenParts,
});

/** What worked before was deployed before. */
export const routeWorkedBefore = compare({
  id: "route-worked-before",
  holds: "the route worked before",
  finds: (siblings) => siblings.that(reachedIntegration).withSame(schemeAndPath, verb).lastBefore(propagation),
  yes: (each) => phrase`${quoted(each)} before`,
  no: "the route was not seen to work before",
  hidden: hiddenTime,
});

/** The longest in which what worked just before is likely still there. */
const soon = 2 * 60_000;

/**
 * "200, then refused": a success well before a refusal says little of what is there now. Authorization may have been
 * switched on, or a deployment have gone without the route. Without one afterwards it is no proof against either.
 */
export const worksNoLonger = compare({
  id: "works-no-longer",
  holds: "the route worked minutes before, and not since",
  finds: (siblings, exchange) => {
    const working = siblings.that(reachedIntegration).withSame(schemeAndPath, verb);
    const last = working.lastBefore();
    if (last === undefined || working.firstAfter() !== undefined) return undefined;
    return isSoonBefore(last, exchange) ? undefined : last;
  },
  yes: (each) => phrase`${quoted(each)}, and not since: something was changed in between, or is still propagating`,
  no: "the route was not seen to work minutes before and not since",
  hidden: hiddenTime,
});

function isSoonBefore({ startedAt: one }: Exchange, { startedAt: other }: Exchange): boolean {
  return one.known && other.known && other.value - one.value < soon;
}

/** A deployment, a policy, a key or a firewall's rule changed: what worked before is no proof of what is there now. */
export const hostFailsSince = clue({
  id: "host-fails-since",
  holds: "the host refuses since one moment everything that worked before",
  compares: true,
  ask: askForOnset,
});

function askForOnset({ exchange, onHost }: Case): Answer {
  if (!exchange.startedAt.known) return cannotTell("the order of the requests", exchange.startedAt.why);
  const onset = onsetOf(onHost);
  if (onset === null || !onset.refused.has(exchange)) {
    return no("there is no moment since which the host refuses everything that worked before");
  }
  const until = timeOf(valueOr(onset.last.startedAt, Number.NaN));
  return yes`until ${derived(until)} ${derived(onset.before)} requests to the host got through, since then all ${derived(onset.refused.size)} are refused`;
}

/** AWS WAF lets rate-based rules begin at ten requests, but an owner's limit is rarely below a hundred in five minutes. */
const manyRequests = 100;

export const followsBurst = clue({
  id: "follows-burst",
  holds: "a hundred requests or more came in the five minutes until the host began to refuse",
  ask: ({ exchange, onHost }) => {
    if (!exchange.startedAt.known) return cannotTell("how often the host was called", exchange.startedAt.why);
    const burst = burstBefore(exchange, onHost);
    if (burst === null) return no("nothing got through before the refusals");
    const says = phrase`${derived(burst.requests)} requests to the host in the five minutes until it began to refuse, ${derived(burst.through)} of them let through`;
    return burst.requests >= manyRequests ? yes(says) : no(says);
  },
});

/** A pause ends the count of a rate-based rule; milliseconds that a retry would not wait. */
const pause = 30_000;

/** Route, verb and key are the same before, while and after: only time or number can have decided. */
export const refusalPasses = clue({
  id: "refusal-passes",
  holds: "the same route and key work before and again later",
  ask: ({ exchange, siblings }) => {
    if (!exchange.startedAt.known) return cannotTell("the order of the requests", exchange.startedAt.why);
    const alike = siblings.that(reachedIntegration).withSame(schemeAndPath, verb, apiKeyOrNone);
    const [before, after] = [alike.lastBefore(), alike.firstAfter()];
    if (before === undefined || after === undefined)
      return no("the route was not seen to work before and after the refusal");
    const seconds = Math.round((valueOr(after.startedAt, 0) - exchange.startedAt.value) / 1000);
    const says = phrase`the same route and key work before the refusal and again ${derived(seconds)} s after it (${quoted(after)})`;
    return seconds * 1000 >= pause ? yes(says, after) : no(says, after);
  },
});
