import { apiKey, domain, endpoint } from "../../../testing/examples/requests.ts";
import { cloudFrontPage, forbidden, ok, throughEdge } from "../../../testing/examples/responses.ts";
import type { Examples } from "../../example.ts";

export default {
  mustSay: [
    {
      title: "the route takes small bodies, not one over 8 KB",
      exchanges: [
        { method: "POST", url: `${endpoint}/prod/orders`, requestBody: '{"items":[1]}', ttfb: 180, ...ok },
        { method: "POST", url: `${endpoint}/prod/orders`, bodySize: 24_576, ttfb: 20, ...forbidden },
      ],
    },
    {
      title: "script in the query, with the same key that works otherwise",
      exchanges: [
        { url: `${domain}/orders?q=shoes`, requestHeaders: { "x-api-key": apiKey }, ...throughEdge(ok) },
        {
          url: `${domain}/orders?q=${encodeURIComponent("<script>alert(1)</script>")}`,
          requestHeaders: { "x-api-key": apiKey },
          ...throughEdge(forbidden),
        },
      ],
    },
    {
      title: "a rate rule: the same request works, is refused for a while, and works again",
      exchanges: [
        { url: `${endpoint}/prod/orders`, ...ok },
        { url: `${endpoint}/prod/orders`, ...forbidden },
        { url: `${endpoint}/prod/orders`, at: 240, ...ok },
      ],
      diagnose: 1,
    },
    {
      title: "a path that scanners ask for, on a stage that works",
      exchanges: [
        { url: `${endpoint}/prod/orders`, ...ok },
        { url: `${endpoint}/prod/.env`, ...forbidden },
      ],
    },
    {
      title: "the largest body that passes and the smallest that does not have 8 KB between them",
      exchanges: [
        { method: "POST", url: `${domain}/orders`, bodySize: 7900, ...ok },
        { method: "POST", url: `${domain}/orders`, bodySize: 8400, ...forbidden },
      ],
    },
    {
      title: "numbers that the route takes without a key, until one call after another is refused",
      exchanges: [
        { url: `${endpoint}/prod/orders/17`, at: 0, ...ok },
        { url: `${endpoint}/prod/orders/18`, at: 0.2, ...ok },
        { url: `${endpoint}/prod/orders/19`, at: 0.4, ...forbidden },
        { url: `${endpoint}/prod/orders/20`, at: 0.6, ...forbidden },
      ],
    },
  ],
  mustNotSay: [
    {
      title: "the same small request, without the key that the others send",
      exchanges: [
        { url: `${endpoint}/prod/orders`, requestHeaders: { "x-api-key": apiKey }, ...ok },
        { url: `${endpoint}/prod/orders`, ...forbidden },
      ],
      insteadCause: "api-key-missing",
    },
    {
      title: "CloudFront's own page: the web ACL is on the distribution",
      exchanges: [
        {
          method: "POST",
          url: "https://www.example.com/api/orders",
          bodySize: 24_576,
          ...cloudFrontPage("Request blocked."),
        },
      ],
      insteadCause: "cloudfront-waf-blocked",
    },
    {
      title: "a large body to a path without its stage",
      exchanges: [
        { method: "POST", url: `${endpoint}/prod/orders`, bodySize: 24_576, ...ok },
        { method: "POST", url: `${endpoint}/orders`, bodySize: 24_576, ...forbidden },
      ],
      insteadCause: "rest-stage-missing-or-unknown",
    },
    {
      title: "a large body without its key; a larger one passes with it",
      exchanges: [
        {
          method: "POST",
          url: `${endpoint}/prod/orders`,
          bodySize: 40_000,
          requestHeaders: { "x-api-key": apiKey },
          ...ok,
        },
        { method: "POST", url: `${endpoint}/prod/orders`, bodySize: 24_576, ...forbidden },
      ],
      insteadCause: "api-key-missing",
    },
    {
      title: "the same route works half a year later: much may have changed in between",
      exchanges: [
        { url: `${endpoint}/prod/orders`, ...forbidden },
        { url: `${endpoint}/prod/orders`, at: 15_552_000, ...ok },
      ],
      diagnose: 0,
    },
  ],
} satisfies Examples;
