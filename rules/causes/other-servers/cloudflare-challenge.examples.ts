import { domain } from "../../../testing/examples/requests.ts";
import { missingToken, ok, withHeaders } from "../../../testing/examples/responses.ts";
import type { Examples } from "../../example.ts";

const cloudflare = { server: "cloudflare", "cf-ray": "0123456789abcdef-FRA" } as const;

export default {
  mustSay: [
    {
      title: "a managed challenge instead of the response",
      exchanges: [
        {
          url: "https://shop.example.com/api/orders",
          status: 403,
          responseHeaders: { ...cloudflare, "content-type": "text/html; charset=UTF-8", "cf-mitigated": "challenge" },
          responseBody:
            '<!DOCTYPE html><html lang="en-US"><head><title>Just a moment...</title></head><body></body></html>',
        },
      ],
    },
    {
      title: "a firewall rule, in 16 bytes",
      exchanges: [
        {
          url: "https://shop.example.com/api/orders",
          status: 403,
          responseHeaders: { ...cloudflare, "content-type": "text/plain; charset=UTF-8" },
          responseBody: "error code: 1020",
        },
      ],
    },
  ],
  mustNotSay: [
    {
      title: "API Gateway's own response, handed on by Cloudflare",
      exchanges: [
        { url: `${domain}/orders`, ...withHeaders(ok, cloudflare) },
        { url: `${domain}/order`, ...withHeaders(missingToken, cloudflare) },
      ],
      insteadCause: "rest-route-not-found",
    },
    {
      title: "an application's JSON that Cloudflare did not take from its cache",
      exchanges: [
        {
          url: "https://shop.example.com/api/orders",
          status: 403,
          responseHeaders: { ...cloudflare, "cf-cache-status": "DYNAMIC" },
          responseBody: '{"error":"only editors may do this"}',
        },
      ],
      insteadCause: "application-own-403",
    },
  ],
  withoutCommand: { confirm: "Cloudflare's events show it", fix: "Cloudflare's rules decide" },
} satisfies Examples;
