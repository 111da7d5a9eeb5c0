import { endpoint } from "../../../testing/examples/requests.ts";
import { forbidden, missingToken, ok, s3Error, throughEdge } from "../../../testing/examples/responses.ts";
import type { Examples } from "../../example.ts";

/** An error page of the distribution replaces API Gateway's response. */
export default {
  mustSay: [
    {
      title: "the web app's error page comes from S3; asked directly, the API refuses",
      exchanges: [
        { url: `${endpoint}/prod/api/order`, ...missingToken },
        {
          url: "https://www.example.com/api/order",
          ...throughEdge({
            status: 403,
            responseHeaders: { server: "AmazonS3", "content-type": "text/html" },
            responseBody:
              '<!doctype html><html><head><title>Shop</title></head><body><div id="app"></div></body></html>',
          }),
        },
      ],
    },
    {
      title: "S3 denies a path that the API itself refuses when it is asked directly",
      exchanges: [
        { url: `${endpoint}/prod/api/orders`, ...forbidden },
        { url: "https://www.example.com/api/orders", ...throughEdge(s3Error("AccessDenied", "Access Denied")) },
      ],
    },
    {
      title: "the web app's page from S3 with status 403; asked directly, the API responds",
      exchanges: [
        {
          url: "https://www.example.com/prod/api/orders",
          ...throughEdge({
            status: 403,
            responseHeaders: { server: "AmazonS3", "content-type": "text/html" },
            responseBody: "<!DOCTYPE html><html><body><main></main></body></html>",
          }),
        },
        { url: `${endpoint}/prod/api/orders`, ...ok },
      ],
      diagnose: 0,
    },
  ],
  mustNotSay: [
    {
      title: "S3 is the origin itself and denies",
      exchanges: [
        { url: "https://www.example.com/private/report.pdf", ...throughEdge(s3Error("AccessDenied", "Access Denied")) },
      ],
      insteadCause: "s3-access-denied",
    },
  ],
} satisfies Examples;
