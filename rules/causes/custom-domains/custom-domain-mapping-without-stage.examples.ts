import { domain } from "../../../testing/examples/requests.ts";
import { forbidden, ok } from "../../../testing/examples/responses.ts";
import type { Examples } from "../../example.ts";

/** The mapping names no stage, so the URL must name it. */
export default {
  mustSay: [
    {
      title: "the same path works with a stage behind the base path",
      exchanges: [
        { url: `${domain}/shop/prod/orders`, ...ok },
        { url: `${domain}/shop/orders`, ...forbidden },
      ],
    },
  ],
  mustNotSay: [
    {
      title: "the base path is misspelt",
      exchanges: [
        { url: `${domain}/shop/orders`, ...ok },
        { url: `${domain}/shops/orders`, ...forbidden },
      ],
      insteadCause: "custom-domain-no-base-path-mapping",
    },
  ],
} satisfies Examples;
