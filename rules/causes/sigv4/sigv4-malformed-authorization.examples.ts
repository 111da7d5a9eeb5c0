import { amzDate, bearer, endpoint, hashOfBearer, longLivedKey } from "../../../testing/examples/requests.ts";
import { hashedParseError, ok, restError } from "../../../testing/examples/responses.ts";
import type { Examples } from "../../example.ts";

const scope = "20260302/eu-west-1/execute-api/aws4_request";

export default {
  mustSay: [
    {
      title: "the signature's last parts are missing",
      exchanges: [
        {
          url: `${endpoint}/prod/orders`,
          requestHeaders: {
            authorization: `AWS4-HMAC-SHA256 Credential=${longLivedKey}/${scope}`,
            "x-amz-date": amzDate(0),
          },
          ...restError(
            "IncompleteSignatureException",
            "Authorization header requires 'Signature' parameter. Authorization header requires 'SignedHeaders' parameter.",
          ),
        },
      ],
    },
    {
      title: "a scope without its region",
      exchanges: [
        {
          url: `${endpoint}/prod/orders`,
          requestHeaders: {
            authorization: `AWS4-HMAC-SHA256 Credential=${longLivedKey}/20260302/execute-api/aws4_request, SignedHeaders=host;x-amz-date, Signature=0123456789abcdef`,
            "x-amz-date": amzDate(0),
          },
          ...restError(
            "IncompleteSignatureException",
            `Credential must have exactly 5 slash-delimited elements, e.g. keyid/date/region/service/term, got '${longLivedKey}/20260302/execute-api/aws4_request'`,
          ),
        },
      ],
    },
    {
      title: "a bearer token and a signature in one header",
      exchanges: [
        {
          url: `${endpoint}/prod/orders`,
          requestHeaders: {
            authorization: `${bearer}, AWS4-HMAC-SHA256 Credential=${longLivedKey}/${scope}, SignedHeaders=host;x-amz-date, Signature=0123456789abcdef`,
            "x-amz-date": amzDate(0),
          },
          ...hashedParseError("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="),
        },
      ],
    },
  ],
  mustNotSay: [
    {
      title: "no signature at all, but a bearer token on an unknown route",
      exchanges: [
        { url: `${endpoint}/prod/orders`, requestHeaders: { authorization: bearer }, ...ok },
        { url: `${endpoint}/prod/order`, requestHeaders: { authorization: bearer }, ...hashedParseError(hashOfBearer) },
      ],
      insteadCause: "rest-route-not-found-with-auth-header",
    },
  ],
  withoutCommand: { confirm: "the client's header shows it" },
} satisfies Examples;
