import { apiKey, bearer, endpoint, otherBearer } from "../../../testing/examples/requests.ts";
import { forbidden, ok, unauthorized } from "../../../testing/examples/responses.ts";
import type { Examples } from "../../example.ts";

/** With apiKeySource AUTHORIZER API Gateway ignores the header: the authorizer supplies the caller's key. */
export default {
  mustSay: [
    {
      title: "the same key on the same route, for another caller",
      exchanges: [
        { url: `${endpoint}/prod/orders`, requestHeaders: { authorization: bearer, "x-api-key": apiKey }, ...ok },
        {
          url: `${endpoint}/prod/orders`,
          requestHeaders: { authorization: otherBearer, "x-api-key": apiKey },
          ...forbidden,
        },
      ],
    },
    {
      title: "one caller needs no key, another is refused with one",
      exchanges: [
        { url: `${endpoint}/prod/orders`, ...unauthorized },
        { url: `${endpoint}/prod/orders`, requestHeaders: { authorization: bearer }, ...ok },
        {
          url: `${endpoint}/prod/orders`,
          requestHeaders: { authorization: otherBearer, "x-api-key": apiKey },
          ...forbidden,
        },
      ],
    },
  ],
  mustNotSay: [
    {
      title: "the key itself was cut off in copying",
      exchanges: [
        { url: `${endpoint}/prod/orders`, requestHeaders: { authorization: bearer, "x-api-key": apiKey }, ...ok },
        {
          url: `${endpoint}/prod/orders`,
          requestHeaders: { authorization: bearer, "x-api-key": apiKey.slice(0, -3) },
          ...forbidden,
        },
      ],
      insteadCause: "api-key-invalid-or-disabled",
    },
  ],
} satisfies Examples;
