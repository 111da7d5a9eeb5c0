import { endpoint, sessionToken, signed, temporaryKey } from "../../../testing/examples/requests.ts";
import { throughEdge, tokenInvalid } from "../../../testing/examples/responses.ts";
import type { Examples } from "../../example.ts";

export default {
  mustSay: [
    {
      title: "a temporary key without its session token",
      exchanges: [{ url: `${endpoint}/prod/orders`, requestHeaders: signed({ key: temporaryKey }), ...tokenInvalid }],
    },
    {
      title: "the session token is the word undefined",
      exchanges: [
        {
          url: `${endpoint}/prod/orders`,
          requestHeaders: signed({ key: temporaryKey, sessionToken: "undefined" }),
          ...throughEdge(tokenInvalid),
        },
      ],
    },
    {
      title: "a long-lived key with the session token of another profile",
      exchanges: [{ url: `${endpoint}/prod/orders`, requestHeaders: signed({ sessionToken }), ...tokenInvalid }],
    },
  ],
  mustNotSay: [
    {
      title: "a long-lived key needs no session token",
      exchanges: [{ url: `${endpoint}/prod/orders`, requestHeaders: signed(), ...tokenInvalid }],
      insteadCause: "sigv4-access-key-unknown",
    },
  ],
} satisfies Examples;
