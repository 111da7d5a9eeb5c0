import {
  type Advice,
  advice,
  type Case,
  denialNamesOtherApi,
  hasErrorType,
  hasNoResponse,
  hasOwnWords,
  hasTraceId,
  hostIsNeighbour,
  hostIsTaken,
  isAwsServiceError,
  isForwarded,
  isPreflight,
  links,
  otherServerResponded,
  quote,
  type Rule,
  refusalIsAsSlowAsResponses,
  refusalIsFast,
  refusalNamesOtherVerb,
  refusesOthersSignature,
  says,
  searchLog,
  statusIs,
  weigh,
} from "../../kit.ts";

function traceOf({ exchange }: Case): string {
  const trace = exchange.response.headers.get("x-amzn-trace-id");
  return trace === undefined ? "the time of the request" : quote(trace);
}

/** Names the backend's own call if the refusal is plainly about another call than the captured one. */
function handedOn(subject: Case): Advice[] {
  const shown = [denialNamesOtherApi, refusalNamesOtherVerb, refusesOthersSignature].map((each) => each.ask(subject));
  const found = shown.find(({ answer }) => answer === "yes");
  return found?.answer === "yes" ? [advice(`Look at the call that the backend made itself, for ${found.says}.`)] : [];
}

export default {
  id: "integration-403-passthrough",
  title: "The backend behind the API returned 403",
  refusedBy: "integration",
  who: "the integration behind API Gateway",
  refusedAt: "integration",
  prior: 0.35,
  clues: [
    weigh(hasNoResponse, { yes: "never" }),
    weigh(hostIsNeighbour, { yes: "never" }),
    weigh(hostIsTaken, { no: -4 }),
    weigh(isPreflight, { yes: -1.5 }),
    weigh(statusIs("403"), { no: -3 }),
    weigh(hasTraceId, { yes: 2.5, no: -0.5 }),
    ...isForwarded,
    weigh(refusalIsFast, { yes: -1 }),
    weigh(refusalIsAsSlowAsResponses, { yes: 1 }),
    weigh(hasErrorType, { yes: -3.5, no: 1 }),
    weigh(hasOwnWords, { yes: 2.5 }),
    weigh(says("forbidden"), { yes: -1.5 }),
    weigh(
      says(
        "missing-authentication-token",
        "incomplete-signature",
        "signature-expired",
        "signature-mismatch",
        "credential-scope",
        "security-token-invalid",
        "security-token-expired",
        "anonymous-denied",
        "principal-denied",
        "authorizer-denied",
      ),
      { yes: -5 },
    ),
    weigh(isAwsServiceError, { yes: -3 }),
    weigh(otherServerResponded, { yes: -2 }),
  ],
  suspectedWhere: [statusIs("403")],
  means:
    "API Gateway let the request pass. The function or server behind it returned 403, in its own words or in those of another API that it called itself, and API Gateway passed that on.",
  confirm: (subject) => ({
    says: `Search the backend's logs for ${traceOf(subject)}; the gateway's execution log has “Method completed with status: 403” after “Endpoint response”.`,
    ...searchLog(subject),
  }),
  fix: (subject) => [
    ...handedOn(subject),
    advice("Look for the reason in the backend: its own authorization, CSRF check, host check or firewall."),
  ],
  links: [links.article],
  expectedResults: {},
} satisfies Rule;
