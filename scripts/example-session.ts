import type { ExampleExchange } from "../rules/example.ts";
import { apiKey, bearer, origin, preflight } from "../testing/examples/requests.ts";
import {
  accessDenied,
  type ExampleResponse,
  forbidden,
  httpApi,
  missingToken,
  noAnswer,
  nothingAllowsIn,
  ok,
  withHeaders,
} from "../testing/examples/responses.ts";

/** What the panel's example shows: a page of a shop, most of whose calls work, and some are refused. */

const shop = "https://a1b2c3d4e5.execute-api.eu-west-1.amazonaws.com";
const reports = "https://k1l2m3n4o5.execute-api.eu-west-1.amazonaws.com";
const invoices = "https://p6q7r8s9t0.execute-api.eu-west-1.amazonaws.com";
const partners = "https://f6g7h8i9j0.execute-api.eu-west-1.amazonaws.com";

const readable = { "access-control-allow-origin": "*" };
const worked = withHeaders(ok, readable);
const forbiddenToRead = withHeaders(forbidden, readable);
const denied = withHeaders(
  accessDenied(`User is not authorized to access this resource${nothingAllowsIn("identity-based")}`),
  readable,
);

/** The browser withholds what the gateway said from the page, and the body from DevTools. */
const hiddenByCors: ExampleResponse = {
  status: 403,
  responseHeaders: { ...forbidden.responseHeaders, "content-length": "23" },
  error: "net::ERR_FAILED",
};

const bucketDenied: ExampleResponse = {
  status: 403,
  responseHeaders: { server: "AmazonS3", "x-amz-request-id": "7G3QK0EXAMPLE000", "content-type": "application/xml" },
  responseBody:
    '<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>',
};

/** An HTTP API with a JWT authorizer. */
const lacksScope: ExampleResponse = {
  status: 403,
  responseHeaders: {
    ...httpApi,
    ...readable,
    "www-authenticate":
      'Bearer scope="invoices/read" error="insufficient_scope" error_description="expected scopes: [invoices/read]"',
  },
  responseBody: '{"message":"Forbidden"}',
};

const byUser = { origin, authorization: bearer };
const byPartner = { origin, "x-api-key": apiKey };

export const exampleSession: readonly ExampleExchange[] = [
  {
    url: `${origin}/`,
    resourceType: "document",
    status: 200,
    responseHeaders: { "content-type": "text/html" },
    responseBody: "",
  },
  { url: `${shop}/prod/orders`, requestHeaders: byUser, ttfb: 420, ...worked },
  { url: `${shop}/prod/customers/17/addresses`, requestHeaders: byUser, ttfb: 18, ...denied },
  { url: `${shop}/prod/orders/1001`, requestHeaders: byUser, ttfb: 60, ...worked },
  { url: `${shop}/api/products?sort=price`, requestHeaders: { origin }, ...forbiddenToRead },
  { url: `${shop}/api/products/42`, requestHeaders: { origin }, ...forbiddenToRead },
  { url: `${shop}/api/recommendations?for=42`, requestHeaders: { origin }, ...forbiddenToRead },
  { ...preflight(`${shop}/prod/cart/items`, "PUT", "content-type"), ...missingToken },
  { method: "PUT", url: `${shop}/prod/cart/items`, requestHeaders: { origin }, ...noAnswer("net::ERR_FAILED") },
  { url: `${partners}/v1/rates?currency=EUR`, requestHeaders: byPartner, ...worked },
  { url: `${partners}/v1/rates?currency=USD`, requestHeaders: { origin }, ...hiddenByCors },
  { url: `${invoices}/invoices/2026-02`, requestHeaders: byUser, ttfb: 30, ...lacksScope },
  { method: "POST", url: `${reports}/prod/exports`, requestHeaders: byPartner, ...forbiddenToRead },
  {
    url: "https://shop-assets.s3.eu-west-1.amazonaws.com/images/42.webp",
    resourceType: "image",
    ...bucketDenied,
  },
];
