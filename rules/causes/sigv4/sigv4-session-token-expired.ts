import {
  advice,
  anyRegion,
  bySignatureCheck,
  command,
  credentialsAreTemporary,
  links,
  partition,
  proofBySignature,
  type Rule,
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
  fix: (subject) => [
    {
      says: "Get new credentials for the role, and repeat the request signed with them.",
      ...command`aws sts assume-role --role-arn ${`arn:${partition(subject)}:iam::ACCOUNT_ID:role/ROLE_NAME`} --role-session-name SESSION_NAME --region ${anyRegion(subject)}`,
    },
    advice("Where they come from IAM Identity Center, sign in there again; with AWS CLI 2 that is `aws sso login`."),
    advice("In a program, let the SDK's credential provider refresh them before they expire."),
  ],
  links: [links.sigv4, links.gatewayResponses],
  expectedResults: {},
} satisfies Rule;
