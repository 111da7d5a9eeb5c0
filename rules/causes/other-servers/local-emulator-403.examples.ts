import { bearer } from "../../../testing/examples/requests.ts";
import type { Examples } from "../../example.ts";

export default {
  mustSay: [
    {
      title: "serverless-offline refuses a token",
      exchanges: [
        {
          url: "http://localhost:3000/dev/orders",
          requestHeaders: { authorization: bearer },
          status: 403,
          responseHeaders: { "cache-control": "no-cache" },
          responseBody: '{"statusCode":403,"error":"Forbidden","message":"No principalId set on the Response"}',
        },
      ],
    },
    {
      title: "LocalStack words it as AWS does",
      exchanges: [
        {
          url: "https://a1b2c3d4e5.execute-api.localhost.localstack.cloud:4566/dev/order",
          status: 403,
          responseHeaders: { "x-amzn-errortype": "MissingAuthenticationTokenException" },
          responseBody: '{"message":"Missing Authentication Token"}',
        },
      ],
    },
    {
      title: "SAM local says what AWS says, without AWS's headers",
      exchanges: [
        { url: "http://localhost:3000/order", status: 403, responseBody: '{"message":"Missing Authentication Token"}' },
      ],
    },
  ],
  mustNotSay: [
    {
      title: "the same envelope from an application on the internet",
      exchanges: [
        {
          url: "https://shop.example.com/dev/orders",
          requestHeaders: { authorization: bearer },
          status: 403,
          responseHeaders: { "cache-control": "no-cache" },
          responseBody: '{"statusCode":403,"error":"Forbidden","message":"No principalId set on the Response"}',
        },
      ],
      insteadCause: "application-own-403",
    },
    {
      title: "an application of one's own on this machine",
      exchanges: [
        {
          url: "http://localhost:8080/orders",
          status: 403,
          responseHeaders: { "x-powered-by": "Express" },
          responseBody: '{"error":"not your order"}',
        },
      ],
      insteadCause: "application-own-403",
    },
  ],
  withoutCommand: { confirm: "the emulator's log shows it", fix: "the emulator's configuration decides" },
} satisfies Examples;
