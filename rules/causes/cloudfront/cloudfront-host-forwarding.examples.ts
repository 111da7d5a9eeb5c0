import { apiKey, distribution, endpoint } from "../../../testing/examples/requests.ts";
import { forbidden, ok, throughEdge } from "../../../testing/examples/responses.ts";
import type { Examples } from "../../example.ts";

const fileFromS3 = {
  status: 200,
  responseHeaders: { server: "AmazonS3", "content-type": "text/html" },
  responseBody: "<!doctype html>",
} as const;

/** CloudFront forwards the viewer's Host to API Gateway, which has no API of that name. */
export default {
  mustSay: [
    {
      title: "files work through the distribution, the API only directly",
      exchanges: [
        { url: `${distribution}/index.html`, resourceType: "document", ...throughEdge(fileFromS3) },
        { url: `${endpoint}/prod/api/orders`, ...ok },
        { url: `${distribution}/api/orders`, ...throughEdge(forbidden) },
      ],
    },
    {
      title: "a name of the owner's before bucket and API, where both have the same path",
      exchanges: [
        { url: "https://www.example.com/index.html", resourceType: "document", ...throughEdge(fileFromS3) },
        { url: `${endpoint}/api/orders`, ...ok },
        { url: "https://www.example.com/api/orders", ...throughEdge(forbidden) },
      ],
    },
  ],
  mustNotSay: [
    {
      title: "the distribution works; this call lacks the key",
      exchanges: [
        { url: `${distribution}/api/orders`, requestHeaders: { "x-api-key": apiKey }, ...throughEdge(ok) },
        { url: `${distribution}/api/orders`, ...throughEdge(forbidden) },
      ],
      insteadCause: "api-key-missing",
    },
  ],
} satisfies Examples;
