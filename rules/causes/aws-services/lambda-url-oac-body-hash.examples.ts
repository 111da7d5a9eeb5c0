import { bearer, distribution, endpoint, signed } from "../../../testing/examples/requests.ts";
import {
  functionUrlMismatch,
  functionUrlOk,
  signatureMismatch,
  throughEdge,
} from "../../../testing/examples/responses.ts";
import type { Examples } from "../../example.ts";

/** CloudFront signs for the viewer, but only the viewer can hash the body. */
export default {
  mustSay: [
    {
      title: "reads work, the first POST doesn't",
      exchanges: [
        { url: `${distribution}/api/orders`, ...throughEdge(functionUrlOk) },
        {
          method: "POST",
          url: `${distribution}/api/orders`,
          requestBody: '{"items":[1]}',
          ...throughEdge(functionUrlMismatch),
        },
      ],
    },
    {
      title: "a name of the owner's before the distribution",
      exchanges: [
        {
          method: "PUT",
          url: "https://www.example.com/api/orders/17",
          requestHeaders: { authorization: bearer },
          requestBody: '{"items":[1]}',
          ...throughEdge(functionUrlMismatch),
        },
      ],
    },
  ],
  mustNotSay: [
    {
      title: "the caller signed for API Gateway, with a wrong secret",
      exchanges: [
        {
          method: "POST",
          url: `${endpoint}/prod/orders`,
          requestHeaders: signed(),
          requestBody: "{}",
          ...throughEdge(signatureMismatch),
        },
      ],
      insteadCause: "sigv4-signature-mismatch",
    },
  ],
  withoutCommand: { confirm: "the caller leaves out the body" },
} satisfies Examples;
