import type { Exchange } from "../exchange/exchange.ts";
import { refusalMessageOf } from "../exchange/refusal-message.ts";
import type { Others } from "./others.ts";
import { signer } from "./properties.ts";
import { reachedIntegration } from "./request-outcome.ts";

/** Those whose signature by the same access key was right. */
export function signedRight(siblings: Others): Others {
  return siblings.that(signatureWasAccepted).withSame(signer);
}

/** Signatures are checked before policies, so a denial that names the caller shows a good one too. */
function signatureWasAccepted(exchange: Exchange): boolean {
  const refusal = refusalMessageOf(exchange);
  return reachedIntegration(exchange) || (refusal.known && refusal.value.wording === "principal-denied");
}
