import {
  advice,
  anyRegion,
  bySignatureCheck,
  command,
  credentialsAreTemporary,
  errorTypeIs,
  isSigned,
  keyIsOfAws,
  links,
  longLivedKeyHasToken,
  type Rule,
  says,
  sendsSessionToken,
  weigh,
} from "../../kit.ts";

export default {
  id: "sigv4-session-token-missing-or-invalid",
  title: "The session token is missing or doesn't belong to the key",
  shares: ["caller"],
  refusedBy: "api-gateway",
  who: "API Gateway",
  refusedAt: "authorizer",
  prior: 0.4,
  clues: [
    ...bySignatureCheck(
      ["UnrecognizedClientException", "AccessDeniedException", "InvalidSignatureException", "InvalidClientTokenId"],
      ["security-token-invalid"],
    ),
    weigh(says("security-token-invalid"), { yes: 2 }),
    weigh(errorTypeIs("UnrecognizedClientException"), { yes: 0.5, no: -2 }),
    weigh(isSigned, { no: -4 }),
    weigh(keyIsOfAws, { no: -1.5 }),
    weigh(credentialsAreTemporary, { yes: 1.5, no: "never" }),
    weigh(sendsSessionToken, { yes: -0.5, no: 2.5 }),
    weigh(longLivedKeyHasToken, { yes: 3 }),
  ],
  means:
    "A temporary access key (`ASIA…`) counts only together with its own session token in `x-amz-security-token`; a long-lived one (`AKIA…`) counts only without any.",
  confirm: (subject) => ({
    says: "Ask AWS who the credentials belong to, with AWS_SESSION_TOKEN set.",
    ...command`aws sts get-caller-identity --region ${anyRegion(subject)}`,
  }),
  fix: () => [
    {
      says: "Take key, secret and token from one place: this shows where each of the three comes from.",
      ...command`aws configure list`,
    },
    advice(
      "Pass the session token that was issued with the key; check for the words `undefined` and `null` in its place.",
    ),
    advice("With a long-lived key, send none: unset an AWS_SESSION_TOKEN that is left over from another profile."),
  ],
  links: [links.sigv4],
  expectedResults: { "caller-identity": ["accepted", "refused"] },
} satisfies Rule;
