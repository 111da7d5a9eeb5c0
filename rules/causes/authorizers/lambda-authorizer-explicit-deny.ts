import {
  advice,
  apiId,
  authorizerLog,
  byRestApi,
  type Case,
  type Clue,
  command,
  denialIs,
  isPreflight,
  links,
  onlyOtherTokensWork,
  otherCredentialWorks,
  type Rule,
  region,
  sameCallWasAllowedBefore,
  sameTokenWorks,
  says,
  sendsNoIdentity,
  tokenHadExpired,
  tokenWasNotYetValid,
  weigh,
} from "../../kit.ts";

/** The first fix, by how the credential fared in the capture. The first clue that holds counts. */
const firstTries: readonly (readonly [holds: Clue, says: string])[] = [
  [isPreflight, "Let OPTIONS pass without the authorizer: a preflight carries no credentials."],
  [
    sendsNoIdentity,
    "Send the credential that the authorizer looks for: without an identity source it is asked even when none comes.",
  ],
  [tokenHadExpired, "Get a fresh token: this one had expired."],
  [tokenWasNotYetValid, "Wait until the token is valid, or set the clock of the server that issues it."],
  [
    sameCallWasAllowedBefore,
    "The same call was allowed before: see whether a quota is used up, or the caller's right was withdrawn.",
  ],
  [sameTokenWorks, "The token itself is good: get the right for this call, or call what it is meant for."],
  [onlyOtherTokensWork, "Send a token of the issuer, audience and client that the working requests use."],
];

function firstTry(subject: Case): string {
  const found = firstTries.find(([holds]) => holds.ask(subject).answer === "yes");
  return found?.[1] ?? "Get a fresh token or the right that is missing.";
}

export default {
  id: "lambda-authorizer-explicit-deny",
  title: "The Lambda authorizer denied the caller",
  refusedBy: "api-gateway",
  who: "API Gateway's Lambda authorizer",
  refusedAt: "authorizer",
  prior: 1,
  clues: [
    ...byRestApi(["AccessDeniedException"], ["authorizer-denied"]),
    weigh(says("authorizer-denied"), { yes: 2 }),
    weigh(denialIs("explicit"), { yes: 3, no: "never" }),
    weigh(tokenHadExpired, { yes: 0.5 }),
    weigh(tokenWasNotYetValid, { yes: 0.5 }),
    weigh(sendsNoIdentity, { yes: -0.3 }),
    weigh(sameCallWasAllowedBefore, { yes: 0.5 }),
    weigh(sameTokenWorks, { yes: 0.2 }),
    weigh(onlyOtherTokensWork, { yes: 0.5 }),
    weigh(otherCredentialWorks, { yes: 0.5 }),
    weigh(isPreflight, { yes: -1 }),
  ],
  means:
    "The authorizer ran (or a cached policy of it was used) and returned Deny for this request. Route and identity source are there; what it found wrong (an expired token, a missing right, a used-up quota, something in the request itself) only its own logs say.",
  confirm: (subject) => ({
    says: "Ask the authorizer what it makes of the token.",
    ...command`aws apigateway test-invoke-authorizer --rest-api-id ${apiId(subject)} --authorizer-id AUTHORIZER_ID --headers Authorization=TOKEN --region ${region(subject)}`,
  }),
  fix: (subject) => [advice(firstTry(subject)), authorizerLog(subject)],
  links: [links.authorizer, links.article],
  expectedResults: { "fresh-token": ["accepted", "refused"], "known-route": "refused" },
} satisfies Rule;
