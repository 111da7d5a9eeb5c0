import { domain } from "../../../testing/examples/requests.ts";
import { restSuccess } from "../../../testing/examples/responses.ts";
import type { Examples } from "../../example.ts";

export default {
  mustSay: [
    {
      title: "an application behind nginx, in lower case",
      exchanges: [
        {
          url: "https://shop.example.com/api/orders",
          status: 403,
          responseHeaders: { server: "nginx/1.25.3", "x-powered-by": "Express" },
          responseBody: '{"message":"forbidden"}',
        },
      ],
    },
    {
      title: "Kong is an API gateway, but not Amazon's",
      exchanges: [
        {
          url: "https://shop.example.com/api/orders",
          status: 403,
          responseHeaders: { server: "kong/3.4.2", "x-kong-response-latency": "1" },
          responseBody: '{"message":"You cannot consume this service"}',
        },
      ],
    },
    {
      title: "an unreadable picture whose length is by chance that of a response of API Gateway's",
      exchanges: [
        {
          url: "https://shop.example.com/pixel",
          status: 403,
          responseHeaders: { server: "nginx", "content-type": "image/png", "content-length": "42" },
        },
      ],
    },
    {
      title: "unreadable JSON of such a length from a server that names itself",
      exchanges: [
        {
          url: "https://shop.example.com/api/orders",
          status: 403,
          responseHeaders: { server: "Apache/2.4.57", "content-length": "68" },
        },
      ],
    },
  ],
  mustNotSay: [
    {
      title: "the same words from a Lambda function behind API Gateway",
      exchanges: [
        { url: `${domain}/orders`, status: 403, responseHeaders: restSuccess, responseBody: '{"message":"forbidden"}' },
      ],
      insteadCause: "integration-403-passthrough",
    },
  ],
  withoutCommand: { fix: "the application that responds decides" },
} satisfies Examples;
