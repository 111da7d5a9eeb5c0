import type { Rule } from "../src/diagnosis/rule.ts";
import alb403 from "./alb-403.ts";
import apiKeyAuthorizerSource from "./api-key-authorizer-source.ts";
import apiKeyInvalidOrDisabled from "./api-key-invalid-or-disabled.ts";
import apiKeyMissing from "./api-key-missing.ts";
import apiKeyNotInUsagePlan from "./api-key-not-in-usage-plan.ts";
import applicationOwn403 from "./application-own-403.ts";
import appsyncWafBlocked from "./appsync-waf-blocked.ts";
import awsControlPlaneNoCors from "./aws-control-plane-no-cors.ts";
import awsServiceEndpoint403 from "./aws-service-endpoint-403.ts";
import cacheInvalidationUnauthorized from "./cache-invalidation-unauthorized.ts";
import chinaDefaultEndpointNotRegistered from "./china-default-endpoint-not-registered.ts";
import cloudflareChallenge from "./cloudflare-challenge.ts";
import cloudfrontBadRequest from "./cloudfront-bad-request.ts";
import cloudfrontCustomErrorMasksOrigin from "./cloudfront-custom-error-masks-origin.ts";
import cloudfrontGeoRestricted from "./cloudfront-geo-restricted.ts";
import cloudfrontHostForwarding from "./cloudfront-host-forwarding.ts";
import cloudfrontSignedUrl from "./cloudfront-signed-url.ts";
import cloudfrontStackedDistributions from "./cloudfront-stacked-distributions.ts";
import cloudfrontWafBlocked from "./cloudfront-waf-blocked.ts";
import cognitoAuthorizerDenied from "./cognito-authorizer-denied.ts";
import cognitoWafBlocked from "./cognito-waf-blocked.ts";
import corporateProxy403 from "./corporate-proxy-403.ts";
import customDomainHostMismatch from "./custom-domain-host-mismatch.ts";
import customDomainMappingWithoutStage from "./custom-domain-mapping-without-stage.ts";
import customDomainNoBasePathMapping from "./custom-domain-no-base-path-mapping.ts";
import customDomainStageInPath from "./custom-domain-stage-in-path.ts";
import customDomainWrongApiMapped from "./custom-domain-wrong-api-mapped.ts";
import defaultEndpointDisabled from "./default-endpoint-disabled.ts";
import deploymentNotYetPropagated from "./deployment-not-yet-propagated.ts";
import gateway4xxWithoutCorsHeaders from "./gateway-4xx-without-cors-headers.ts";
import gatewayResponseCustomized from "./gateway-response-customized.ts";
import httpApiIamDenied from "./http-api-iam-denied.ts";
import httpApiJwtInsufficientScope from "./http-api-jwt-insufficient-scope.ts";
import httpApiLambdaAuthorizerDeny from "./http-api-lambda-authorizer-deny.ts";
import httpApiMtlsOrMapping from "./http-api-mtls-or-mapping.ts";
import iamAuthNonSigv4Authorization from "./iam-auth-non-sigv4-authorization.ts";
import iamAuthUnsignedRequest from "./iam-auth-unsigned-request.ts";
import iamCrossAccountNeedsResourcePolicy from "./iam-cross-account-needs-resource-policy.ts";
import iamExplicitDeny from "./iam-explicit-deny.ts";
import iamIdentityPolicyImplicitDeny from "./iam-identity-policy-implicit-deny.ts";
import integration403Passthrough from "./integration-403-passthrough.ts";
import integrationAwsServiceDenied from "./integration-aws-service-denied.ts";
import lambdaAuthorizerCachedPolicy from "./lambda-authorizer-cached-policy.ts";
import lambdaAuthorizerExplicitDeny from "./lambda-authorizer-explicit-deny.ts";
import lambdaAuthorizerImplicitDeny from "./lambda-authorizer-implicit-deny.ts";
import lambdaUrlForbidden from "./lambda-url-forbidden.ts";
import lambdaUrlOacBodyHash from "./lambda-url-oac-body-hash.ts";
import localEmulator403 from "./local-emulator-403.ts";
import mtlsClientCertRejected from "./mtls-client-cert-rejected.ts";
import mtlsNoClientCertTlsAbort from "./mtls-no-client-cert-tls-abort.ts";
import opensearchAccessPolicy from "./opensearch-access-policy.ts";
import otherCdnOrWaf403 from "./other-cdn-or-waf-403.ts";
import preflightOptionsNotDefined from "./preflight-options-not-defined.ts";
import preflightOptionsRequiresAuth from "./preflight-options-requires-auth.ts";
import privateApiFromOutside from "./private-api-from-outside.ts";
import privateApiMissingApiId from "./private-api-missing-api-id.ts";
import privateDnsHijacksPublicApi from "./private-dns-hijacks-public-api.ts";
import proxyHostHeaderRewrite from "./proxy-host-header-rewrite.ts";
import resourcePolicyExplicitDeny from "./resource-policy-explicit-deny.ts";
import resourcePolicyImplicitDeny from "./resource-policy-implicit-deny.ts";
import resourcePolicyPrincipalRequiresIam from "./resource-policy-principal-requires-iam.ts";
import restRootWithoutMethod from "./rest-root-without-method.ts";
import restRouteNotFound from "./rest-route-not-found.ts";
import restRouteNotFoundWithAuthHeader from "./rest-route-not-found-with-auth-header.ts";
import restStageMissingOrUnknown from "./rest-stage-missing-or-unknown.ts";
import s3AccessDenied from "./s3-access-denied.ts";
import s3CorsForbidden from "./s3-cors-forbidden.ts";
import s3RejectsAuthorizationHeader from "./s3-rejects-authorization-header.ts";
import s3SignatureDoesNotMatch from "./s3-signature-does-not-match.ts";
import sigv4AccessKeyUnknown from "./sigv4-access-key-unknown.ts";
import sigv4ClockSkew from "./sigv4-clock-skew.ts";
import sigv4MalformedAuthorization from "./sigv4-malformed-authorization.ts";
import sigv4PresignedUrlExpired from "./sigv4-presigned-url-expired.ts";
import sigv4ScopeMismatch from "./sigv4-scope-mismatch.ts";
import sigv4SessionTokenExpired from "./sigv4-session-token-expired.ts";
import sigv4SessionTokenMissingOrInvalid from "./sigv4-session-token-missing-or-invalid.ts";
import sigv4SignatureMismatch from "./sigv4-signature-mismatch.ts";
import vpcEndpointPolicyDenied from "./vpc-endpoint-policy-denied.ts";
import vpcEndpointPolicyEvaluatesAuthorization from "./vpc-endpoint-policy-evaluates-authorization.ts";
import wafBlockedApigw from "./waf-blocked-apigw.ts";
import wafChallengeOrCaptcha from "./waf-challenge-or-captcha.ts";
import wafCustomResponse from "./waf-custom-response.ts";
import websocketConnectDenied from "./websocket-connect-denied.ts";
import websocketManagementNotAuthorized from "./websocket-management-not-authorized.ts";
import websocketManagementStageInPath from "./websocket-management-stage-in-path.ts";
import websocketManagementStageMissing from "./websocket-management-stage-missing.ts";
import websocketRouteNotMatched from "./websocket-route-not-matched.ts";
import wrongBasePathSameHost from "./wrong-base-path-same-host.ts";

