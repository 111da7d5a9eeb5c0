import { amzDate, domain, endpoint, functionUrl, signed } from "../../../testing/examples/requests.ts";
import { functionUrlRefusal, restError, signatureMismatch } from "../../../testing/examples/responses.ts";
import type { Examples } from "../../example.ts";

export default {
  mustSay: [
    {
      title: "signed for another region, in the current wording",
      exchanges: [
        {
          url: `${endpoint}/prod/orders`,
          requestHeaders: signed({ region: "us-east-1" }),
          ...restError("InvalidSignatureException", "Credential should be scoped to a valid region. "),
        },
      ],
    },
    {
      title: "signed for another service on a custom domain, in the older wording",
      exchanges: [
        {
          url: `${domain}/orders`,
          requestHeaders: signed({ region: "us-east-1", service: "api" }),
          ...restError(
            "SignatureDoesNotMatch",
            "Credential should be scoped to a valid region, not 'us-east-1'. Credential should be scoped to correct service: 'execute-api'. ",
          ),
        },
      ],
    },
    {
      title: "signed across midnight: scope and date disagree",
      exchanges: [
        {
          url: `${endpoint}/prod/orders`,
          requestHeaders: { ...signed({ at: -86_400 }), "x-amz-date": amzDate(0) },
          ...restError(
            "InvalidSignatureException",
            "Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: '20260301' != '20260302', from '20260302T093000Z'.",
          ),
        },
      ],
    },
    {
      title: "a function URL, signed for API Gateway",
      exchanges: [
        {
          url: `${functionUrl}/orders`,
          requestHeaders: signed(),
          ...functionUrlRefusal(
            "InvalidSignatureException",
            '{"message":"Credential should be scoped to correct service: \'lambda\'. "}',
          ),
        },
      ],
    },
  ],
  mustNotSay: [
    {
      title: "the scope is right, the signature isn't",
      exchanges: [{ url: `${endpoint}/prod/orders`, requestHeaders: signed(), ...signatureMismatch }],
      insteadCause: "sigv4-signature-mismatch",
    },
  ],
  withoutCommand: {
    confirm: "the signature shows it",
    fix: "of a wrong date, not of a wrong region or service: the signer must take one instant",
  },
} satisfies Examples;
