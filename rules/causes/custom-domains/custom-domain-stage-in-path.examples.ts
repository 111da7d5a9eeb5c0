import { bearer, domain, endpoint, hashOfBearer, signed } from "../../../testing/examples/requests.ts";
import { hashedParseError, missingToken, ok, restRefusal } from "../../../testing/examples/responses.ts";
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
    {
      title: "one route catches all paths and wants a signature, so that the denial names the stage twice",
      exchanges: [
        {
          url: `${domain}/live/orders`,
          requestHeaders: signed(),
          status: 403,
          responseHeaders: restRefusal("AccessDeniedException"),
          responseBody: JSON.stringify({
            Message:
              "User: arn:aws:sts::123456789012:assumed-role/app/x is not authorized to perform: execute-api:Invoke on resource: arn:aws:execute-api:eu-west-1:********9012:a1b2c3d4e5/live/GET/live/orders because no identity-based policy allows the execute-api:Invoke action",
          }),
        },
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
