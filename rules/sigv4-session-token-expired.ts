import { bySignatureCheck, proofBySignature } from "../src/diagnosis/clues/refused-by.ts";
import { credentialsAreTemporary, sessionTokenWorkedBefore } from "../src/diagnosis/clues/session-token.ts";
import { command } from "../src/diagnosis/command.ts";
import { links } from "../src/diagnosis/links.ts";
import { tell } from "../src/diagnosis/owner.ts";
import type { Rule } from "../src/diagnosis/rule.ts";
import { weigh } from "../src/diagnosis/rule.ts";

export default {
  id: "sigv4-session-token-expired",
  title: "The temporary credentials have expired",
  shares: ["caller"],
  refusedBy: "api-gateway",
  who: "API Gateway",
  refusedAt: "authorizer",
  prior: 0.3,
  clues: [
    ...bySignatureCheck(
      ["ExpiredTokenException", "AccessDeniedException", "UnrecognizedClientException"],
      ["security-token-expired"],
    ),
    proofBySignature("security-token-expired"),
    weigh(credentialsAreTemporary, { yes: 0.5, no: "never" }),
    weigh(sessionTokenWorkedBefore, { yes: 1 }),
  ],
  means:
    "The session token was valid once, but its time is over (one hour for identity pools, 15 minutes to 12 hours for roles).",
  confirm: () => ({ says: "Ask AWS whether the credentials still hold.", ...command`aws sts get-caller-identity` }),
  fix: () => [tell("Refresh the credentials before they expire, and repeat the request signed anew.")],
  links: [links.sigv4, links.gatewayResponses],
  wouldAnswer: {},
} satisfies Rule;
