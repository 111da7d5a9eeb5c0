import apiKeyAuthorizerSource from "./causes/api-keys/api-key-authorizer-source.examples.ts";
import apiKeyInvalidOrDisabled from "./causes/api-keys/api-key-invalid-or-disabled.examples.ts";
import apiKeyMissing from "./causes/api-keys/api-key-missing.examples.ts";
import apiKeyNotInUsagePlan from "./causes/api-keys/api-key-not-in-usage-plan.examples.ts";
import cognitoAuthorizerDenied from "./causes/authorizers/cognito-authorizer-denied.examples.ts";
import httpApiJwtInsufficientScope from "./causes/authorizers/http-api-jwt-insufficient-scope.examples.ts";
import httpApiLambdaAuthorizerDeny from "./causes/authorizers/http-api-lambda-authorizer-deny.examples.ts";
import lambdaAuthorizerCachedPolicy from "./causes/authorizers/lambda-authorizer-cached-policy.examples.ts";
import lambdaAuthorizerExplicitDeny from "./causes/authorizers/lambda-authorizer-explicit-deny.examples.ts";
import lambdaAuthorizerImplicitDeny from "./causes/authorizers/lambda-authorizer-implicit-deny.examples.ts";
import alb403 from "./causes/aws-services/alb-403.examples.ts";
import appsyncWafBlocked from "./causes/aws-services/appsync-waf-blocked.examples.ts";
import awsControlPlaneNoCors from "./causes/aws-services/aws-control-plane-no-cors.examples.ts";
import awsServiceEndpoint403 from "./causes/aws-services/aws-service-endpoint-403.examples.ts";
import cognitoWafBlocked from "./causes/aws-services/cognito-waf-blocked.examples.ts";
import lambdaUrlForbidden from "./causes/aws-services/lambda-url-forbidden.examples.ts";
import lambdaUrlOacBodyHash from "./causes/aws-services/lambda-url-oac-body-hash.examples.ts";
import opensearchAccessPolicy from "./causes/aws-services/opensearch-access-policy.examples.ts";
import s3AccessDenied from "./causes/aws-services/s3-access-denied.examples.ts";
import s3CorsForbidden from "./causes/aws-services/s3-cors-forbidden.examples.ts";
import s3RejectsAuthorizationHeader from "./causes/aws-services/s3-rejects-authorization-header.examples.ts";
import s3SignatureDoesNotMatch from "./causes/aws-services/s3-signature-does-not-match.examples.ts";
import cloudfrontBadRequest from "./causes/cloudfront/cloudfront-bad-request.examples.ts";
import cloudfrontCustomErrorMasksOrigin from "./causes/cloudfront/cloudfront-custom-error-masks-origin.examples.ts";
import cloudfrontGeoRestricted from "./causes/cloudfront/cloudfront-geo-restricted.examples.ts";
import cloudfrontHostForwarding from "./causes/cloudfront/cloudfront-host-forwarding.examples.ts";
import cloudfrontSignedUrl from "./causes/cloudfront/cloudfront-signed-url.examples.ts";
import cloudfrontStackedDistributions from "./causes/cloudfront/cloudfront-stacked-distributions.examples.ts";
import cloudfrontWafBlocked from "./causes/cloudfront/cloudfront-waf-blocked.examples.ts";
import gateway4xxWithoutCorsHeaders from "./causes/cors/gateway-4xx-without-cors-headers.examples.ts";
import preflightOptionsNotDefined from "./causes/cors/preflight-options-not-defined.examples.ts";
import preflightOptionsRequiresAuth from "./causes/cors/preflight-options-requires-auth.examples.ts";
import customDomainHostMismatch from "./causes/custom-domains/custom-domain-host-mismatch.examples.ts";
import customDomainMappingWithoutStage from "./causes/custom-domains/custom-domain-mapping-without-stage.examples.ts";
import customDomainNoBasePathMapping from "./causes/custom-domains/custom-domain-no-base-path-mapping.examples.ts";
import customDomainStageInPath from "./causes/custom-domains/custom-domain-stage-in-path.examples.ts";
import customDomainWrongApiMapped from "./causes/custom-domains/custom-domain-wrong-api-mapped.examples.ts";
import proxyHostHeaderRewrite from "./causes/custom-domains/proxy-host-header-rewrite.examples.ts";
import cacheInvalidationUnauthorized from "./causes/iam/cache-invalidation-unauthorized.examples.ts";
import httpApiIamDenied from "./causes/iam/http-api-iam-denied.examples.ts";
import iamAuthNonSigv4Authorization from "./causes/iam/iam-auth-non-sigv4-authorization.examples.ts";
import iamAuthUnsignedRequest from "./causes/iam/iam-auth-unsigned-request.examples.ts";
import iamCrossAccountNeedsResourcePolicy from "./causes/iam/iam-cross-account-needs-resource-policy.examples.ts";
import iamExplicitDeny from "./causes/iam/iam-explicit-deny.examples.ts";
import iamIdentityPolicyImplicitDeny from "./causes/iam/iam-identity-policy-implicit-deny.examples.ts";
import integration403Passthrough from "./causes/integrations/integration-403-passthrough.examples.ts";
import integrationAwsServiceDenied from "./causes/integrations/integration-aws-service-denied.examples.ts";
import httpApiMtlsOrMapping from "./causes/mutual-tls/http-api-mtls-or-mapping.examples.ts";
import mtlsClientCertRejected from "./causes/mutual-tls/mtls-client-cert-rejected.examples.ts";
import mtlsNoClientCertTlsAbort from "./causes/mutual-tls/mtls-no-client-cert-tls-abort.examples.ts";
import applicationOwn403 from "./causes/other-servers/application-own-403.examples.ts";
import cloudflareChallenge from "./causes/other-servers/cloudflare-challenge.examples.ts";
import corporateProxy403 from "./causes/other-servers/corporate-proxy-403.examples.ts";
import localEmulator403 from "./causes/other-servers/local-emulator-403.examples.ts";
import otherCdnOrWaf403 from "./causes/other-servers/other-cdn-or-waf-403.examples.ts";
import privateApiFromOutside from "./causes/private-apis/private-api-from-outside.examples.ts";
import privateApiMissingApiId from "./causes/private-apis/private-api-missing-api-id.examples.ts";
import privateDnsHijacksPublicApi from "./causes/private-apis/private-dns-hijacks-public-api.examples.ts";
import vpcEndpointPolicyDenied from "./causes/private-apis/vpc-endpoint-policy-denied.examples.ts";
import vpcEndpointPolicyEvaluatesAuthorization from "./causes/private-apis/vpc-endpoint-policy-evaluates-authorization.examples.ts";
import resourcePolicyExplicitDeny from "./causes/resource-policies/resource-policy-explicit-deny.examples.ts";
import resourcePolicyImplicitDeny from "./causes/resource-policies/resource-policy-implicit-deny.examples.ts";
import resourcePolicyPrincipalRequiresIam from "./causes/resource-policies/resource-policy-principal-requires-iam.examples.ts";
import chinaDefaultEndpointNotRegistered from "./causes/routing/china-default-endpoint-not-registered.examples.ts";
import defaultEndpointDisabled from "./causes/routing/default-endpoint-disabled.examples.ts";
import deploymentNotYetPropagated from "./causes/routing/deployment-not-yet-propagated.examples.ts";
import gatewayResponseCustomized from "./causes/routing/gateway-response-customized.examples.ts";
import restRootWithoutMethod from "./causes/routing/rest-root-without-method.examples.ts";
import restRouteNotFound from "./causes/routing/rest-route-not-found.examples.ts";
import restRouteNotFoundWithAuthHeader from "./causes/routing/rest-route-not-found-with-auth-header.examples.ts";
import restStageMissingOrUnknown from "./causes/routing/rest-stage-missing-or-unknown.examples.ts";
import wrongBasePathSameHost from "./causes/routing/wrong-base-path-same-host.examples.ts";
import sigv4AccessKeyUnknown from "./causes/sigv4/sigv4-access-key-unknown.examples.ts";
import sigv4ClockSkew from "./causes/sigv4/sigv4-clock-skew.examples.ts";
import sigv4MalformedAuthorization from "./causes/sigv4/sigv4-malformed-authorization.examples.ts";
import sigv4PresignedUrlExpired from "./causes/sigv4/sigv4-presigned-url-expired.examples.ts";
import sigv4ScopeMismatch from "./causes/sigv4/sigv4-scope-mismatch.examples.ts";
import sigv4SessionTokenExpired from "./causes/sigv4/sigv4-session-token-expired.examples.ts";
import sigv4SessionTokenMissingOrInvalid from "./causes/sigv4/sigv4-session-token-missing-or-invalid.examples.ts";
import sigv4SignatureMismatch from "./causes/sigv4/sigv4-signature-mismatch.examples.ts";
import wafBlockedApigw from "./causes/waf/waf-blocked-apigw.examples.ts";
import wafChallengeOrCaptcha from "./causes/waf/waf-challenge-or-captcha.examples.ts";
import wafCustomResponse from "./causes/waf/waf-custom-response.examples.ts";
import websocketConnectDenied from "./causes/websocket/websocket-connect-denied.examples.ts";
import websocketManagementNotAuthorized from "./causes/websocket/websocket-management-not-authorized.examples.ts";
import websocketManagementStageInPath from "./causes/websocket/websocket-management-stage-in-path.examples.ts";
import websocketManagementStageMissing from "./causes/websocket/websocket-management-stage-missing.examples.ts";
import websocketRouteNotMatched from "./causes/websocket/websocket-route-not-matched.examples.ts";
import type { Examples } from "./example.ts";

