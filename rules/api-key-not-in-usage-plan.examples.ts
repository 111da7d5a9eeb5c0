import type { Examples } from "../src/diagnosis/example.ts";
import { forbidden, ok } from "./example-answers.ts";
import { apiKey, endpoint } from "./example-requests.ts";

export default {
  mustSay: [
    {
      title: "a key of the dev stage on the new prod stage",
      exchanges: [
        { url: `${endpoint}/dev/orders`, sends: { "x-api-key": apiKey }, ...ok },
        { url: `${endpoint}/prod/health`, ...ok },
        { url: `${endpoint}/prod/orders`, sends: { "x-api-key": apiKey }, ...forbidden },
      ],
    },
  ],
  mustNotSay: [
    {
      title: "the key is good, but the path lacks its stage",
      exchanges: [
        { url: `${endpoint}/prod/orders`, sends: { "x-api-key": apiKey }, ...ok },
        { url: `${endpoint}/orders`, sends: { "x-api-key": apiKey }, ...forbidden },
      ],
      says: "rest-stage-missing-or-unknown",
    },
    {
      title: "the key differs from the one that works",
      exchanges: [
        { url: `${endpoint}/prod/orders`, sends: { "x-api-key": apiKey }, ...ok },
        { url: `${endpoint}/prod/orders`, sends: { "x-api-key": apiKey.slice(0, -3) }, ...forbidden },
      ],
      says: "api-key-invalid-or-disabled",
    },
  ],
} satisfies Examples;
