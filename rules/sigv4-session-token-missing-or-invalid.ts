import { errorTypeIs } from "../src/diagnosis/clues/envelope.ts";
import { byRestApi } from "../src/diagnosis/clues/refused-by.ts";
import { isSigned, keyIsTemporary, sendsSessionToken } from "../src/diagnosis/clues/request.ts";
import { says } from "../src/diagnosis/clues/wording.ts";
import { links } from "../src/diagnosis/links.ts";
import { tell } from "../src/diagnosis/owner.ts";
import type { Rule } from "../src/diagnosis/rule.ts";
import { weigh } from "../src/diagnosis/rule.ts";

export default {
  id: "sigv4-session-token-missing-or-invalid",
  title: "The session token is missing or doesn't belong to the key",
  refusedBy: "api-gateway",
  who: "API Gateway",
  refusedAt: "authorizer",
  prior: 0.4,
  clues: [
    ...byRestApi(
      ["UnrecognizedClientException", "AccessDeniedException", "InvalidSignatureException", "InvalidClientTokenId"],
      ["security-token-invalid"],
    ),
    weigh(says("security-token-invalid"), { yes: 2 }),
    weigh(errorTypeIs("UnrecognizedClientException"), { yes: 0.5, no: -2 }),
    weigh(isSigned, { no: -4 }),
    weigh(keyIsTemporary, { yes: 1.5, no: "never" }),
    weigh(sendsSessionToken, { yes: -0.5, no: 2.5 }),
  ],
  means: "A temporary access key (`ASIA…`) counts only together with its own session token in `x-amz-security-token`.",
  confirm: () => ({
    says: "Ask AWS who the credentials belong to, with AWS_SESSION_TOKEN set.",
    command: "aws sts get-caller-identity",
  }),
  fix: () => [
    tell(
      "Pass the session token that was issued with the key; check for the words `undefined` and `null` in its place.",
    ),
  ],
  links: [links.sigv4],
  wouldAnswer: {},
} satisfies Rule;
