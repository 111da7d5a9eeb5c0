import type { Examples } from "../src/diagnosis/example.ts";
import { restError, signatureMismatch } from "./example-answers.ts";
import { domain, endpoint, signed } from "./example-requests.ts";

export default {
  mustSay: [
    {
      title: "signed for another region, in the current wording",
      exchanges: [
        {
          url: `${endpoint}/prod/orders`,
          sends: signed({ region: "us-east-1" }),
          ...restError("InvalidSignatureException", "Credential should be scoped to a valid region. "),
        },
      ],
    },
    {
      title: "signed for another service on a custom domain, in the older wording",
      exchanges: [
        {
          url: `${domain}/orders`,
          sends: signed({ region: "us-east-1", service: "api" }),
          ...restError(
            "SignatureDoesNotMatch",
            "Credential should be scoped to a valid region, not 'us-east-1'. Credential should be scoped to correct service: 'execute-api'. ",
          ),
        },
      ],
    },
  ],
  mustNotSay: [
    {
      title: "the scope is right, the signature isn't",
      exchanges: [{ url: `${endpoint}/prod/orders`, sends: signed(), ...signatureMismatch }],
      says: "sigv4-signature-mismatch",
    },
  ],
} satisfies Examples;