/** The examples of every rule, by the rule's id. */
export const examples: Readonly<Record<string, Examples>> = {
  "alb-403": alb403,
  "api-key-authorizer-source": apiKeyAuthorizerSource,
  "api-key-invalid-or-disabled": apiKeyInvalidOrDisabled,
  "api-key-missing": apiKeyMissing,
  "api-key-not-in-usage-plan": apiKeyNotInUsagePlan,
  "application-own-403": applicationOwn403,
  "appsync-waf-blocked": appsyncWafBlocked,
  "aws-control-plane-no-cors": awsControlPlaneNoCors,
  "aws-service-endpoint-403": awsServiceEndpoint403,
  "cache-invalidation-unauthorized": cacheInvalidationUnauthorized,
  "china-default-endpoint-not-registered": chinaDefaultEndpointNotRegistered,
  "cloudflare-challenge": cloudflareChallenge,
  "cloudfront-bad-request": cloudfrontBadRequest,
  "cloudfront-custom-error-masks-origin": cloudfrontCustomErrorMasksOrigin,
  "cloudfront-geo-restricted": cloudfrontGeoRestricted,
  "cloudfront-host-forwarding": cloudfrontHostForwarding,
  "cloudfront-signed-url": cloudfrontSignedUrl,
  "cloudfront-stacked-distributions": cloudfrontStackedDistributions,
  "cloudfront-waf-blocked": cloudfrontWafBlocked,
  "cognito-authorizer-denied": cognitoAuthorizerDenied,
  "cognito-waf-blocked": cognitoWafBlocked,
  "corporate-proxy-403": corporateProxy403,
  "custom-domain-host-mismatch": customDomainHostMismatch,
  "custom-domain-mapping-without-stage": customDomainMappingWithoutStage,
  "custom-domain-no-base-path-mapping": customDomainNoBasePathMapping,
  "custom-domain-stage-in-path": customDomainStageInPath,
  "custom-domain-wrong-api-mapped": customDomainWrongApiMapped,
  "default-endpoint-disabled": defaultEndpointDisabled,
  "deployment-not-yet-propagated": deploymentNotYetPropagated,
  "gateway-4xx-without-cors-headers": gateway4xxWithoutCorsHeaders,
  "gateway-response-customized": gatewayResponseCustomized,
  "http-api-iam-denied": httpApiIamDenied,
  "http-api-jwt-insufficient-scope": httpApiJwtInsufficientScope,
  "http-api-lambda-authorizer-deny": httpApiLambdaAuthorizerDeny,
  "http-api-mtls-or-mapping": httpApiMtlsOrMapping,
  "iam-auth-non-sigv4-authorization": iamAuthNonSigv4Authorization,
  "iam-auth-unsigned-request": iamAuthUnsignedRequest,
  "iam-cross-account-needs-resource-policy": iamCrossAccountNeedsResourcePolicy,
  "iam-explicit-deny": iamExplicitDeny,
  "iam-identity-policy-implicit-deny": iamIdentityPolicyImplicitDeny,
  "integration-403-passthrough": integration403Passthrough,
  "integration-aws-service-denied": integrationAwsServiceDenied,
  "lambda-authorizer-cached-policy": lambdaAuthorizerCachedPolicy,
  "lambda-authorizer-explicit-deny": lambdaAuthorizerExplicitDeny,
  "lambda-authorizer-implicit-deny": lambdaAuthorizerImplicitDeny,
  "lambda-url-forbidden": lambdaUrlForbidden,
  "lambda-url-oac-body-hash": lambdaUrlOacBodyHash,
  "local-emulator-403": localEmulator403,
  "mtls-client-cert-rejected": mtlsClientCertRejected,
  "mtls-no-client-cert-tls-abort": mtlsNoClientCertTlsAbort,
  "opensearch-access-policy": opensearchAccessPolicy,
  "other-cdn-or-waf-403": otherCdnOrWaf403,
  "preflight-options-not-defined": preflightOptionsNotDefined,
  "preflight-options-requires-auth": preflightOptionsRequiresAuth,
  "private-api-from-outside": privateApiFromOutside,
  "private-api-missing-api-id": privateApiMissingApiId,
  "private-dns-hijacks-public-api": privateDnsHijacksPublicApi,
  "proxy-host-header-rewrite": proxyHostHeaderRewrite,
  "resource-policy-explicit-deny": resourcePolicyExplicitDeny,
  "resource-policy-implicit-deny": resourcePolicyImplicitDeny,
  "resource-policy-principal-requires-iam": resourcePolicyPrincipalRequiresIam,
  "rest-root-without-method": restRootWithoutMethod,
  "rest-route-not-found": restRouteNotFound,
  "rest-route-not-found-with-auth-header": restRouteNotFoundWithAuthHeader,
  "rest-stage-missing-or-unknown": restStageMissingOrUnknown,
  "s3-access-denied": s3AccessDenied,
  "s3-cors-forbidden": s3CorsForbidden,
  "s3-rejects-authorization-header": s3RejectsAuthorizationHeader,
  "s3-signature-does-not-match": s3SignatureDoesNotMatch,
  "sigv4-access-key-unknown": sigv4AccessKeyUnknown,
  "sigv4-clock-skew": sigv4ClockSkew,
  "sigv4-malformed-authorization": sigv4MalformedAuthorization,
  "sigv4-presigned-url-expired": sigv4PresignedUrlExpired,
  "sigv4-scope-mismatch": sigv4ScopeMismatch,
  "sigv4-session-token-expired": sigv4SessionTokenExpired,
  "sigv4-session-token-missing-or-invalid": sigv4SessionTokenMissingOrInvalid,
  "sigv4-signature-mismatch": sigv4SignatureMismatch,
  "vpc-endpoint-policy-denied": vpcEndpointPolicyDenied,
  "vpc-endpoint-policy-evaluates-authorization": vpcEndpointPolicyEvaluatesAuthorization,
  "waf-blocked-apigw": wafBlockedApigw,
  "waf-challenge-or-captcha": wafChallengeOrCaptcha,
  "waf-custom-response": wafCustomResponse,
  "websocket-connect-denied": websocketConnectDenied,
  "websocket-management-not-authorized": websocketManagementNotAuthorized,
  "websocket-management-stage-in-path": websocketManagementStageInPath,
  "websocket-management-stage-missing": websocketManagementStageMissing,
  "websocket-route-not-matched": websocketRouteNotMatched,
  "wrong-base-path-same-host": wrongBasePathSameHost,
};
