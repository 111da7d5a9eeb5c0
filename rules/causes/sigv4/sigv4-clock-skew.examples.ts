import { endpoint, origin, presigned, serverDate, signed } from "../../../testing/examples/requests.ts";
import { ok, restError, restRefusal, withHeaders } from "../../../testing/examples/responses.ts";
import type { Examples } from "../../example.ts";

export default {
  mustSay: [
    {
      title: "the client's clock is ten minutes slow",
      exchanges: [
        {
          url: `${endpoint}/prod/orders`,
          requestHeaders: signed(),
          ...withHeaders(
            restError(
              "InvalidSignatureException",
              "Signature expired: 20260302T093000Z is now earlier than 20260302T093500Z (20260302T094000Z - 5 min.)",
            ),
            serverDate(600),
          ),
        },
      ],
    },
    {
      title: "the client's clock is ten minutes fast",
      exchanges: [
        {
          url: `${endpoint}/prod/orders`,
          requestHeaders: signed(),
          ...withHeaders(
            restError(
              "InvalidSignatureException",
              "Signature not yet current: 20260302T093000Z is still later than 20260302T092500Z (20260302T092000Z + 5 min.)",
            ),
            serverDate(-600),
          ),
        },
      ],
    },
    {
      title: "the clock is right; the signature is a stored one",
      exchanges: [
        { url: `${endpoint}/prod/orders`, requestHeaders: signed(), ...ok },
        {
          url: `${endpoint}/prod/orders`,
          at: 900,
          requestHeaders: signed(),
          ...restError(
            "InvalidSignatureException",
            "Signature expired: 20260302T093000Z is now earlier than 20260302T094000Z (20260302T094500Z - 5 min.)",
          ),
        },
      ],
    },
    {
      title: "a link that lives five minutes, made by a clock that is twenty minutes slow",
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
    },
    {
      title: "CORS hides the body; every response shows that the client's clock is slow",
      exchanges: [
        { url: `${endpoint}/prod/health`, requestHeaders: { origin }, ...withHeaders(ok, serverDate(600)) },
        {
          url: `${endpoint}/prod/orders`,
          requestHeaders: { origin, ...signed() },
          status: 403,
          responseHeaders: { ...restRefusal("InvalidSignatureException"), ...serverDate(601), "content-length": "144" },
          error: "net::ERR_FAILED",
        },
      ],
    },
  ],
  mustNotSay: [
    {
      title: "a presigned URL past its end",
      exchanges: [
        {
          url: `${endpoint}/prod/orders?${presigned(-900, 300)}`,
          ...restError(
            "InvalidSignatureException",
            "Signature expired: 20260302T091500Z is now earlier than 20260302T092500Z (20260302T093000Z - 5 min.)",
          ),
        },
      ],
      insteadCause: "sigv4-presigned-url-expired",
    },
  ],
  withoutCommand: { fix: "the signer's code must take the time when it sends" },
} satisfies Examples;
