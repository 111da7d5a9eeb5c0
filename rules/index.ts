import apiKeyAuthorizerSource from "./causes/api-keys/api-key-authorizer-source.ts";
import apiKeyInvalidOrDisabled from "./causes/api-keys/api-key-invalid-or-disabled.ts";
import apiKeyMissing from "./causes/api-keys/api-key-missing.ts";
import apiKeyNotInUsagePlan from "./causes/api-keys/api-key-not-in-usage-plan.ts";
import cognitoAuthorizerDenied from "./causes/authorizers/cognito-authorizer-denied.ts";
import httpApiJwtInsufficientScope from "./causes/authorizers/http-api-jwt-insufficient-scope.ts";
import httpApiLambdaAuthorizerDeny from "./causes/authorizers/http-api-lambda-authorizer-deny.ts";
import lambdaAuthorizerCachedPolicy from "./causes/authorizers/lambda-authorizer-cached-policy.ts";
import lambdaAuthorizerExplicitDeny from "./causes/authorizers/lambda-authorizer-explicit-deny.ts";
import lambdaAuthorizerImplicitDeny from "./causes/authorizers/lambda-authorizer-implicit-deny.ts";
import alb403 from "./causes/aws-services/alb-403.ts";
import appsyncWafBlocked from "./causes/aws-services/appsync-waf-blocked.ts";
import awsControlPlaneNoCors from "./causes/aws-services/aws-control-plane-no-cors.ts";
import awsServiceEndpoint403 from "./causes/aws-services/aws-service-endpoint-403.ts";
import cognitoWafBlocked from "./causes/aws-services/cognito-waf-blocked.ts";
import lambdaUrlForbidden from "./causes/aws-services/lambda-url-forbidden.ts";
import lambdaUrlOacBodyHash from "./causes/aws-services/lambda-url-oac-body-hash.ts";
import opensearchAccessPolicy from "./causes/aws-services/opensearch-access-policy.ts";
import s3AccessDenied from "./causes/aws-services/s3-access-denied.ts";
import s3CorsForbidden from "./causes/aws-services/s3-cors-forbidden.ts";
import s3RejectsAuthorizationHeader from "./causes/aws-services/s3-rejects-authorization-header.ts";
import s3SignatureDoesNotMatch from "./causes/aws-services/s3-signature-does-not-match.ts";
import cloudfrontBadRequest from "./causes/cloudfront/cloudfront-bad-request.ts";
import cloudfrontCustomErrorMasksOrigin from "./causes/cloudfront/cloudfront-custom-error-masks-origin.ts";
import cloudfrontGeoRestricted from "./causes/cloudfront/cloudfront-geo-restricted.ts";
import cloudfrontHostForwarding from "./causes/cloudfront/cloudfront-host-forwarding.ts";
import cloudfrontSignedUrl from "./causes/cloudfront/cloudfront-signed-url.ts";
import cloudfrontStackedDistributions from "./causes/cloudfront/cloudfront-stacked-distributions.ts";
import cloudfrontWafBlocked from "./causes/cloudfront/cloudfront-waf-blocked.ts";
import gateway4xxWithoutCorsHeaders from "./causes/cors/gateway-4xx-without-cors-headers.ts";
import preflightOptionsNotDefined from "./causes/cors/preflight-options-not-defined.ts";
import preflightOptionsRequiresAuth from "./causes/cors/preflight-options-requires-auth.ts";
import customDomainHostMismatch from "./causes/custom-domains/custom-domain-host-mismatch.ts";
import customDomainMappingWithoutStage from "./causes/custom-domains/custom-domain-mapping-without-stage.ts";
import customDomainNoBasePathMapping from "./causes/custom-domains/custom-domain-no-base-path-mapping.ts";
import customDomainStageInPath from "./causes/custom-domains/custom-domain-stage-in-path.ts";
import customDomainWrongApiMapped from "./causes/custom-domains/custom-domain-wrong-api-mapped.ts";
import proxyHostHeaderRewrite from "./causes/custom-domains/proxy-host-header-rewrite.ts";
import cacheInvalidationUnauthorized from "./causes/iam/cache-invalidation-unauthorized.ts";
import httpApiIamDenied from "./causes/iam/http-api-iam-denied.ts";
import iamAuthNonSigv4Authorization from "./causes/iam/iam-auth-non-sigv4-authorization.ts";
import iamAuthUnsignedRequest from "./causes/iam/iam-auth-unsigned-request.ts";
import iamCrossAccountNeedsResourcePolicy from "./causes/iam/iam-cross-account-needs-resource-policy.ts";
import iamExplicitDeny from "./causes/iam/iam-explicit-deny.ts";
import iamIdentityPolicyImplicitDeny from "./causes/iam/iam-identity-policy-implicit-deny.ts";
import integration403Passthrough from "./causes/integrations/integration-403-passthrough.ts";
import integrationAwsServiceDenied from "./causes/integrations/integration-aws-service-denied.ts";
import httpApiMtlsOrMapping from "./causes/mutual-tls/http-api-mtls-or-mapping.ts";
import mtlsClientCertRejected from "./causes/mutual-tls/mtls-client-cert-rejected.ts";
import mtlsNoClientCertTlsAbort from "./causes/mutual-tls/mtls-no-client-cert-tls-abort.ts";
import applicationOwn403 from "./causes/other-servers/application-own-403.ts";
import cloudflareChallenge from "./causes/other-servers/cloudflare-challenge.ts";
import corporateProxy403 from "./causes/other-servers/corporate-proxy-403.ts";
import localEmulator403 from "./causes/other-servers/local-emulator-403.ts";
import otherCdnOrWaf403 from "./causes/other-servers/other-cdn-or-waf-403.ts";
import privateApiFromOutside from "./causes/private-apis/private-api-from-outside.ts";
import privateApiMissingApiId from "./causes/private-apis/private-api-missing-api-id.ts";
import privateDnsHijacksPublicApi from "./causes/private-apis/private-dns-hijacks-public-api.ts";
import vpcEndpointPolicyDenied from "./causes/private-apis/vpc-endpoint-policy-denied.ts";
import vpcEndpointPolicyEvaluatesAuthorization from "./causes/private-apis/vpc-endpoint-policy-evaluates-authorization.ts";
import resourcePolicyExplicitDeny from "./causes/resource-policies/resource-policy-explicit-deny.ts";
import resourcePolicyImplicitDeny from "./causes/resource-policies/resource-policy-implicit-deny.ts";
import resourcePolicyPrincipalRequiresIam from "./causes/resource-policies/resource-policy-principal-requires-iam.ts";
import chinaDefaultEndpointNotRegistered from "./causes/routing/china-default-endpoint-not-registered.ts";
import defaultEndpointDisabled from "./causes/routing/default-endpoint-disabled.ts";
import deploymentNotYetPropagated from "./causes/routing/deployment-not-yet-propagated.ts";
import gatewayResponseCustomized from "./causes/routing/gateway-response-customized.ts";
import restRootWithoutMethod from "./causes/routing/rest-root-without-method.ts";
import restRouteNotFound from "./causes/routing/rest-route-not-found.ts";
import restRouteNotFoundWithAuthHeader from "./causes/routing/rest-route-not-found-with-auth-header.ts";
import restStageMissingOrUnknown from "./causes/routing/rest-stage-missing-or-unknown.ts";
import wrongBasePathSameHost from "./causes/routing/wrong-base-path-same-host.ts";
import sigv4AccessKeyUnknown from "./causes/sigv4/sigv4-access-key-unknown.ts";
import sigv4ClockSkew from "./causes/sigv4/sigv4-clock-skew.ts";
import sigv4MalformedAuthorization from "./causes/sigv4/sigv4-malformed-authorization.ts";
import sigv4PresignedUrlExpired from "./causes/sigv4/sigv4-presigned-url-expired.ts";
import sigv4ScopeMismatch from "./causes/sigv4/sigv4-scope-mismatch.ts";
import sigv4SessionTokenExpired from "./causes/sigv4/sigv4-session-token-expired.ts";
import sigv4SessionTokenMissingOrInvalid from "./causes/sigv4/sigv4-session-token-missing-or-invalid.ts";
import sigv4SignatureMismatch from "./causes/sigv4/sigv4-signature-mismatch.ts";
import wafBlockedApigw from "./causes/waf/waf-blocked-apigw.ts";
import wafChallengeOrCaptcha from "./causes/waf/waf-challenge-or-captcha.ts";
import wafCustomResponse from "./causes/waf/waf-custom-response.ts";
import websocketConnectDenied from "./causes/websocket/websocket-connect-denied.ts";
import websocketManagementNotAuthorized from "./causes/websocket/websocket-management-not-authorized.ts";
import websocketManagementStageInPath from "./causes/websocket/websocket-management-stage-in-path.ts";
import websocketManagementStageMissing from "./causes/websocket/websocket-management-stage-missing.ts";
import websocketRouteNotMatched from "./causes/websocket/websocket-route-not-matched.ts";
import type { Rule } from "./rule.ts";

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
