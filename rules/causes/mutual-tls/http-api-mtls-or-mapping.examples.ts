import { bearer, domain, endpoint } from "../../../testing/examples/requests.ts";
import { httpForbidden, httpNotFound, httpOk } from "../../../testing/examples/responses.ts";
import type { Examples } from "../../example.ts";

export default {
  mustSay: [
    {
      title: "a domain on which even unknown paths are Forbidden, while the API works",
      exchanges: [
        { url: `${endpoint}/orders`, ...httpOk },
        { url: `${domain}/orders`, ...httpForbidden },
        { url: `${domain}/customers`, ...httpForbidden },
        { url: `${domain}/nowhere`, ...httpForbidden },
      ],
      diagnose: 1,
    },
  ],
  mustNotSay: [
    {
      title: "unknown paths are not found, so the mapping is there",
      exchanges: [
        { url: `${domain}/nowhere`, requestHeaders: { authorization: bearer }, ...httpNotFound },
        { url: `${domain}/orders`, requestHeaders: { authorization: bearer }, ...httpForbidden },
      ],
      insteadCause: "http-api-lambda-authorizer-deny",
    },
  ],
} satisfies Examples;
