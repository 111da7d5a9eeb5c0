import type { Case } from "../../src/diagnosis/case.ts";
import { cannotTell, clue, fact, no, yes } from "../../src/diagnosis/clue.ts";
import { derived, type Phrase, phrase } from "../../src/diagnosis/quote.ts";
import type { Clue } from "../../src/diagnosis/rule.ts";
import { known, type Maybe, unknown } from "../../src/exchange/known.ts";
import { path, verb } from "../../src/session/properties.ts";
import { isRefused } from "../../src/session/refused-requests.ts";
import { ranIntegration } from "../../src/session/request-outcome.ts";
import { type ResponseTimes, responseTimesOf } from "../../src/session/response-times.ts";

/**
 * Clues about how long answers take. The gateway itself refuses within milliseconds; what runs a function or calls a
 * backend takes as long as successes do. Both waits hold the way to AWS and back once.
 */

/** Fewer responses show no usual time: the first call of a function takes longer than the rest. */
const fewestResponses = 3;

/** Milliseconds; where integrations respond faster than this, the way there hides the difference. */
const tellingTime = 80;

interface Compared {
  readonly refusals: ResponseTimes;
  readonly usual: ResponseTimes;
}

function waitsCompared({ exchange, onHost }: Case): Maybe<Compared> {
  if (!exchange.ttfb.known) return unknown(exchange.ttfb.why);
  const usual = responseTimesOf(onHost.that(ranIntegration));
  if (usual === null || usual.count < fewestResponses) {
    return unknown(`the capture times fewer than ${fewestResponses} responses of the host's integrations`);
  }
  if (usual.median < tellingTime) {
    return unknown(
      `the host's integrations respond within ${Math.round(usual.median)} ms, as fast as the gateway itself may`,
    );
  }
  const ofRoute = onHost.that(isRefused).with(path, path(exchange)).with(verb, verb(exchange));
  return known({ usual, refusals: responseTimesOf(ofRoute) ?? { median: exchange.ttfb.value, count: 1 } });
}

function aboutWaits(named: Pick<Clue, "id" | "holds">, isSo: (share: number) => boolean): Clue {
  return clue({
    ...named,
    ask: (subject) => {
      const compared = waitsCompared(subject);
      if (!compared.known) return cannotTell("how long responses take", compared.why);
      const { refusals, usual } = compared.value;
      const says = waitsPhrase(compared.value);
      return fact("response-times", isSo(refusals.median / usual.median) ? yes(says) : no(says));
    },
  });
}

function waitsPhrase({ refusals, usual }: Compared): Phrase {
  const took = derived(`${Math.round(refusals.median)} ms`);
  const median = derived(`${Math.round(usual.median)} ms`);
  const usually = phrase`the median of ${derived(usual.count)} responses of the host is ${median}`;
  return refusals.count === 1
    ? phrase`the refusal took ${took}, ${usually}`
    : phrase`the ${derived(refusals.count)} refusals of the route took ${took} at the median, ${usually}`;
}

/** No function ran: the gateway, a firewall or a cached policy refused. */
export const refusalIsFast = aboutWaits(
  { id: "refusal-is-fast", holds: "the refusal was much faster than responses of integrations" },
  (share) => share < 0.5,
);

/** A function may have run: the integration's, or that of an authorizer. */
export const refusalIsAsSlowAsResponses = aboutWaits(
  { id: "refusal-is-as-slow-as-answers", holds: "the refusal took about as long as responses of integrations" },
  (share) => share > 0.8,
);
