import type { Exchange } from "../../src/exchange/exchange.ts";
import { refusalMessageOf } from "../../src/exchange/refusal-message.ts";
import { openSession } from "../../src/session/open-session.ts";
import type { Answer, Classifier } from "./classifier.ts";

interface Row {
  readonly errorType: string;
  /** A word between angle brackets stands for any text. */
  readonly message: string;
  /** The row's root causes, in its order, as the ids of our rules. */
  readonly causes: readonly string[];
}

/**
 * The pairs of error type and message in AWS's article "How do I troubleshoot HTTP 403 errors from API Gateway" (version of
 * 2022-11-21), in its order. Of the credential that it quotes behind `Authorization=` any may stand there.
 */
export const articleTable: readonly Row[] = [
  {
    errorType: "AccessDeniedException",
    message: "User is not authorized to access this resource with an explicit deny",
    causes: ["lambda-authorizer-explicit-deny"],
  },
  {
    errorType: "AccessDeniedException",
    message:
      "User: <user-arn> is not authorized to perform: execute-api:Invoke on resource: <api-resource-arn> with an explicit deny",
    causes: ["iam-explicit-deny", "resource-policy-explicit-deny"],
  },
  {
    errorType: "AccessDeniedException",
    message: "User: anonymous is not authorized to perform: execute-api:Invoke on resource:<api-resource-arn>",
    causes: ["iam-identity-policy-implicit-deny", "resource-policy-implicit-deny"],
  },
  {
    errorType: "AccessDeniedException",
    message: "The security token included in the request is invalid.",
    causes: ["sigv4-access-key-unknown"],
  },
  {
    errorType: "MissingAuthenticationTokenException",
    message: "Missing Authentication Token",
    causes: ["iam-auth-unsigned-request"],
  },
  { errorType: "InvalidSignatureException", message: "Signature expired", causes: ["sigv4-clock-skew"] },
  {
    errorType: "ForbiddenException",
    message: "Invalid API Key identifier specified",
    causes: ["api-key-invalid-or-disabled"],
  },
  {
    errorType: "InvalidSignatureException",
    message:
      "The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method.",
    causes: ["sigv4-signature-mismatch"],
  },
  { errorType: "ForbiddenException", message: "Forbidden", causes: ["waf-blocked-apigw"] },
  {
    errorType: "MissingAuthenticationTokenException",
    message: "Missing Authentication Token",
    causes: ["rest-route-not-found"],
  },
  {
    errorType: "IncompleteSignatureException",
    message:
      "Authorization header requires 'Credential' parameter. Authorization header requires 'Signature' parameter. Authorization header requires 'SignedHeaders' parameter. Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header. Authorization=<value>",
    causes: ["rest-route-not-found-with-auth-header"],
  },
  { errorType: "ForbiddenException", message: "Forbidden", causes: ["private-api-missing-api-id"] },
  { errorType: "ForbiddenException", message: "Forbidden", causes: ["default-endpoint-disabled"] },
  { errorType: "ForbiddenException", message: "Forbidden", causes: ["mtls-client-cert-rejected"] },
  { errorType: "ForbiddenException", message: "Forbidden", causes: ["custom-domain-no-base-path-mapping"] },
  {
    errorType: "MissingAuthenticationTokenException",
    message: "Missing Authentication Token",
    causes: ["custom-domain-stage-in-path"],
  },
  { errorType: "ForbiddenException", message: "Forbidden", causes: ["rest-stage-missing-or-unknown"] },
];

/**
 * What somebody finds who looks error type and message up in the article and nothing else: the causes of every row that
 * fits, in its order, each as probable as the others. A single cause is certain, as the article knows no other.
 */
export const byArticle: Classifier = (recorded) => ({
  answers: openSession(recorded, []).exchanges.flatMap(lookUp),
  problems: [],
});

function lookUp(exchange: Exchange): Answer[] {
  const { errorTypes } = exchange.response;
  const refusal = refusalMessageOf(exchange);
  if (!errorTypes.known || !refusal.known || !refusal.value.read) return [];
  const [errorType = ""] = errorTypes.value;
  const causes = causesFor(errorType, refusal.value.message);
  if (causes.length === 0) return [];
  const probability = 1 / causes.length;
  return [
    {
      entry: exchange.entry,
      ranking: causes.map((cause) => ({ cause, probability })),
      confidence: confidenceOf(causes.length),
      apiGateway: true,
      blocks: [],
    },
  ];
}

/** The article's causes of a pair. A message fits where it begins with the row's, as the article quotes beginnings. */
export function causesFor(errorType: string, message: string): readonly string[] {
  const fitting = articleTable.filter((row) => row.errorType === errorType && beginsWith(message, row.message));
  const longest = Math.max(...fitting.map((row) => row.message.length));
  return fitting.filter((row) => row.message.length === longest).flatMap(({ causes }) => causes);
}

function beginsWith(message: string, form: string): boolean {
  let at = 0;
  return form.split(/<[\w-]+>/).every((part, index) => {
    const found = message.indexOf(part, at);
    at = found + part.length;
    return index === 0 ? found === 0 : found !== -1;
  });
}

/** By the same limits as ours, of which a pair of causes reaches none. */
function confidenceOf(causes: number): Answer["confidence"] {
  return causes === 1 ? "certain" : "ambiguous";
}
