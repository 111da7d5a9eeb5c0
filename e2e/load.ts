import type { Page } from "playwright";
import { demoHost } from "../testing/gateway/index.ts";

/** Requests that a page makes at an even pace, as far as the machine bears it. */
export interface Load {
  readonly requests: number;
  readonly perSecond: number;
}

/** What the page itself saw of its load. */
export interface Loaded {
  readonly seconds: number;
  /** Requests that were refused, those included whose response CORS hid from the page. */
  readonly refused: number;
}

/** Every tenth request is one of these: without a signature, without a key, by a policy, and hidden by CORS. */
const refused = [
  "https://r4k9w2x7qa.execute-api.eu-west-1.amazonaws.com/prod/ledger",
  "https://r4k9w2x7qa.execute-api.eu-west-1.amazonaws.com/prod/partners",
  "https://f2g6l8s4nd.execute-api.eu-west-1.amazonaws.com/prod/admin",
  "https://u8m3v6t1zb.execute-api.eu-west-1.amazonaws.com/prod/partners",
];

const passed = [
  `https://${demoHost}/favicon.ico`,
  "https://r4k9w2x7qa.execute-api.eu-west-1.amazonaws.com/prod/orders",
  "https://api.example.com/orders",
];

/** Nine requests that pass for each that is refused, in a round. */
const urls = refused.flatMap((url) => [...passed, ...passed, ...passed, url]);

/** Chromium gives up requests of a page that has too many under way. */
const underWay = 100;

/** Lets the demo page make requests, each with a number in its query; resolves once all have ended. */
export function makeRequests(page: Page, load: Load): Promise<Loaded> {
  return page.evaluate(
    async ({ requests, perSecond, round, most }) => {
      const began = performance.now();
      const seconds = () => (performance.now() - began) / 1000;
      let [made, ended, refusals] = [0, 0, 0];
      const make = async (number: number) => {
        const answer = await fetch(`${round[number % round.length]}?${number}`).catch(() => null);
        if (answer === null || answer.status === 403) refusals++;
        await answer?.arrayBuffer();
        ended++;
      };
      while (ended < requests) {
        const due = Math.min(requests, Math.floor(seconds() * perSecond), ended + most);
        while (made < due) void make(made++);
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
      return { seconds: seconds(), refused: refusals };
    },
    { ...load, round: urls, most: underWay },
  );
}
