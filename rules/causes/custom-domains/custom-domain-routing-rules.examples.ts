import { apiKey, domain } from "../../../testing/examples/requests.ts";
import { forbidden, ok } from "../../../testing/examples/responses.ts";
import type { Examples } from "../../example.ts";

export default {
  mustSay: [
    {
      title: "the rules know two versions, the client asks for a third",
      exchanges: [
        { url: `${domain}/orders/17`, requestHeaders: { "x-version": "2" }, ...ok },
        { url: `${domain}/orders/17`, requestHeaders: { "x-version": "3" }, ...forbidden },
      ],
    },
    {
      title: "the header that all rules want is missing",
      exchanges: [
        { url: `${domain}/orders`, requestHeaders: { tenant: "north" }, ...ok },
        { url: `${domain}/customers`, requestHeaders: { tenant: "north" }, ...ok },
        { url: `${domain}/orders`, ...forbidden },
      ],
    },
  ],
  mustNotSay: [
    {
      title: "another API key",
      exchanges: [
        { url: `${domain}/orders/17`, requestHeaders: { "x-api-key": apiKey }, ...ok },
        { url: `${domain}/orders/17`, requestHeaders: { "x-api-key": `${apiKey.slice(0, -1)}K` }, ...forbidden },
      ],
    },
    {
      title: "another path",
      exchanges: [
        { url: `${domain}/orders/17`, ...ok },
        { url: `${domain}/order/17`, ...forbidden },
      ],
      insteadCause: "custom-domain-no-base-path-mapping",
    },
  ],
  withoutCommand: { fix: "what a rule shall match is the owner's choice" },
} satisfies Examples;
