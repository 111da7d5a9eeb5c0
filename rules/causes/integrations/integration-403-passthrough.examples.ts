import { bearer, domain, endpoint, methodArn, role, signed } from "../../../testing/examples/requests.ts";
import {
  edge,
  httpApi,
  httpOk,
  invokeDenied,
  missingToken,
  nothingAllowsIn,
  restIds,
  restRefusal,
  restSuccess,
  signatureMismatch,
  withHeaders,
} from "../../../testing/examples/responses.ts";
import type { Examples } from "../../example.ts";

const denialOfOtherApi = methodArn("prod/GET/orders").replace("a1b2c3d4e5", "f6g7h8i9j0");

export default {
  mustSay: [
    {
      title: "a Lambda function with a framework's CSRF check",
      exchanges: [
        {
          method: "POST",
          url: `${endpoint}/prod/orders`,
          requestBody: "{}",
          status: 403,
          responseHeaders: { ...restSuccess, "access-control-allow-origin": "*" },
          responseBody: '{"detail":"CSRF Failed: CSRF token missing."}',
          ttfb: 180,
        },
      ],
    },
    {
      title: "an HTTP integration, whose headers API Gateway renames",
      exchanges: [
        {
          url: `${domain}/orders`,
          status: 403,
          responseHeaders: {
            ...restIds,
            "content-type": "text/html",
            "x-amzn-remapped-server": "nginx/1.25.3",
            "x-amzn-remapped-date": "Mon, 02 Mar 2026 09:30:00 GMT",
          },
          responseBody:
            "<html><head><title>403 Forbidden</title></head><body><center><h1>403 Forbidden</h1></center></body></html>",
        },
      ],
    },
    {
      title: "an HTTP API's function refuses in words of its own",
      exchanges: [
        { url: `${endpoint}/orders`, ...httpOk },
        {
          url: `${endpoint}/orders/17`,
          status: 403,
          responseHeaders: httpApi,
          responseBody: '{"error":"not your order"}',
        },
      ],
    },
    {
      title: "an HTTP backend without any mark but its words and its time",
      exchanges: [
        ...[210, 190, 230].map((wait, index) => ({
          url: `${endpoint}/prod/orders/${index}`,
          wait,
          status: 200,
          responseHeaders: restIds,
          responseBody: "{}",
        })),
        {
          url: `${endpoint}/prod/orders/17`,
          ttfb: 205,
          status: 403,
          responseHeaders: restIds,
          responseBody: '{"error":"not yours"}',
        },
      ],
    },
    {
      title: "a function hands on the denial of the API that it called: other verb and path, and a caller of its own",
      exchanges: [
        {
          url: `${domain}/shop/orders`,
          requestHeaders: { authorization: bearer },
          ...withHeaders(invokeDenied(role, methodArn("prod/POST/stock/reserve"), nothingAllowsIn("identity-based")), {
            ...restSuccess,
          }),
        },
      ],
    },
    {
      title: "an API behind the API denies, as its id in the ARN shows",
      exchanges: [
        {
          url: `${endpoint}/prod/orders`,
          ...invokeDenied("anonymous", denialOfOtherApi, " with an explicit deny in a resource-based policy"),
        },
      ],
    },
    {
      title: "the backend's own signed call failed: this one has a Bearer token",
      exchanges: [
        {
          url: `${endpoint}/prod/orders`,
          requestHeaders: { authorization: bearer },
          ...withHeaders(signatureMismatch, restSuccess),
        },
      ],
    },
    {
      title: "a framework's Forbidden behind an HTTP API, letter by letter the gateway's",
      exchanges: [
        {
          url: `${endpoint}/orders`,
          requestHeaders: { authorization: bearer },
          status: 403,
          responseHeaders: {
            ...httpApi,
            "content-type": "application/json; charset=utf-8",
            etag: 'W/"17-abcdefghijklmnopqrstuvwxyz0"',
          },
          responseBody: '{"message":"Forbidden"}',
        },
      ],
    },
    {
      title: "a backend behind an HTTP API misses a scope in words of its own",
      exchanges: [
        {
          url: `${endpoint}/orders`,
          requestHeaders: { authorization: bearer },
          status: 403,
          responseHeaders: {
            ...httpApi,
            "www-authenticate":
              'Bearer error="insufficient_scope", error_description="The access token may not do this"',
          },
          responseBody: "",
        },
      ],
    },
    {
      title: "CloudFront behind an HTTP API blocks the country of the API",
      exchanges: [
        {
          url: `${endpoint}/films`,
          status: 403,
          responseHeaders: { ...httpApi, ...edge, server: "CloudFront", "content-type": "text/html" },
          responseBody:
            "<H1>403 ERROR</H1><H2>The request could not be satisfied.</H2>The Amazon CloudFront distribution is configured to block access from your country.",
        },
      ],
    },
  ],
  mustNotSay: [
    {
      title: "a mapping's key stands before the path that the API denies to the caller who signed",
      exchanges: [
        {
          url: `${domain}/shop/orders`,
          requestHeaders: signed(),
          ...invokeDenied(role, methodArn("prod/GET/orders"), nothingAllowsIn("identity-based")),
        },
      ],
      insteadCause: "iam-identity-policy-implicit-deny",
    },
    {
      title: "AWS WAF sets its cookie on what the gateway refuses",
      exchanges: [
        {
          url: `${endpoint}/prod/orders`,
          ...withHeaders(missingToken, { "set-cookie": "aws-waf-token=0123; Path=/" }),
        },
      ],
      insteadCause: "rest-route-not-found",
    },
    {
      title: "the owner's gateway response has own words too, but keeps the error type",
      exchanges: [
        {
          url: `${endpoint}/prod/orders`,
          status: 403,
          responseHeaders: restRefusal("AccessDeniedException"),
          responseBody: '{"detail":"You may not do that."}',
        },
      ],
      insteadCause: "gateway-response-customized",
    },
    {
      title: "an application that no API Gateway stands before",
      exchanges: [
        {
          url: "https://shop.example.com/api/orders",
          status: 403,
          responseHeaders: { server: "nginx/1.25.3" },
          responseBody: '{"detail":"CSRF Failed: CSRF token missing."}',
        },
      ],
      insteadCause: "application-own-403",
    },
  ],
  withoutCommand: { fix: "the backend decides" },
} satisfies Examples;
