import { apiKey, domain, endpoint } from "../../../testing/examples/requests.ts";
import { forbidden, missingToken, ok } from "../../../testing/examples/responses.ts";
import type { Examples } from "../../example.ts";

export default {
  mustSay: [
    {
      title: "/v2 for /public/v2, on a vendor's domain",
      exchanges: [
        { url: `${domain}/public/v2/orders`, requestHeaders: { "x-api-key": apiKey }, ...ok },
        { url: `${domain}/v2/no-such-route`, requestHeaders: { "x-api-key": apiKey }, ...missingToken },
        { url: `${domain}/v2/orders`, requestHeaders: { "x-api-key": apiKey }, ...forbidden },
      ],
    },
  ],
  mustNotSay: [
    {
      title: "the API is the right one, the key is not",
      exchanges: [
        { url: `${domain}/v2/orders`, requestHeaders: { "x-api-key": apiKey }, ...ok },
        { url: `${domain}/v2/orders`, requestHeaders: { "x-api-key": apiKey.slice(0, -3) }, ...forbidden },
      ],
      insteadCause: "api-key-invalid-or-disabled",
    },
    {
      title: "two stages of one API on its own name",
      exchanges: [
        { url: `${endpoint}/dev/orders`, requestHeaders: { "x-api-key": apiKey }, ...ok },
        { url: `${endpoint}/prod/health`, ...ok },
        { url: `${endpoint}/prod/orders`, requestHeaders: { "x-api-key": apiKey }, ...forbidden },
      ],
      insteadCause: "api-key-not-in-usage-plan",
    },
  ],
  withoutCommand: { fix: "the caller must use another path" },
} satisfies Examples;
