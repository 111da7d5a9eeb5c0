import type { Examples } from "../src/diagnosis/example.ts";
import { httpApi, httpOk, restIds, restRefusal, restSuccess } from "./example-answers.ts";
import { domain, endpoint } from "./example-requests.ts";

export default {
  mustSay: [
    {
      title: "a Lambda function with a framework's CSRF check",
      exchanges: [
        {
          method: "POST",
          url: `${endpoint}/prod/orders`,
          sendsBody: "{}",
          status: 403,
          answers: { ...restSuccess, "access-control-allow-origin": "*" },
          body: '{"detail":"CSRF Failed: CSRF token missing."}',
          wait: 180,
        },
      ],
    },
    {
      title: "an HTTP integration, whose headers API Gateway renames",
      exchanges: [
        {
          url: `${domain}/orders`,
          status: 403,
          answers: {
            ...restIds,
            "content-type": "text/html",
            "x-amzn-remapped-server": "nginx/1.25.3",
            "x-amzn-remapped-date": "Mon, 02 Mar 2026 09:30:00 GMT",
          },
          body: "<html><head><title>403 Forbidden</title></head><body><center><h1>403 Forbidden</h1></center></body></html>",
        },
      ],
    },
    {
      title: "an HTTP API's function refuses in words of its own",
      exchanges: [
        { url: `${endpoint}/orders`, ...httpOk },
        { url: `${endpoint}/orders/17`, status: 403, answers: httpApi, body: '{"error":"not your order"}' },
      ],
    },
    {
      title: "an HTTP backend without any mark but its words and its time",
      exchanges: [
        ...[210, 190, 230].map((wait, index) => ({
          url: `${endpoint}/prod/orders/${index}`,
          wait,
          status: 200,
          answers: restIds,
          body: "{}",
        })),
        { url: `${endpoint}/prod/orders/17`, wait: 205, status: 403, answers: restIds, body: '{"error":"not yours"}' },
      ],
    },
  ],
  mustNotSay: [
    {
      title: "the owner's gateway response has own words too, but keeps the error type",
      exchanges: [
        {
          url: `${endpoint}/prod/orders`,
          status: 403,
          answers: restRefusal("AccessDeniedException"),
          body: '{"detail":"You may not do that."}',
        },
      ],
      says: "gateway-response-customized",
    },
    {
      title: "an application that no API Gateway stands before",
      exchanges: [
        {
          url: "https://shop.example.com/api/orders",
          status: 403,
          answers: { server: "nginx/1.25.3" },
          body: '{"detail":"CSRF Failed: CSRF token missing."}',
        },
      ],
      says: "application-own-403",
    },
  ],
} satisfies Examples;
