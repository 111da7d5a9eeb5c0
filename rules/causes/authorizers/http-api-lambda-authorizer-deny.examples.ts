import { bearer, endpoint, signed } from "../../../testing/examples/requests.ts";
import { httpForbidden, httpNotFound, httpOk } from "../../../testing/examples/responses.ts";
import type { Examples } from "../../example.ts";

export default {
  mustSay: [
    {
      title: "the token is good for another route, and unknown paths are not found",
      exchanges: [
        { url: `${endpoint}/orders`, requestHeaders: { authorization: bearer }, ...httpOk },
        { url: `${endpoint}/nowhere`, requestHeaders: { authorization: bearer }, ...httpNotFound },
        { url: `${endpoint}/admin`, requestHeaders: { authorization: bearer }, ...httpForbidden },
      ],
    },
    {
      title: "a bearer token, refused on the default endpoint",
      exchanges: [{ url: `${endpoint}/admin`, requestHeaders: { authorization: bearer }, ...httpForbidden }],
    },
  ],
  mustNotSay: [
    {
      title: "the call is signed",
      exchanges: [{ url: `${endpoint}/admin`, requestHeaders: signed(), ...httpForbidden }],
      insteadCause: "http-api-iam-denied",
    },
  ],
} satisfies Examples;
