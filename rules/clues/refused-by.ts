import { both } from "../../src/diagnosis/clue.ts";
import { type Weighed, weigh } from "../../src/diagnosis/rule.ts";
import type { Wording } from "../../src/exchange/refusal-message.ts";
import { authorizationArrivedIntact, authorizationIsHidden } from "./authorization-hash.ts";
import { usagePlanIsSeen } from "./callers.ts";
import { hostIsLocalName } from "./emulators.ts";
import {
  bodyMatches,
  errorTypeIs,
  hasAwsHeaders,
  hasErrorType,
  hasHttpApiRequestId,
  hasNoResponse,
  hasRestRequestId,
  hasTraceId,
  headerMatches,
  hostIsHttpApi,
  otherServerResponded,
  restApiResponded,
  servedByVpcEndpoint,
  statusIs,
} from "./envelope.ts";
import { otherStageWorks, sameStageWorks } from "./first-segments.ts";
import { mayBeForwarded } from "./forwarded.ts";
import { addressIsPrivate, hostChecksSignatures, hostIs, hostIsApiName, hostIsNeighbour, hostIsTaken } from "./host.ts";
import { hostFailsSince } from "./host-history.ts";
import { isPageFromS3, isS3Answer } from "./neighbours.ts";
import { refusalIsOfThisCall } from "./other-call.ts";
import { isPreflight, isWebSocket, sendsAuthorization, showsSignature } from "./request.ts";
import { bodyIsLarge } from "./request-content.ts";
import { everythingIsRefused, tlsWantedCertificate } from "./routes.ts";
import { responseIsOfEarlierRequest } from "./stored-response.ts";
import { refusalIsAsSlowAsResponses } from "./timing.ts";
import { hasAwsSentence, hasOwnWords, says } from "./wording.ts";

/**
 * The clues that all refusals of one kind of component share: what its answers look like. A cause adds what is its
 * own. A header that contradicts rules a cause out; a header that is missing only speaks against it, since captures
 * lose headers.
 */

/** Nothing is certain of a response that was made for an earlier request. */
export const unlessEarlier: Weighed = weigh(responseIsOfEarlierRequest, { yes: { doubt: -0.5 } });

/** What the responses of AWS's API front ends have in common. */
const byAwsFrontEnd: readonly Weighed[] = [
  weigh(hasNoResponse, { yes: "never" }),
  weigh(hasAwsHeaders, { no: -1.5 }),
  weigh(otherServerResponded, { yes: -6 }),
  weigh(hasTraceId, { yes: -2.5 }),
  ...mayBeForwarded,
  weigh(hostIsLocalName, { yes: { doubt: -5 } }),
  weigh(statusIs("403"), { no: { doubt: -3 } }),
  unlessEarlier,
];

/** Responses of API Gateway, of any kind of API. */
const byApiGateway: readonly Weighed[] = [
  ...byAwsFrontEnd,
  weigh(hostIsNeighbour, { yes: "never" }),
  weigh(hostIsTaken, { no: -2.5 }),
];

const notByHttpApi: readonly Weighed[] = [
  weigh(hasHttpApiRequestId, { yes: "never" }),
  weigh(hostIsHttpApi, { yes: -3 }),
];

/** A response with one of these error types and wordings; HTTP APIs give no error type. */
function responseWith(types: readonly string[], wordings: readonly Wording[]): readonly Weighed[] {
  return [
    weigh(errorTypeIs(...types), { yes: 0.3, no: "never" }),
    weigh(says(...wordings), { yes: 0.3, no: "never" }),
    weigh(hasOwnWords, { yes: -2.5 }),
    weigh(isWebSocket, { yes: -4 }),
  ];
}

/** The response of an API of either kind with one of these error types, where it has one, and wordings. */
export function byEitherApi(types: readonly string[], wordings: readonly Wording[]): readonly Weighed[] {
  return [...byApiGateway, ...responseWith(types, wordings)];
}

/** A REST API's gateway response with one of these error types and wordings. */
export function byRestApi(types: readonly string[], wordings: readonly Wording[]): readonly Weighed[] {
  return [
    ...byEitherApi(types, wordings),
    ...notByHttpApi,
    weigh(hasRestRequestId, { no: -0.5 }),
    weigh(hasErrorType, { no: -1 }),
  ];
}

/** What a proof of a wrong signature needs: these words, from a REST API, about the signature that the request shows. */
export function proofBySignature(wording: Wording): Weighed {
  const aboutSignature = both(says(wording), showsSignature);
  return weigh(both(both(aboutSignature, restApiResponded), refusalIsOfThisCall), { yes: "proof" });
}

/** AWS's check of a signature: function URLs respond in the words of REST APIs when it fails. */
export function bySignatureCheck(types: readonly string[], wordings: readonly Wording[]): readonly Weighed[] {
  return [
    ...byAwsFrontEnd,
    weigh(hostIs("appsync", "s3", "opensearch", "cognito", "aws-service"), { yes: "never" }),
    weigh(hostChecksSignatures, { no: -2.5 }),
    ...notByHttpApi,
    weigh(hasErrorType, { no: -1 }),
    ...responseWith(types, wordings),
  ];
}

