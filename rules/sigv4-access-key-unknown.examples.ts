import type { Examples } from "../src/diagnosis/example.ts";
import { tokenInvalid } from "./example-answers.ts";
import { endpoint, signed, temporaryKey } from "./example-requests.ts";

export default {
  mustSay: [
    {
      title: "a long-lived key that was deleted",
      exchanges: [{ url: `${endpoint}/prod/orders`, sends: signed(), ...tokenInvalid }],
    },
  ],
  mustNotSay: [
    {
      title: "a temporary key without its session token",
      exchanges: [{ url: `${endpoint}/prod/orders`, sends: signed({ key: temporaryKey }), ...tokenInvalid }],
      says: "sigv4-session-token-missing-or-invalid",
    },
  ],
} satisfies Examples;
