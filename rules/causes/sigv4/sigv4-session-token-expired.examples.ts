import { endpoint, sessionToken, signed, temporaryKey } from "../../../testing/examples/requests.ts";
import { ok, restError, tokenInvalid } from "../../../testing/examples/responses.ts";
import type { Examples } from "../../example.ts";

export default {
  mustSay: [
    {
      title: "the identity pool's credentials are an hour old",
      exchanges: [
        { url: `${endpoint}/prod/orders`, requestHeaders: signed({ key: temporaryKey, sessionToken }), ...ok },
        {
          url: `${endpoint}/prod/orders`,
          at: 3700,
          requestHeaders: signed({ key: temporaryKey, sessionToken, at: 3700 }),
          ...restError("ExpiredTokenException", "The security token included in the request is expired"),
        },
      ],
    },
  ],
  mustNotSay: [
    {
      title: "the token is called invalid: it was never sent",
      exchanges: [{ url: `${endpoint}/prod/orders`, requestHeaders: signed({ key: temporaryKey }), ...tokenInvalid }],
      insteadCause: "sigv4-session-token-missing-or-invalid",
    },
  ],
} satisfies Examples;
