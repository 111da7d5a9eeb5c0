import { domain, endpoint, origin, preflight, signed } from "../../../testing/examples/requests.ts";
import { awsRequestId, missingToken, ok, restError, throughEdge } from "../../../testing/examples/responses.ts";
import type { Examples } from "../../example.ts";

export default {
  mustSay: [
    {
      title: "singular for plural",
      exchanges: [
        { url: `${endpoint}/prod/orders`, ...ok },
        { url: `${endpoint}/prod/order`, ...missingToken },
      ],
    },
    {
      title: "a verb that the resource doesn't have, on an edge-optimized API",
      exchanges: [
        { url: `${endpoint}/prod/orders`, ...throughEdge(ok) },
        { method: "POST", url: `${endpoint}/prod/orders`, requestBody: "{}", ...throughEdge(missingToken) },
      ],
    },
    {
      title: "HEAD is a method of its own",
      exchanges: [
        { url: `${endpoint}/prod/orders`, ...ok },
        {
          method: "HEAD",
          url: `${endpoint}/prod/orders`,
          status: 403,
          responseHeaders: { ...missingToken.responseHeaders, "content-length": "0" },
        },
      ],
    },
    {
      title: "an error type with the suffix of some regions",
      exchanges: [
        { url: `${domain}/orders`, ...ok },
        {
          url: `${domain}/orders//17`,
          ...restError(
            "MissingAuthenticationTokenException:http://internal.amazon.com/coral/com.amazon.coral.service/",
            "Missing Authentication Token",
          ),
        },
      ],
    },
    {
      title: "a response of the years before x-amz-apigw-id",
      exchanges: [
        { url: `${endpoint}/prod/orders`, ...ok },
        {
          url: `${endpoint}/prod/order`,
          status: 403,
          responseHeaders: { ...awsRequestId, "x-amzn-errortype": "MissingAuthenticationTokenException" },
          responseBody: '{"message":"Missing Authentication Token"}',
        },
      ],
    },
    {
      title: "the singular for the plural, among routes that work",
      exchanges: [
        { url: `${endpoint}/prod/orders`, ...ok },
        { url: `${endpoint}/prod/customers`, ...ok },
        { url: `${endpoint}/prod/invoices`, ...ok },
        { url: `${endpoint}/prod/order`, ...missingToken },
      ],
    },
  ],
  mustNotSay: [
    {
      title: "the route works, signed",
      exchanges: [
        { url: `${endpoint}/prod/orders`, requestHeaders: signed(), ...ok },
        { url: `${endpoint}/prod/orders`, ...missingToken },
      ],
      insteadCause: "iam-auth-unsigned-request",
    },
    {
      title: "a preflight",
      exchanges: [
        { url: `${endpoint}/prod/orders`, requestHeaders: { origin }, ...ok },
        { ...preflight(`${endpoint}/prod/orders`, "POST", "content-type"), ...missingToken },
      ],
      insteadCause: "preflight-options-not-defined",
    },
    {
      title: "the root of the stage",
      exchanges: [
        { url: `${endpoint}/prod/orders`, ...ok },
        { url: `${endpoint}/prod`, ...missingToken },
      ],
      insteadCause: "rest-root-without-method",
    },
  ],
  withoutCommand: { fix: "a path with an empty segment or a variable that nobody filled in is no route to be defined" },
} satisfies Examples;
