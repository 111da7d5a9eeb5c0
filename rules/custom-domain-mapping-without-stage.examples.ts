import type { Examples } from "../src/diagnosis/example.ts";
import { forbidden, ok } from "./example-answers.ts";
import { domain } from "./example-requests.ts";

/** The mapping names no stage, so the URL has to. */
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
      says: "custom-domain-no-base-path-mapping",
    },
  ],
} satisfies Examples;
