import type { Clue, Weighed } from "../rule.ts";
import { weigh } from "../rule.ts";
import { bearsApplicationsMarks } from "./application.ts";
import { wordsScopesOtherwise } from "./challenge.ts";
import { hasRemappedHeaders, twoGatewaysAnswered } from "./envelope.ts";
import { denialNamesOtherApi, refusalNamesOtherVerb } from "./method-arn.ts";
import { refusesOthersSignature } from "./request.ts";

/**
 * Signs that an integration answered: a chained gateway or a function hands on, word for word, what another API or
 * service told it, or an application chose AWS's words. Each with the log-odds by which it speaks against the gateway
 * and for the integration.
 */
const signs: readonly (readonly [clue: Clue, logOdds: number])[] = [
  // An API names no other than itself, unless the Host header of the request does.
  [denialNamesOtherApi, 10],
  // API Gateway never changes the verb; what stands before it rarely does.
  [refusalNamesOtherVerb, 6],
  // Only what stands before the API could have added a signature.
  [refusesOthersSignature, 6],
  // REST APIs rename headers of integrations only. A proxy in front leaves these names alone.
  [hasRemappedHeaders, 5],
  // The one listed scopes form is HTTP APIs'; they pass on the challenges of a backend.
  [wordsScopesOtherwise, 5],
  // Proxies in front and gateway responses can add such headers too.
  [bearsApplicationsMarks, 4],
  // The inner one refused, whatever it is to the outer one.
  [twoGatewaysAnswered, 3],
];

/** For refusals that a gateway makes: beside any of the signs nothing is certain. */
export const mayBeForwarded: readonly Weighed[] = signs.map(([clue, logOdds]) =>
  weigh(clue, { yes: { doubt: -logOdds } }),
);

/** For the integration's own answer. */
export const isForwarded: readonly Weighed[] = signs.map(([clue, logOdds]) => weigh(clue, { yes: logOdds }));
