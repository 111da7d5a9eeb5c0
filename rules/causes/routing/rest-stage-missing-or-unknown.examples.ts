import { apiKey, distribution, endpoint, origin } from "../../../testing/examples/requests.ts";
import { forbidden, ok, throughEdge } from "../../../testing/examples/responses.ts";
import type { Examples } from "../../example.ts";

export default {
  mustSay: [
    {
      title: "the base URL lacks the stage",
      exchanges: [
        { url: `${endpoint}/prod/orders`, ...ok },
        { url: `${endpoint}/orders`, ...forbidden },
      ],
    },
    {
      title: "a page under the stage asks for a file at the root",
      exchanges: [
        { url: `${endpoint}/prod/`, resourceType: "document", ...ok },
        { url: `${endpoint}/assets/app.js`, resourceType: "script", ...throughEdge(forbidden) },
      ],
    },
    {
      title: "nothing but the request itself, with a first segment that is a resource",
      exchanges: [{ url: `${endpoint}/orders/17`, ...forbidden }],
    },
    {
      title: "CORS hides the body, whose 23 bytes say enough",
      exchanges: [
        { url: `${endpoint}/prod/orders`, requestHeaders: { origin }, ...ok },
        {
          url: `${endpoint}/orders`,
          requestHeaders: { origin },
          status: 403,
          responseHeaders: { ...forbidden.responseHeaders, "content-length": "23" },
          error: "net::ERR_FAILED",
        },
      ],
    },
    {
      title: "a distribution whose origin has no origin path",
      exchanges: [
        { url: `${distribution}/prod/orders`, ...throughEdge(ok) },
        { url: `${distribution}/orders`, ...throughEdge(forbidden) },
      ],
    },
    {
      title: "a stage in other letters than the one that works",
      exchanges: [
        { url: `${endpoint}/prod/orders`, ...ok },
        { url: `${endpoint}/Prod/orders`, ...forbidden },
      ],
    },
  ],
  mustNotSay: [
    {
      title: "the stage works; this call lacks the key",
      exchanges: [
        { url: `${endpoint}/prod/orders`, requestHeaders: { "x-api-key": apiKey }, ...ok },
        { url: `${endpoint}/prod/orders`, ...forbidden },
      ],
      insteadCause: "api-key-missing",
    },
    {
      title: "the stage is there; the body looks like an attack",
      exchanges: [
        { method: "POST", url: `${endpoint}/prod/orders`, requestBody: '{"note":"thanks"}', ...ok },
        {
          method: "POST",
          url: `${endpoint}/prod/orders`,
          requestBody: '{"note":"<script>alert(1)</script>"}',
          ...forbidden,
        },
      ],
      insteadCause: "waf-blocked-apigw",
    },
  ],
  withoutCommand: { fix: "where the path names no stage, the caller must put one there" },
} satisfies Examples;
