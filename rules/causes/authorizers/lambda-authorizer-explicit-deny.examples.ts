import {
  apiKey,
  bearer,
  domain,
  endpoint,
  epoch,
  jwt,
  methodArn,
  otherBearer,
} from "../../../testing/examples/requests.ts";
import { accessDenied, invokeDenied, ok, restError, throughEdge } from "../../../testing/examples/responses.ts";
import type { Examples } from "../../example.ts";

export default {
  mustSay: [
    {
      title: "an expired token, in the older wording",
      exchanges: [
        {
          url: `${endpoint}/prod/orders`,
          requestHeaders: { authorization: `Bearer ${jwt({ sub: "ada", exp: epoch(-600) })}` },
          ...accessDenied("User is not authorized to access this resource with an explicit deny"),
        },
      ],
    },
    {
      title: "the wording that names a layer; another token works",
      exchanges: [
        { url: `${domain}/orders`, requestHeaders: { authorization: bearer }, ...throughEdge(ok) },
        {
          url: `${domain}/orders`,
          requestHeaders: { authorization: otherBearer },
          ...throughEdge(
            accessDenied(
              "User is not authorized to access this resource with an explicit deny in an identity-based policy",
            ),
          ),
        },
      ],
    },
    {
      title: "an authorizer whose identity source is a header named as API keys are",
      exchanges: [
        {
          url: `${endpoint}/prod/orders`,
          requestHeaders: { "x-api-key": apiKey },
          ...accessDenied("User is not authorized to access this resource with an explicit deny"),
        },
      ],
    },
    {
      title: "a used-up quota, which the vendor's authorizer responds with a deny",
      exchanges: [
        { url: `${domain}/orders`, requestHeaders: { authorization: bearer }, ...ok },
        { url: `${domain}/orders`, requestHeaders: { authorization: bearer }, ...ok },
        {
          url: `${domain}/orders`,
          requestHeaders: { authorization: bearer },
          ...accessDenied("User is not authorized to access this resource with an explicit deny"),
        },
      ],
    },
  ],
  mustNotSay: [
    {
      title: "the handshake of a WebSocket API, whose authorizer belongs to $connect",
      exchanges: [
        {
          url: "wss://a1b2c3d4e5.execute-api.eu-west-1.amazonaws.com/prod?token=EXAMPLEtoken",
          resourceType: "websocket",
          ...restError("AccessDeniedException", "User is not authorized to access this resource with an explicit deny"),
        },
      ],
      insteadCause: "websocket-connect-denied",
    },
    {
      title: "the authorizer's policy denies nothing, it only allows nothing",
      exchanges: [
        {
          url: `${endpoint}/prod/orders`,
          requestHeaders: { authorization: bearer },
          ...accessDenied("User is not authorized to access this resource"),
        },
      ],
      insteadCause: "lambda-authorizer-implicit-deny",
    },
    {
      title: "a resource policy denies an anonymous caller",
      exchanges: [
        {
          url: `${endpoint}/prod/orders`,
          ...invokeDenied("anonymous", methodArn("prod/GET/orders"), " with an explicit deny"),
        },
      ],
      insteadCause: "resource-policy-explicit-deny",
    },
  ],
} satisfies Examples;
