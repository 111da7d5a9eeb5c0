import { endpoint } from "../../../testing/examples/requests.ts";
import { forbidden, missingToken, ok } from "../../../testing/examples/responses.ts";
import type { Examples } from "../../example.ts";

export default {
  mustSay: [
    {
      title: "the new route responds half a minute later",
      exchanges: [
        { url: `${endpoint}/prod/orders`, at: 0, ...missingToken },
        { url: `${endpoint}/prod/orders`, at: 30, ...ok },
      ],
      diagnose: 0,
    },
    {
      title: "so does the new stage",
      exchanges: [
        { url: `${endpoint}/beta/orders`, at: 0, ...forbidden },
        { url: `${endpoint}/beta/orders`, at: 90, ...ok },
      ],
      diagnose: 0,
    },
  ],
  mustNotSay: [
    {
      title: "it worked before, was refused, and works again",
      exchanges: [
        { url: `${endpoint}/prod/orders`, at: 0, ...ok },
        { url: `${endpoint}/prod/orders`, at: 30, ...forbidden },
        { url: `${endpoint}/prod/orders`, at: 330, ...ok },
      ],
      diagnose: 1,
      insteadCause: "waf-blocked-apigw",
    },
    {
      title: "the route works, but later and with a key",
      exchanges: [
        { url: `${endpoint}/prod/orders`, at: 0, ...forbidden },
        {
          url: `${endpoint}/prod/orders`,
          at: 30,
          requestHeaders: { "x-api-key": "EXAMPLEkey0123456789abcdefghijABCDEFGHIJ" },
          ...ok,
        },
      ],
      diagnose: 0,
      insteadCause: "api-key-missing",
    },
    {
      title: "refused on the public way, let through on the way through a VPC",
      exchanges: [
        { url: `${endpoint}/prod/orders`, at: 0, ...forbidden },
        { url: `${endpoint}/prod/orders`, at: 30, address: "10.0.3.7", ...ok },
      ],
      diagnose: 0,
    },
  ],
  withoutCommand: { fix: "it passes by itself" },
} satisfies Examples;
