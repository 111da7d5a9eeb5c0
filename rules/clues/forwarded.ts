import type { Clue, Weighed } from "../../src/diagnosis/rule.ts";
import { weigh } from "../../src/diagnosis/rule.ts";
import { bearsApplicationsMarks } from "./application.ts";
import { hasRemappedHeaders, twoGatewaysResponded } from "./envelope.ts";
import { denialNamesOtherApi, refusalNamesOtherVerb } from "./method-arn.ts";
import { refusalIsOfOtherCall } from "./other-call.ts";
import { refusesOthersSignature } from "./request.ts";
import { wordsScopesOtherwise } from "./www-authenticate.ts";

/**
 * Signs that an integration responded: a chained gateway or a function passes on, word for word, what another API or
 * service told it, or an application chose AWS's words. Each with the log-odds by which it speaks against the gateway
 * and for the integration.
 */
const signs: readonly (readonly [clue: Clue, logOdds: number])[] = [
  // An API names no other than itself, unless the Host header of the request does.
  [denialNamesOtherApi, 10],
  // API Gateway never changes the verb; what stands before it rarely does.
  [refusalNamesOtherVerb, 6],
  // What it says of stage, host, signature or its scope is not true of this request.
  [refusalIsOfOtherCall, 6],
  // Only what stands before the API could have added a signature.
  [refusesOthersSignature, 6],
  // REST APIs rename headers of integrations only.
  [hasRemappedHeaders, 5],
  // HTTP APIs word a missing scope in one way, and pass on what a backend says.
  [wordsScopesOtherwise, 5],
  // Proxies in front and gateway responses can add such headers too.
  [bearsApplicationsMarks, 4],
  // The inner gateway refused; its reason may still be what the reader looks for.
  [twoGatewaysResponded, 3],
];

/** For refusals that a gateway makes: beside any of the signs nothing is certain. */
export const mayBeForwarded: readonly Weighed[] = signs.map(([clue, logOdds]) =>
  weigh(clue, { yes: { doubt: -logOdds } }),
);

/** For the integration's own response. */
export const isForwarded: readonly Weighed[] = signs.map(([clue, logOdds]) => weigh(clue, { yes: logOdds }));
