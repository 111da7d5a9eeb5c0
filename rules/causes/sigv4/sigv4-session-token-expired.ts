import {
  anyRegion,
  bySignatureCheck,
  command,
  credentialsAreTemporary,
  links,
  proofBySignature,
  type Rule,
  renewCredentials,
  sessionTokenWorkedBefore,
  weigh,
} from "../../kit.ts";

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
  confirm: (subject) => ({
    says: "Ask AWS whether the credentials still hold.",
    ...command`aws sts get-caller-identity --region ${anyRegion(subject)}`,
  }),
  fix: renewCredentials,
  links: [links.sigv4, links.gatewayResponses],
  expectedResults: {},
} satisfies Rule;
