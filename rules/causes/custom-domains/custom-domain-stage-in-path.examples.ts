import { bearer, domain, endpoint, hashOfBearer } from "../../../testing/examples/requests.ts";
import { hashedParseError, missingToken, ok } from "../../../testing/examples/responses.ts";
import type { Examples } from "../../example.ts";

export default {
  mustSay: [
    {
      title: "the path with the stage cut off works",
      exchanges: [
        { url: `${domain}/orders`, ...ok },
        { url: `${domain}/prod/orders`, ...missingToken },
      ],
    },
    {
      title: "the stage was carried over from the execute-api name",
      exchanges: [
        { url: `${endpoint}/dev/orders`, requestHeaders: { authorization: bearer }, ...ok },
        { url: `${domain}/dev/orders`, requestHeaders: { authorization: bearer }, ...hashedParseError(hashOfBearer) },
      ],
    },
  ],
  mustNotSay: [
    {
      title: "the first segment is a resource that works, the last is unknown",
      exchanges: [
        { url: `${domain}/orders/17`, ...ok },
        { url: `${domain}/orders/17/lines`, ...missingToken },
      ],
      insteadCause: "rest-route-not-found",
    },
  ],
} satisfies Examples;