/** Every cause, in the order of their ids. */
export const rules: readonly Rule[] = [
  alb403,
  apiKeyAuthorizerSource,
  apiKeyInvalidOrDisabled,
  apiKeyMissing,
  apiKeyNotInUsagePlan,
  applicationOwn403,
  appsyncWafBlocked,
  awsControlPlaneNoCors,
  awsServiceEndpoint403,
  cacheInvalidationUnauthorized,
  chinaDefaultEndpointNotRegistered,
  cloudflareChallenge,
  cloudfrontBadRequest,
  cloudfrontCustomErrorMasksOrigin,
  cloudfrontGeoRestricted,
  cloudfrontHostForwarding,
  cloudfrontSignedUrl,
  cloudfrontStackedDistributions,
  cloudfrontWafBlocked,
  cognitoAuthorizerDenied,
  cognitoWafBlocked,
  corporateProxy403,
  customDomainHostMismatch,
  customDomainMappingWithoutStage,
  customDomainNoBasePathMapping,
  customDomainStageInPath,
  customDomainWrongApiMapped,
  defaultEndpointDisabled,
  deploymentNotYetPropagated,
  gateway4xxWithoutCorsHeaders,
  gatewayResponseCustomized,
  httpApiIamDenied,
  httpApiJwtInsufficientScope,
  httpApiLambdaAuthorizerDeny,
  httpApiMtlsOrMapping,
  iamAuthNonSigv4Authorization,
  iamAuthUnsignedRequest,
  iamCrossAccountNeedsResourcePolicy,
  iamExplicitDeny,
  iamIdentityPolicyImplicitDeny,
  integration403Passthrough,
  integrationAwsServiceDenied,
  lambdaAuthorizerCachedPolicy,
  lambdaAuthorizerExplicitDeny,
  lambdaAuthorizerImplicitDeny,
  lambdaUrlForbidden,
  lambdaUrlOacBodyHash,
  localEmulator403,
  mtlsClientCertRejected,
  mtlsNoClientCertTlsAbort,
  opensearchAccessPolicy,
  otherCdnOrWaf403,
  preflightOptionsNotDefined,
  preflightOptionsRequiresAuth,
  privateApiFromOutside,
  privateApiMissingApiId,
  privateDnsHijacksPublicApi,
  proxyHostHeaderRewrite,
  resourcePolicyExplicitDeny,
  resourcePolicyImplicitDeny,
  resourcePolicyPrincipalRequiresIam,
  restRootWithoutMethod,
  restRouteNotFound,
  restRouteNotFoundWithAuthHeader,
  restStageMissingOrUnknown,
  s3AccessDenied,
  s3CorsForbidden,
  s3RejectsAuthorizationHeader,
  s3SignatureDoesNotMatch,
  sigv4AccessKeyUnknown,
  sigv4ClockSkew,
  sigv4MalformedAuthorization,
  sigv4PresignedUrlExpired,
  sigv4ScopeMismatch,
  sigv4SessionTokenExpired,
  sigv4SessionTokenMissingOrInvalid,
  sigv4SignatureMismatch,
  vpcEndpointPolicyDenied,
  vpcEndpointPolicyEvaluatesAuthorization,
  wafBlockedApigw,
  wafChallengeOrCaptcha,
  wafCustomResponse,
  websocketConnectDenied,
  websocketManagementNotAuthorized,
  websocketManagementStageInPath,
  websocketManagementStageMissing,
  websocketRouteNotMatched,
  wrongBasePathSameHost,
];
