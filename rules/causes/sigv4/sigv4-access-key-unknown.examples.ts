import { endpoint, sessionToken, signed, temporaryKey } from "../../../testing/examples/requests.ts";
import { tokenInvalid } from "../../../testing/examples/responses.ts";
import type { Examples } from "../../example.ts";

export default {
  mustSay: [
    {
      title: "a long-lived key that was deleted",
      exchanges: [{ url: `${endpoint}/prod/orders`, requestHeaders: signed(), ...tokenInvalid }],
    },
    {
      title: "an emulator's key, which AWS never gave out",
      exchanges: [{ url: `${endpoint}/prod/orders`, requestHeaders: signed({ key: "test" }), ...tokenInvalid }],
    },
  ],
  mustNotSay: [
    {
      title: "a good key, spoilt by a session token that is not its own",
      exchanges: [{ url: `${endpoint}/prod/orders`, requestHeaders: signed({ sessionToken }), ...tokenInvalid }],
      insteadCause: "sigv4-session-token-missing-or-invalid",
    },
    {
      title: "a temporary key without its session token",
      exchanges: [{ url: `${endpoint}/prod/orders`, requestHeaders: signed({ key: temporaryKey }), ...tokenInvalid }],
      insteadCause: "sigv4-session-token-missing-or-invalid",
    },
  ],
} satisfies Examples;
