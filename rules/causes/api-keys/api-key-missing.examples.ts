import { apiKey, domain, endpoint } from "../../../testing/examples/requests.ts";
import { forbidden, ok, throughEdge, tooManyRequests } from "../../../testing/examples/responses.ts";
import type { Examples } from "../../example.ts";

export default {
  mustSay: [
    {
      title: "the rest of the page sends a key, this request doesn't",
      exchanges: [
        { url: `${endpoint}/prod/orders`, requestHeaders: { "x-api-key": apiKey }, ...ok },
        { url: `${endpoint}/prod/orders/17`, ...forbidden },
      ],
    },
    {
      title: "the key is in the query, where API Gateway doesn't look",
      exchanges: [
        { url: `${endpoint}/prod/health`, ...ok },
        { url: `${endpoint}/prod/orders?api_key=${apiKey}`, ...forbidden },
      ],
    },
    {
      title: "edge-optimized API whose usage plan shows in a 429",
      exchanges: [
        { url: `${domain}/shop/orders`, requestHeaders: { "x-api-key": apiKey }, ...throughEdge(tooManyRequests) },
        { url: `${domain}/shop/orders`, ...throughEdge(forbidden) },
      ],
    },
    {
      title: "the key is in a header of another name",
      exchanges: [
        { url: `${endpoint}/prod/health`, ...ok },
        { url: `${endpoint}/prod/orders`, requestHeaders: { apikey: apiKey }, ...forbidden },
      ],
    },
  ],
  mustNotSay: [
    {
      title: "the same route takes a small body without any key",
      exchanges: [
        { method: "POST", url: `${endpoint}/prod/orders`, requestBody: '{"items":[1]}', ...ok },
        { method: "POST", url: `${endpoint}/prod/orders`, bodySize: 24_576, ...forbidden },
      ],
      insteadCause: "waf-blocked-apigw",
    },
    {
      title: "the path lacks the stage that works",
      exchanges: [
        { url: `${endpoint}/prod/orders`, ...ok },
        { url: `${endpoint}/orders`, ...forbidden },
      ],
      insteadCause: "rest-stage-missing-or-unknown",
    },
  ],
} satisfies Examples;
