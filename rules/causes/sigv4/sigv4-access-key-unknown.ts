import {
  anyRegion,
  bySignatureCheck,
  command,
  errorTypeIs,
  isSigned,
  keyIsOfAws,
  keyIsTemporary,
  links,
  longLivedKeyHasToken,
  type Rule,
  says,
  sendsSessionToken,
  useActiveKeys,
  weigh,
} from "../../kit.ts";

export default {
  id: "sigv4-access-key-unknown",
  title: "The access key is unknown to AWS",
  shares: ["caller"],
  refusedBy: "api-gateway",
  who: "API Gateway",
  refusedAt: "authorizer",
  prior: 0.6,
  clues: [
    ...bySignatureCheck(
      ["UnrecognizedClientException", "AccessDeniedException", "InvalidSignatureException", "InvalidClientTokenId"],
      ["security-token-invalid"],
    ),
    weigh(says("security-token-invalid"), { yes: 2 }),
    weigh(errorTypeIs("UnrecognizedClientException"), { yes: 0.5, no: -2 }),
    weigh(isSigned, { no: -4 }),
    weigh(keyIsTemporary, { yes: -1.5, no: 2 }),
    weigh(keyIsOfAws, { no: 1.5 }),
    weigh(sendsSessionToken, { yes: -0.5 }),
    weigh(longLivedKeyHasToken, { yes: -2.5 }),
  ],
  means:
    "No active access key has this id: it is mistyped, deleted, deactivated, made up, or of another partition (China, GovCloud). For temporary keys the session token may be what is wrong.",
  confirm: (subject) => ({
    says: "Ask AWS who the keys belong to.",
    ...command`aws sts get-caller-identity --region ${anyRegion(subject)}`,
  }),
  fix: useActiveKeys,
  links: [links.sigv4, links.article],
  expectedResults: { "caller-identity": "refused" },
} satisfies Rule;
