import {
  type Advice,
  advice,
  anyRegion,
  both,
  type Case,
  command,
  deniedServiceCall,
  hasAwsSentence,
  hasErrorType,
  hasNoResponse,
  hasOwnWords,
  hostIs,
  isPreflight,
  links,
  quote,
  type Rule,
  renewCredentials,
  says,
  serviceOf,
  signedAtWrongTime,
  signInTime,
  signWhatIsSent,
  useActiveKeys,
  weigh,
} from "../../kit.ts";

function signForService(subject: Case): readonly Advice[] {
  const { region } = subject.exchange.host;
  const place = region === null ? "its region" : `region ${quote(region)}`;
  return [
    advice(`Sign the call with SigV4 for service ${quote(serviceOf(subject))} and ${place}; an AWS SDK or CLI does.`),
  ];
}

function allowServiceCall(subject: Case): readonly Advice[] {
  const denied = deniedServiceCall(subject);
  if (denied === null) return [advice("Ask whoever owns the resource which policy has to allow this caller.")];
  const { user, action, resource } = denied;
  const on = resource === null ? "" : ` on ${quote(resource)}`;
  return [advice(`Allow ${quote(user)} the action ${quote(action)}${on}, in the policy that the message names.`)];
}

/** AWS's services check signatures and policies as API Gateway does, and say so in the same words. */
function fixFor(subject: Case): readonly Advice[] {
  const wording = subject.refusal.known ? subject.refusal.value.wording : "other";
  switch (wording) {
    case "signature-expired":
      return signInTime(subject);
    case "signature-mismatch":
      return signWhatIsSent(subject);
    case "security-token-invalid":
      return useActiveKeys(subject);
    case "security-token-expired":
      return renewCredentials(subject);
    case "missing-authentication-token":
    case "incomplete-signature":
    case "credential-scope":
      return signForService(subject);
    case "principal-denied":
    case "anonymous-denied":
    case "service-denied":
      return allowServiceCall(subject);
    default:
      return [...signForService(subject), ...allowServiceCall(subject)];
  }
}

export default {
  id: "aws-service-endpoint-403",
  title: "An AWS service endpoint refused, not your API",
  specificTitle: "The AWS service {service} refused, not your API",
  shares: ["host", "service", "caller"],
  refusedBy: "elsewhere",
  who: "an AWS service endpoint",
  refusedAt: "elsewhere",
  prior: 0.4,
  clues: [
    weigh(hasNoResponse, { yes: "never" }),
    weigh(hostIs("aws-service", "appsync", "cognito", "opensearch"), { yes: 4, no: "never" }),
    weigh(hasAwsSentence, { yes: 1 }),
    weigh(says("service-denied"), { yes: 1 }),
    weigh(both(says("signature-expired"), signedAtWrongTime), { yes: 0.5 }),
    weigh(hasErrorType, { yes: 1 }),
    weigh(hasOwnWords, { yes: 0.1 }),
    weigh(isPreflight, { yes: -1.5 }),
  ],
  means:
    "The host is the endpoint of an AWS service. Its errors use the same names as API Gateway's, but it is AWS's own API: only credentials, permissions and region can be wrong.",
  confirm: (subject) => ({
    says: "Ask AWS who the credentials belong to.",
    ...command`aws sts get-caller-identity --region ${anyRegion(subject)}`,
  }),
  fix: fixFor,
  links: [links.sigv4],
  expectedResults: {},
} satisfies Rule;
