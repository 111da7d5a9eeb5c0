import type { Link } from "../../src/diagnosis/diagnosis.ts";

const guide = "https://docs.aws.amazon.com/apigateway/latest/developerguide";
const knowledge = "https://repost.aws/knowledge-center";

/** Pages that several rules point to. */
export const links = {
  article: {
    label: "AWS: troubleshoot HTTP 403 errors from API Gateway",
    url: `${knowledge}/api-gateway-troubleshoot-403-forbidden`,
  },
  tokenErrors: {
    label: "AWS: “Missing Authentication Token” errors",
    url: `${knowledge}/api-gateway-authentication-token-errors`,
  },
  authorizer: {
    label: "AWS: 403 errors from a Lambda authorizer",
    url: `${knowledge}/api-gateway-403-error-lambda-authorizer`,
  },
  vpc: { label: "AWS: connect to an API from a VPC", url: `${knowledge}/api-gateway-vpc-connections` },
  mutualTlsErrors: { label: "AWS: 403 errors with mutual TLS", url: `${knowledge}/api-gateway-mutual-tls-403-errors` },
  gatewayResponses: {
    label: "Developer guide: gateway response types",
    url: `${guide}/supported-gateway-response-types.html`,
  },
  authorizationFlow: {
    label: "Developer guide: how resource policies affect authorization",
    url: `${guide}/apigateway-authorization-flow.html`,
  },
  resourcePolicies: { label: "Developer guide: resource policies", url: `${guide}/apigateway-resource-policies.html` },
  iam: { label: "Developer guide: control access with IAM", url: `${guide}/permissions.html` },
  apiKeys: { label: "Developer guide: usage plans and API keys", url: `${guide}/api-gateway-api-usage-plans.html` },
  waf: { label: "Developer guide: AWS WAF in front of an API", url: `${guide}/apigateway-control-access-aws-waf.html` },
  cors: { label: "Developer guide: CORS for REST APIs", url: `${guide}/how-to-cors.html` },
  httpCors: { label: "Developer guide: CORS for HTTP APIs", url: `${guide}/http-api-cors.html` },
  jwt: { label: "Developer guide: JWT authorizers of HTTP APIs", url: `${guide}/http-api-jwt-authorizer.html` },
  httpAuthorizer: {
    label: "Developer guide: Lambda authorizers of HTTP APIs",
    url: `${guide}/http-api-lambda-authorizer.html`,
  },
  mappings: { label: "Developer guide: API mappings", url: `${guide}/rest-api-mappings.html` },
  mutualTls: { label: "Developer guide: mutual TLS", url: `${guide}/rest-api-mutual-tls.html` },
  disableEndpoint: {
    label: "Developer guide: disable the default endpoint",
    url: `${guide}/rest-api-disable-default-endpoint.html`,
  },
  privateApis: {
    label: "Developer guide: invoke a private API",
    url: `${guide}/apigateway-private-api-test-invoke-url.html`,
  },
  invoke: { label: "Developer guide: invoke a REST API", url: `${guide}/how-to-call-api.html` },
  websocket: {
    label: "Developer guide: control access to a WebSocket API",
    url: `${guide}/apigateway-websocket-api-control-access.html`,
  },
  sigv4: {
    label: "IAM: troubleshoot Signature Version 4",
    url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-troubleshooting.html",
  },
  cloudfront403: {
    label: "CloudFront: HTTP 403",
    url: "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/http-403-permission-denied.html",
  },
  cloudfrontFunctions: {
    label: "CloudFront guide: functions at the edge",
    url: "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/edge-functions.html",
  },
  cloudfrontPolicies: {
    label: "CloudFront: managed origin request policies",
    url: "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-managed-origin-request-policies.html",
  },
  securityPolicies: {
    label: "Developer guide: security policies and endpoint access mode",
    url: `${guide}/apigateway-security-policies.html`,
  },
  routingRules: {
    label: "Developer guide: routing rules of custom domains",
    url: `${guide}/rest-api-routing-rules.html`,
  },
  privateDomains: {
    label: "Developer guide: private custom domain names",
    url: `${guide}/apigateway-private-custom-domains.html`,
  },
  functionUrls: {
    label: "Lambda: access to function URLs",
    url: "https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html",
  },
  s3: {
    label: "S3: troubleshoot access denied",
    url: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/troubleshoot-403-errors.html",
  },
} as const satisfies Record<string, Link>;
