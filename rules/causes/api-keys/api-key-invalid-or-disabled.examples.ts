import { apiKey, endpoint } from "../../../testing/examples/requests.ts";
import { forbidden, ok, restError } from "../../../testing/examples/responses.ts";
import type { Examples } from "../../example.ts";

export default {
  mustSay: [
    {
      title: "a key that lost its last characters in copying",
      exchanges: [
        { url: `${endpoint}/prod/orders`, requestHeaders: { "x-api-key": apiKey }, ...ok },
        { url: `${endpoint}/prod/orders`, requestHeaders: { "x-api-key": apiKey.slice(0, -3) }, ...forbidden },
      ],
    },
    {
      title: "the wording of earlier years, which names the key",
      exchanges: [
        {
          url: `${endpoint}/prod/orders`,
          requestHeaders: { "x-api-key": apiKey },
          ...restError("ForbiddenException", "Invalid API Key identifier specified"),
        },
      ],
    },
  ],
  mustNotSay: [
    {
      title: "the same key is good on another stage",
      exchanges: [
        { url: `${endpoint}/dev/orders`, requestHeaders: { "x-api-key": apiKey }, ...ok },
        { url: `${endpoint}/prod/health`, ...ok },
        { url: `${endpoint}/prod/orders`, requestHeaders: { "x-api-key": apiKey }, ...forbidden },
      ],
      insteadCause: "api-key-not-in-usage-plan",
    },
    {
      title: "no key is sent at all",
      exchanges: [
        { url: `${endpoint}/prod/orders`, requestHeaders: { "x-api-key": apiKey }, ...ok },
        { url: `${endpoint}/prod/orders`, ...forbidden },
      ],
      insteadCause: "api-key-missing",
    },
  ],
} satisfies Examples;
