import { apiKey, endpoint, origin, preflight, signed } from "../../../testing/examples/requests.ts";
import { forbidden, httpApi, missingToken, ok } from "../../../testing/examples/responses.ts";
import type { Examples } from "../../example.ts";

export default {
  mustSay: [
    {
      title: "OPTIONS is behind AWS_IAM: signed it works",
      exchanges: [
        { method: "OPTIONS", url: `${endpoint}/prod/orders`, requestHeaders: signed(), ...ok },
        { ...preflight(`${endpoint}/prod/orders`, "POST", "content-type,x-amz-date"), ...missingToken },
      ],
    },
    {
      title: "ANY wants an API key, which a preflight never carries",
      exchanges: [
        { url: `${endpoint}/prod/orders`, requestHeaders: { "x-api-key": apiKey }, ...ok },
        { ...preflight(`${endpoint}/prod/orders`, "GET", "x-api-key"), ...forbidden },
      ],
    },
    {
      title: "an HTTP API's route for all verbs has an authorizer, and no CORS is configured",
      exchanges: [
        {
          ...preflight(`${endpoint}/orders`, "GET", "authorization"),
          status: 403,
          responseHeaders: httpApi,
          responseBody: '{"message":"Forbidden"}',
        },
      ],
    },
  ],
  mustNotSay: [
    {
      title: "no OPTIONS at all",
      exchanges: [
        { url: `${endpoint}/prod/orders`, requestHeaders: { origin }, ...ok },
        { ...preflight(`${endpoint}/prod/orders`, "POST", "content-type"), ...missingToken },
      ],
      insteadCause: "preflight-options-not-defined",
    },
  ],
} satisfies Examples;
