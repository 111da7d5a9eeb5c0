import { readFileSync } from "node:fs";
import { expect, it, test } from "vitest";
import { materialBeside } from "../testing/material-beside.ts";
import { rules } from "./index.ts";

/** Every cause of a 403 from or around API Gateway that is known to us; each has a rule of its own. */
const causes = [
  "alb-403",
  "api-key-authorizer-source",
  "api-key-invalid-or-disabled",
  "api-key-missing",
  "api-key-not-in-usage-plan",
  "application-own-403",
  "appsync-waf-blocked",
  "aws-control-plane-no-cors",
  "aws-service-endpoint-403",
  "cache-invalidation-unauthorized",
  "china-default-endpoint-not-registered",
  "cloudflare-challenge",
  "cloudfront-bad-request",
  "cloudfront-custom-error-masks-origin",
  "cloudfront-geo-restricted",
  "cloudfront-host-forwarding",
  "cloudfront-signed-url",
  "cloudfront-stacked-distributions",
  "cloudfront-waf-blocked",
  "cognito-authorizer-denied",
  "cognito-waf-blocked",
  "corporate-proxy-403",
  "custom-domain-host-mismatch",
  "custom-domain-mapping-without-stage",
  "custom-domain-no-base-path-mapping",
  "custom-domain-stage-in-path",
  "custom-domain-wrong-api-mapped",
  "default-endpoint-disabled",
  "deployment-not-yet-propagated",
  "gateway-4xx-without-cors-headers",
  "gateway-response-customized",
  "http-api-iam-denied",
  "http-api-jwt-insufficient-scope",
  "http-api-lambda-authorizer-deny",
  "http-api-mtls-or-mapping",
  "iam-auth-non-sigv4-authorization",
  "iam-auth-unsigned-request",
  "iam-cross-account-needs-resource-policy",
  "iam-explicit-deny",
  "iam-identity-policy-implicit-deny",
  "integration-403-passthrough",
  "integration-aws-service-denied",
  "lambda-authorizer-cached-policy",
  "lambda-authorizer-explicit-deny",
  "lambda-authorizer-implicit-deny",
  "lambda-url-forbidden",
  "lambda-url-oac-body-hash",
  "local-emulator-403",
  "mtls-client-cert-rejected",
  "mtls-no-client-cert-tls-abort",
  "opensearch-access-policy",
  "other-cdn-or-waf-403",
  "preflight-options-not-defined",
  "preflight-options-requires-auth",
  "private-api-from-outside",
  "private-api-missing-api-id",
  "private-dns-hijacks-public-api",
  "proxy-host-header-rewrite",
  "resource-policy-explicit-deny",
  "resource-policy-implicit-deny",
  "resource-policy-principal-requires-iam",
  "rest-root-without-method",
  "rest-route-not-found",
  "rest-route-not-found-with-auth-header",
  "rest-stage-missing-or-unknown",
  "s3-access-denied",
  "s3-cors-forbidden",
  "s3-rejects-authorization-header",
  "s3-signature-does-not-match",
  "sigv4-access-key-unknown",
  "sigv4-clock-skew",
  "sigv4-malformed-authorization",
  "sigv4-presigned-url-expired",
  "sigv4-scope-mismatch",
  "sigv4-session-token-expired",
  "sigv4-session-token-missing-or-invalid",
  "sigv4-signature-mismatch",
  "vpc-endpoint-policy-denied",
  "vpc-endpoint-policy-evaluates-authorization",
  "waf-blocked-apigw",
  "waf-challenge-or-captcha",
  "waf-custom-response",
  "websocket-connect-denied",
  "websocket-management-not-authorized",
  "websocket-management-stage-in-path",
  "websocket-management-stage-missing",
  "websocket-route-not-matched",
  "wrong-base-path-same-host",
];

/**
 * Causes that have no rule, with the reason. An HTTP API whose default endpoint is disabled answers 404 with the very
 * bytes of any route that it does not have. That is no refusal, so nothing asks for its cause.
 */
const withoutRule = ["http-default-endpoint-disabled"];

test("every known cause has a rule, and every rule is a known cause", () => {
  expect(rules.map(({ id }) => id).toSorted()).toEqual(causes.toSorted());
});

/** The knowledge that the rules rest on. It is no part of this repository. */
const catalogue = materialBeside("aws-403/catalogue.md", "a rule for each cause of the catalogue");

it.skipIf(catalogue === null)("knows every cause that the catalogue has a section for", () => {
  const headings = [...readFileSync(catalogue ?? "", "utf8").matchAll(/^## ([a-z].*)$/gm)].flatMap(([, ids = ""]) =>
    ids.split(" / "),
  );
  expect([...causes, ...withoutRule].toSorted()).toEqual(headings.toSorted());
});