/** The refusal of an HTTP API: always `{"message":"Forbidden"}`, never an error type. */
export const byHttpApi: readonly Weighed[] = [
  ...byApiGateway,
  weigh(hasRestRequestId, { yes: "never" }),
  weigh(hasErrorType, { yes: "never", no: 0.2 }),
  weigh(hasHttpApiRequestId, { yes: 0.5, no: -1.2 }),
  weigh(hostIsHttpApi, { no: -3 }),
  weigh(says("forbidden"), { yes: 0.3, no: "never" }),
  weigh(hasOwnWords, { yes: -4 }),
  weigh(isWebSocket, { yes: -4 }),
];

/** `{"message":"Forbidden"}` from a REST API: the response that ten causes share. */
export const byRestForbidden: readonly Weighed[] = [
  ...byRestApi(["ForbiddenException"], ["forbidden"]),
  weigh(refusalIsAsSlowAsResponses, { yes: -0.5 }),
];

/** AWS's own sentences come from its API front ends, and from what passes them on. */
export const notInAwsWords: Weighed = weigh(hasAwsSentence, { yes: -7 });

/** A response of something that is not API Gateway: none of its headers, and not on its names. */
const notByApiGateway: readonly Weighed[] = [
  weigh(hasNoResponse, { yes: "never" }),
  notInAwsWords,
  weigh(hasRestRequestId, { yes: -7 }),
  weigh(hasHttpApiRequestId, { yes: -7 }),
];

/** Others that have names of their own: they never respond on API Gateway's. */
export const elsewhere: readonly Weighed[] = [...notByApiGateway, weigh(hostIsApiName, { yes: "never" })];

/** Preflights have causes of their own; those of the request proper fit them less. */
export const notForPreflight: Weighed = weigh(isPreflight, { yes: -3.5 });

/** "Missing Authentication Token": no such route, or an unsigned call of an AWS_IAM method. */
export const byRestMissingToken: readonly Weighed[] = [
  ...byRestApi(["MissingAuthenticationTokenException"], ["missing-authentication-token"]),
  weigh(sendsAuthorization, { yes: -4 }),
];

/** API Gateway read an Authorization header and says so; so one arrived, perhaps changed on the way. */
export const byReadAuthorization: readonly Weighed[] = [
  weigh(sendsAuthorization, { no: "never" }),
  weigh(authorizationArrivedIntact, { yes: 0.1, no: 0.1 }),
  weigh(authorizationIsHidden, { yes: 0.1 }),
];

/** An Authorization header that is no SigV4 signature, read as one. */
export const byRestIncompleteSignature: readonly Weighed[] = [
  ...byRestApi(["IncompleteSignatureException"], ["incomplete-signature"]),
  ...byReadAuthorization,
];

/** What speaks for and against a required API key, whichever way the key fails. */
export const anyApiKeyCause: readonly Weighed[] = [
  notForPreflight,
  weigh(usagePlanIsSeen, { yes: 2 }),
  weigh(sameStageWorks, { yes: 1 }),
  weigh(otherStageWorks, { yes: -1 }),
  weigh(everythingIsRefused, { yes: -0.5 }),
  weigh(bodyIsLarge, { yes: -1.2 }),
  weigh(addressIsPrivate, { yes: -1 }),
  weigh(servedByVpcEndpoint, { yes: -1 }),
  weigh(tlsWantedCertificate, { yes: -2 }),
];

/**
 * Everything turned at one moment: something was changed, so what worked before does not speak against a cause that an
 * owner can bring about from one moment to the next.
 */
export const mayHaveBeenChanged: Weighed = weigh(hostFailsSince, { yes: 5 });

/** Of responses that CloudFront passes on, `server` names the origin; its own pages name CloudFront. */
const namesOtherServer = headerMatches("server", /^(?!CloudFront$)./i, "another server");

/**
 * A response that CloudFront made. A CloudFront in front that refuses asks no API, so with an API's request id it stands
 * behind.
 */
export const fromCloudFront: readonly Weighed[] = [
  ...notByApiGateway,
  unlessEarlier,
  weigh(hasAwsHeaders, { yes: { doubt: -10 } }),
  weigh(headerMatches("server", /^CloudFront$/i, "CloudFront"), { yes: 2, no: -1 }),
  weigh(namesOtherServer, { yes: -5 }),
];

/** CloudFront's own page: HTML that CloudFront generated. */
export const byCloudFront: readonly Weighed[] = [
  ...fromCloudFront,
  weigh(
    bodyMatches(
      "cloudfront-page",
      /The request could not be satisfied|Generated by cloudfront/i,
      "CloudFront's own error page",
      { holds: "the body is a page that CloudFront made", fails: "the body is no page that CloudFront made" },
    ),
    { yes: 2, no: -4 },
  ),
];

/** Responses of S3, wherever they come out. */
export const byS3: readonly Weighed[] = [
  ...elsewhere,
  weigh(hasErrorType, { yes: -6 }),
  weigh(isS3Answer, { yes: 3, no: -5 }),
  weigh(isPageFromS3, { yes: -2 }),
  weigh(hostIs("s3"), { yes: 1 }),
];
