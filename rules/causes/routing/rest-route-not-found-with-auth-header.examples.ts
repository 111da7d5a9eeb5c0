import {
  amzDate,
  bearer,
  domain,
  endpoint,
  epoch,
  hashOfBearer,
  jwt,
  longLivedKey,
  signed,
} from "../../../testing/examples/requests.ts";
import { hashedParseError, ok, parseErrorOf, restError, throughEdge } from "../../../testing/examples/responses.ts";
import type { Examples } from "../../example.ts";

const raw = jwt({ sub: "ada", exp: epoch(3600) });

export default {
  mustSay: [
    {
      title: "the token is good on other routes, in the wording of earlier years",
      exchanges: [
        { url: `${endpoint}/prod/orders`, requestHeaders: { authorization: bearer }, ...ok },
        { url: `${endpoint}/prod/order`, requestHeaders: { authorization: bearer }, ...parseErrorOf(bearer) },
      ],
    },
    {
      title: "the wording that hashes the header",
      exchanges: [
        { url: `${domain}/orders`, requestHeaders: { authorization: bearer }, ...throughEdge(ok) },
        {
          method: "DELETE",
          url: `${domain}/orders`,
          requestHeaders: { authorization: bearer },
          ...throughEdge(hashedParseError(hashOfBearer)),
        },
      ],
    },
    {
      title: "the capture holds no Authorization header; the response proves that one arrived",
      exchanges: [
        { url: `${endpoint}/prod/orders`, ...ok },
        { url: `${endpoint}/prod/order`, ...hashedParseError(hashOfBearer) },
      ],
    },
    {
      title: "a raw token, which is asked for the parts of a signature",
      exchanges: [
        { url: `${endpoint}/prod/orders`, requestHeaders: { authorization: raw }, ...ok },
        {
          url: `${endpoint}/prod/order`,
          requestHeaders: { authorization: raw },
          ...restError(
            "IncompleteSignatureException",
            `Authorization header requires 'Credential' parameter. Authorization header requires 'Signature' parameter. Authorization header requires 'SignedHeaders' parameter. Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header. Authorization=${raw}`,
          ),
        },
      ],
    },
  ],
  mustNotSay: [
    {
      title: "the route worked for a signed call",
      exchanges: [
        { url: `${endpoint}/prod/orders`, requestHeaders: signed(), ...ok },
        {
          url: `${endpoint}/prod/orders`,
          requestHeaders: { authorization: bearer },
          ...hashedParseError(hashOfBearer),
        },
      ],
      insteadCause: "iam-auth-non-sigv4-authorization",
    },
    {
      title: "a signature of which a part is missing",
      exchanges: [
        {
          url: `${endpoint}/prod/orders`,
          requestHeaders: {
            authorization: `AWS4-HMAC-SHA256 Credential=${longLivedKey}/20260302/eu-west-1/execute-api/aws4_request`,
            "x-amz-date": amzDate(0),
          },
          ...restError(
            "IncompleteSignatureException",
            "Authorization header requires 'Signature' parameter. Authorization header requires 'SignedHeaders' parameter.",
          ),
        },
      ],
      insteadCause: "sigv4-malformed-authorization",
    },
  ],
} satisfies Examples;
