import type { ExampleExchange } from "../rules/example.ts";
import { apiKey, bearer, origin, preflight } from "../testing/examples/requests.ts";
import {
  accessDenied,
  type ExampleAnswer,
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
const hiddenByCors: ExampleAnswer = {
  status: 403,
  answers: { ...forbidden.answers, "content-length": "23" },
  error: "net::ERR_FAILED",
};

const bucketDenied: ExampleAnswer = {
  status: 403,
  answers: { server: "AmazonS3", "x-amz-request-id": "7G3QK0EXAMPLE000", "content-type": "application/xml" },
  body: '<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>',
};

/** An HTTP API with a JWT authorizer. */
const lacksScope: ExampleAnswer = {
  status: 403,
  answers: {
    ...httpApi,
    ...readable,
    "www-authenticate":
      'Bearer scope="invoices/read" error="insufficient_scope" error_description="expected scopes: [invoices/read]"',
  },
  body: '{"message":"Forbidden"}',
};

const byUser = { origin, authorization: bearer };
const byPartner = { origin, "x-api-key": apiKey };

export const exampleSession: readonly ExampleExchange[] = [
  { url: `${origin}/`, resourceType: "document", status: 200, answers: { "content-type": "text/html" }, body: "" },
  { url: `${shop}/prod/orders`, sends: byUser, wait: 420, ...worked },
  { url: `${shop}/prod/customers/17/addresses`, sends: byUser, wait: 18, ...denied },
  { url: `${shop}/prod/orders/1001`, sends: byUser, wait: 60, ...worked },
  { url: `${shop}/api/products?sort=price`, sends: { origin }, ...forbiddenToRead },
  { url: `${shop}/api/products/42`, sends: { origin }, ...forbiddenToRead },
  { url: `${shop}/api/recommendations?for=42`, sends: { origin }, ...forbiddenToRead },
  { ...preflight(`${shop}/prod/cart/items`, "PUT", "content-type"), ...missingToken },
  { method: "PUT", url: `${shop}/prod/cart/items`, sends: { origin }, ...noAnswer("net::ERR_FAILED") },
  { url: `${partners}/v1/rates?currency=EUR`, sends: byPartner, ...worked },
  { url: `${partners}/v1/rates?currency=USD`, sends: { origin }, ...hiddenByCors },
  { url: `${invoices}/invoices/2026-02`, sends: byUser, wait: 30, ...lacksScope },
  { method: "POST", url: `${reports}/prod/exports`, sends: byPartner, ...forbiddenToRead },
  {
    url: "https://shop-assets.s3.eu-west-1.amazonaws.com/images/42.webp",
    resourceType: "image",
    ...bucketDenied,
  },
];
