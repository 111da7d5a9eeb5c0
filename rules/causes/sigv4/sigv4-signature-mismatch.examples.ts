import { distribution, endpoint, functionUrl, serverDate, signed } from "../../../testing/examples/requests.ts";
import {
  functionUrlMismatch,
  mismatch,
  restError,
  signatureMismatch,
  throughEdge,
  withHeaders,
} from "../../../testing/examples/responses.ts";
import type { Examples } from "../../example.ts";

const emptyHash = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

export default {
  mustSay: [
    {
      title: "a wrong secret, in the short wording",
      exchanges: [{ url: `${endpoint}/prod/orders`, requestHeaders: signed(), ...signatureMismatch }],
    },
    {
      title: "the wording that repeats the canonical request",
      exchanges: [
        {
          url: `${endpoint}/prod/orders/%C3%A4`,
          requestHeaders: signed(),
          ...restError(
            "InvalidSignatureException",
            `${mismatch}\n\nThe Canonical String for this request should have been\n'GET\n/prod/orders/%25C3%25A4\n\nhost:a1b2c3d4e5.execute-api.eu-west-1.amazonaws.com\nx-amz-date:20260302T093000Z\n\nhost;x-amz-date\n${emptyHash}'\n\nThe String-to-Sign should have been\n'AWS4-HMAC-SHA256\n20260302T093000Z\n20260302/eu-west-1/execute-api/aws4_request\n${emptyHash}'\n`,
          ),
        },
      ],
    },
    {
      title: "a wrong secret on a function URL, which checks signatures in the same words",
      exchanges: [
        { url: `${functionUrl}/orders`, requestHeaders: signed({ service: "lambda" }), ...functionUrlMismatch },
      ],
    },
  ],
  mustNotSay: [
    {
      title: "the response names the scope",
      exchanges: [
        {
          url: `${endpoint}/prod/orders`,
          requestHeaders: signed({ region: "us-east-1" }),
          ...restError("InvalidSignatureException", "Credential should be scoped to a valid region. "),
        },
      ],
      insteadCause: "sigv4-scope-mismatch",
    },
    {
      title: "the same sentence from a function URL behind CloudFront",
      exchanges: [
        {
          method: "POST",
          url: `${distribution}/api/orders`,
          requestBody: '{"items":[1]}',
          ...throughEdge(functionUrlMismatch),
        },
      ],
      insteadCause: "lambda-url-oac-body-hash",
    },
    {
      title: "the response names two instants",
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
      insteadCause: "sigv4-clock-skew",
    },
  ],
  withoutCommand: {
    confirm: "the response's canonical request shows it",
    fix: "the signer's code must sign what is sent",
  },
} satisfies Examples;
