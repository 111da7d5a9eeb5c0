import { bearer, distribution, endpoint, functionUrl, signed } from "../../../testing/examples/requests.ts";
import {
  functionUrlMismatch,
  functionUrlOk,
  functionUrlRefusal,
  httpForbidden,
  throughEdge,
} from "../../../testing/examples/responses.ts";
import type { Examples } from "../../example.ts";

const troubleshooting =
  '{"Message":"Forbidden. For troubleshooting Function URL authorization issues, see: https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html"}';

function refused(body: string) {
  return functionUrlRefusal("AccessDeniedException", body);
}

export default {
  mustSay: [
    {
      title: "the function's policy doesn't let the public in",
      exchanges: [{ url: `${functionUrl}/orders`, ...refused(troubleshooting) }],
    },
    {
      title: "the wording of earlier years, 23 bytes with a capital",
      exchanges: [{ url: `${functionUrl}/orders`, ...refused('{"Message":"Forbidden"}') }],
    },
    {
      title: "no function has this URL",
      exchanges: [{ url: `${functionUrl}/orders`, ...refused('{"Message":null}') }],
    },
    {
      title: "behind CloudFront, whose origin access control the function doesn't trust",
      exchanges: [{ url: `${distribution}/api/orders`, ...throughEdge(refused(troubleshooting)) }],
    },
    {
      title: "CloudFront sends its own Host, which the function URL does not know",
      exchanges: [
        { url: `${functionUrl}/orders`, ...functionUrlOk },
        {
          url: "https://www.example.com/orders",
          ...throughEdge(functionUrlRefusal("AccessDeniedException", '{"Message":null}')),
        },
      ],
    },
    {
      title: "the function URL responds, the name before it is refused, and the capture kept few headers",
      exchanges: [
        { url: functionUrl, ...functionUrlOk },
        {
          url: "https://www.example.com/",
          status: 403,
          responseHeaders: { "x-amzn-errortype": "AccessDeniedException" },
        },
      ],
    },
  ],
  mustNotSay: [
    {
      title: "the function URL knows the key, but not the signature",
      exchanges: [
        { url: `${functionUrl}/orders`, requestHeaders: signed({ service: "lambda" }), ...functionUrlMismatch },
      ],
      insteadCause: "sigv4-signature-mismatch",
    },
    {
      title: "the function URL doesn't know the key",
      exchanges: [
        {
          url: `${functionUrl}/orders`,
          requestHeaders: signed({ service: "lambda" }),
          ...functionUrlRefusal(
            "InvalidSignatureException",
            '{"message":"The security token included in the request is invalid."}',
          ),
        },
      ],
      insteadCause: "sigv4-access-key-unknown",
    },
    {
      title: "reads work; a body arrives without its hash",
      exchanges: [
        { url: `${distribution}/api/orders`, ...throughEdge(functionUrlOk) },
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
      title: "Forbidden from an HTTP API is not a function URL's",
      exchanges: [{ url: `${endpoint}/orders`, requestHeaders: { authorization: bearer }, ...httpForbidden }],
      insteadCause: "http-api-lambda-authorizer-deny",
    },
  ],
} satisfies Examples;
