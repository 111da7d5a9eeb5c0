import { bearer, domain, endpoint, epoch, jwt } from "../../../testing/examples/requests.ts";
import { httpForbidden, httpOk, withHeaders } from "../../../testing/examples/responses.ts";
import type { Examples } from "../../example.ts";

export default {
  mustSay: [
    {
      title: "a token for reading on a route that writes",
      exchanges: [
        {
          method: "POST",
          url: `${endpoint}/orders`,
          requestHeaders: { authorization: `Bearer ${jwt({ sub: "ada", scope: "orders.read", exp: epoch(3600) })}` },
          ...withHeaders(httpForbidden, {
            "www-authenticate":
              'Bearer scope="orders.write orders.admin" error="insufficient_scope" error_description="expected scopes: [orders.write orders.admin]"',
          }),
        },
      ],
    },
    {
      title: "on a custom domain, with a token that has no scope at all",
      exchanges: [
        { url: `${domain}/orders`, requestHeaders: { authorization: bearer }, ...httpOk },
        {
          method: "DELETE",
          url: `${domain}/orders/17`,
          requestHeaders: { authorization: bearer },
          ...withHeaders(httpForbidden, {
            "www-authenticate":
              'Bearer scope="orders.write" error="insufficient_scope" error_description="expected scopes: [orders.write]"',
          }),
        },
      ],
    },
    {
      title: "an ID token of a user pool, which has no scopes",
      exchanges: [
        {
          url: `${endpoint}/orders`,
          requestHeaders: {
            authorization: `Bearer ${jwt({ sub: "ada", token_use: "id", aud: "app", exp: epoch(3600) })}`,
          },
          ...withHeaders(httpForbidden, {
            "www-authenticate":
              'Bearer scope="orders/read" error="insufficient_scope" error_description="expected scopes: [orders/read]"',
          }),
        },
      ],
    },
  ],
  mustNotSay: [
    {
      title: "the same token, refused by a Lambda authorizer",
      exchanges: [
        { url: `${endpoint}/orders`, requestHeaders: { authorization: bearer }, ...httpOk },
        { method: "POST", url: `${endpoint}/orders`, requestHeaders: { authorization: bearer }, ...httpForbidden },
      ],
      insteadCause: "http-api-lambda-authorizer-deny",
    },
    {
      title: "an application's own bearer challenge",
      exchanges: [
        {
          url: "https://shop.example.com/api/orders",
          requestHeaders: { authorization: bearer },
          status: 403,
          responseHeaders: {
            server: "nginx/1.25.3",
            "www-authenticate": 'Bearer error="insufficient_scope", scope="orders.write"',
          },
          responseBody: '{"error":"insufficient_scope"}',
        },
      ],
      insteadCause: "application-own-403",
    },
  ],
} satisfies Examples;
