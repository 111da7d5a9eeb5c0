import { endpoint, presigned, serverDate, sessionToken } from "../../../testing/examples/requests.ts";
import { restError, withHeaders } from "../../../testing/examples/responses.ts";
import type { Examples } from "../../example.ts";

export default {
  mustSay: [
    {
      title: "a link of fifteen minutes ago that lived for five",
      exchanges: [
        {
          url: `${endpoint}/prod/orders?${presigned(-900, 300)}`,
          ...restError(
            "InvalidSignatureException",
            "Signature expired: 20260302T091500Z is now earlier than 20260302T092500Z (20260302T093000Z - 5 min.)",
          ),
        },
      ],
    },
  ],
  mustNotSay: [
    {
      title: "a link that is fresh by the clock that made it",
      exchanges: [
        {
          url: `${endpoint}/prod/orders?${presigned(0, 300)}`,
          ...withHeaders(
            restError(
              "InvalidSignatureException",
              "Signature expired: 20260302T093000Z is now earlier than 20260302T094500Z (20260302T095000Z - 5 min.)",
            ),
            serverDate(1200),
          ),
        },
      ],
      insteadCause: "sigv4-clock-skew",
    },
    {
      title: "a link whose credentials ended before it did",
      exchanges: [
        {
          url: `${endpoint}/prod/orders?${presigned(-900, 86_400)}&X-Amz-Security-Token=${sessionToken}`,
          ...restError("ExpiredTokenException", "The security token included in the request is expired"),
        },
      ],
      insteadCause: "sigv4-session-token-expired",
    },
    {
      title: "a link that still has days, signed by a clock that is wrong",
      exchanges: [
        {
          url: `${endpoint}/prod/orders?${presigned(0, 86_400)}`,
          ...withHeaders(
            restError(
              "InvalidSignatureException",
              "Signature not yet current: 20260302T093000Z is still later than 20260302T092500Z (20260302T092000Z + 5 min.)",
            ),
            serverDate(-600),
          ),
        },
      ],
      insteadCause: "sigv4-clock-skew",
    },
  ],
  withoutCommand: { confirm: "the times in the link show it", fix: "the AWS CLI signs links to S3 alone" },
} satisfies Examples;
