import { command } from "../../../src/commands/command.ts";
import { weigh } from "../../../src/diagnosis/rule.ts";
import { links } from "../../advice/links.ts";
import { advice, shownUrl } from "../../advice/owner-commands.ts";
import {
  answeredByOther,
  hasAwsHeaders,
  hasHttpApiRequestId,
  hasNoAnswer,
  hasRestRequestId,
  headerMatches,
  statusIs,
} from "../../clues/envelope.ts";
import { hostIsApiName, hostIsNeighbour, hostIsTaken } from "../../clues/host.ts";
import { cloudflareAskedOrigin, hasJsonBody, isOtherCdn, isProxyAnswer, isS3Answer } from "../../clues/neighbours.ts";
import { hasOwnWords, says } from "../../clues/wording.ts";
import type { Rule } from "../../rule.ts";

export default {
  id: "application-own-403",
  title: "An application of its own refused, not API Gateway",
  shares: ["host", "verb", "path"],
  refusedBy: "elsewhere",
  who: "the server behind this host",
  refusedAt: "elsewhere",
  prior: 0.8,
  clues: [
    weigh(hasNoAnswer, { yes: "never" }),
    weigh(hasRestRequestId, { yes: "never" }),
    weigh(hasHttpApiRequestId, { yes: "never" }),
    weigh(hostIsApiName, { yes: "never" }),
    weigh(hostIsTaken, { yes: -4, no: 0.5 }),
    weigh(hostIsNeighbour, { yes: -3 }),
    weigh(hasAwsHeaders, { yes: -4, no: 1 }),
    weigh(answeredByOther, { yes: 1.5 }),
    weigh(isS3Answer, { yes: -6 }),
    weigh(isOtherCdn, { yes: -4 }),
    weigh(isProxyAnswer, { yes: -3 }),
    weigh(
      headerMatches("server", /^(?:CloudFront|cloudflare|awselb.*|squid.*)$/i, "something in front", {
        holds: "`server` names something that stands in front",
      }),
      { yes: -3 },
    ),
    weigh(cloudflareAskedOrigin, { yes: 2 }),
    weigh(hasJsonBody, { yes: 1 }),
    weigh(hasOwnWords, { yes: 1.5 }),
    weigh(statusIs("403"), { no: "never" }),
    weigh(
      says(
        "missing-authentication-token",
        "incomplete-signature",
        "signature-expired",
        "signature-mismatch",
        "credential-scope",
        "security-token-invalid",
        "anonymous-denied",
        "principal-denied",
        "authorizer-denied",
        "function-url-forbidden",
      ),
      { yes: -5 },
    ),
  ],
  means:
    "No answer of this host carries a header of API Gateway, and its name is no execute-api name: the refusal is the application's or another gateway's own.",
  confirm: (subject) => ({ says: "See who answers there.", ...command`curl -sI ${shownUrl(subject)}` }),
  fix: () => [
    advice(
      "Look for the reason in that application. If the host is an API of yours whose CDN strips headers, add it in the settings.",
    ),
  ],
  links: [links.article],
  expectedResults: {},
} satisfies Rule;
