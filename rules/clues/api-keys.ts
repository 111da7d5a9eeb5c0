import { phrase } from "../../src/diagnosis/quote.ts";
import type { Exchange } from "../../src/exchange/exchange.ts";
import { valueOr } from "../../src/exchange/known.ts";
import { credential, credentialOrNone, schemeAndPath, verb } from "../../src/session/properties.ts";
import { reachedIntegration } from "../../src/session/request-outcome.ts";
import { sendsNoKey } from "./callers.ts";
import { compare, quoted } from "./compare.ts";

/** Clues about keys that an authorizer hands over instead of the caller (apiKeySource AUTHORIZER). */

/** 401 Unauthorized is what a REST API returns where an authorizer finds no usable credential. */
function wasSentToAuthorizer({ response }: Exchange): boolean {
  const types = valueOr(response.errorTypes, []);
  return response.status === 401 && types.some((type) => type === "UnauthorizedException");
}

export const authorizerIsSeen = compare({
  id: "authorizer-is-seen",
  holds: "other responses of the host are by an authorizer",
  finds: (siblings) => siblings.that(wasSentToAuthorizer).first(),
  yes: (each) => phrase`${quoted(each)} by an authorizer`,
  no: "no response of the host shows an authorizer",
});

/** The route wants no key from this caller, yet refuses that one: the authorizer gave a key for the first only. */
export const keylessWorksForOtherCaller = compare({
  id: "keyless-works-for-other-caller",
  holds: "the route works for another caller without a key",
  finds: (siblings) =>
    siblings.that(reachedIntegration, sendsNoKey).withSame(schemeAndPath, verb).firstWithOther(credential),
  yes: (each) => phrase`${quoted(each)} for another credential without any \`x-api-key\``,
  no: "the route was not seen to work for another caller without a key",
});

/** With apiKeySource AUTHORIZER the same credential always gets the same key, or none. */
export const keylessWorksForSameCaller = compare({
  id: "keyless-works-for-same-caller",
  holds: "the route works for the same caller without a key",
  finds: (siblings) =>
    siblings.that(reachedIntegration, sendsNoKey).withSame(schemeAndPath, verb, credentialOrNone).first(),
  yes: (each) => phrase`${quoted(each)} for the same credential without any \`x-api-key\``,
  no: "the route was not seen to work for the same caller without a key",
  hidden: ({ request: { authorization } }) =>
    authorization.known ? null : { what: "whether two callers are the same", why: authorization.why },
});
