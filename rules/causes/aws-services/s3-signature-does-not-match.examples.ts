import { endpoint, presigned, signed } from "../../../testing/examples/requests.ts";
import { s3Error, signatureMismatch } from "../../../testing/examples/responses.ts";
import type { Examples } from "../../example.ts";

export default {
  mustSay: [
    {
      title: "an upload with another content type than was signed",
      exchanges: [
        {
          method: "PUT",
          url: `https://uploads-example.s3.eu-west-1.amazonaws.com/photo.jpg?${presigned(0, 300)}`,
          requestHeaders: { "content-type": "image/png" },
          bodySize: 1024,
          ...s3Error(
            "SignatureDoesNotMatch",
            "The request signature we calculated does not match the signature you provided. Check your key and signing method.",
          ),
        },
      ],
    },
  ],
  mustNotSay: [
    {
      title: "API Gateway doesn't accept the signature",
      exchanges: [{ url: `${endpoint}/prod/orders`, requestHeaders: signed(), ...signatureMismatch }],
      insteadCause: "sigv4-signature-mismatch",
    },
  ],
  withoutCommand: { confirm: "only the signer knows what was signed" },
} satisfies Examples;
