import { domain, endpoint, origin, preflight, signed } from "../../../testing/examples/requests.ts";
import { missingToken, noAnswer, ok, throughEdge } from "../../../testing/examples/responses.ts";
import type { Examples } from "../../example.ts";

export default {
  mustSay: [
    {
      title: "a POST of JSON from another origin",
      exchanges: [
        { ...preflight(`${endpoint}/prod/orders`, "POST", "content-type"), ...missingToken },
        { method: "POST", url: `${endpoint}/prod/orders`, requestHeaders: { origin }, ...noAnswer("net::ERR_FAILED") },
      ],
      diagnose: 0,
    },
    {
      title: "reads without custom headers work, through an edge-optimized API",
      exchanges: [
        { url: `${domain}/orders`, requestHeaders: { origin }, ...throughEdge(ok) },
        { ...preflight(`${domain}/orders`, "PUT", "content-type"), ...throughEdge(missingToken) },
      ],
    },
  ],
  mustNotSay: [
    {
      title: "a signed OPTIONS works: it is there, and wants a signature",
      exchanges: [
        { method: "OPTIONS", url: `${endpoint}/prod/orders`, requestHeaders: signed(), ...ok },
        { ...preflight(`${endpoint}/prod/orders`, "POST", "content-type,x-amz-date"), ...missingToken },
      ],
      insteadCause: "preflight-options-requires-auth",
    },
  ],
} satisfies Examples;
