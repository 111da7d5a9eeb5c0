import type { Frame } from "playwright";
import { openDevtools } from "../e2e/devtools.ts";
import { demoHost, startGateway } from "../testing/gateway/index.ts";
import { buildExtension } from "./build.ts";
import { median } from "./statistics.ts";
import { atMost, type Suite } from "./suite.ts";

/** Refusals for each round; each is one measurement. */
const refusals = 20;

/** Frames without a change after which a row shows what its body told; less than the Worker waits to look back. */
const settled = 10;

/** From the arrival of a refusal's body at the extension to the frame that shows the cause that it tells. */
export const panelMarking: Suite = {
  name: "marking a refused request",
  async measure({ rounds }) {
    buildExtension();
    const gateway = await startGateway();
    const devtools = await openDevtools({ hostRules: gateway.hostRules, url: `https://${demoHost}/` });
    const panel = await devtools.showPanel();
    const hidden = devtools.frontend.frames().find((frame) => frame.url().includes("/src/devtools/"));
    if (hidden === undefined) throw new Error("DevTools have no hidden page of the extension");
    // tsx gives functions their names by a helper, which pages that run such a function lack.
    for (const frame of [hidden, panel]) await frame.evaluate("globalThis.__name ??= (named) => named");
    await hidden.evaluate(noteBodies);
    const delays: number[] = [];
    for (let refusal = 0; refusal < refusals * rounds; refusal++) {
      const url = `https://r4k9w2x7qa.execute-api.eu-west-1.amazonaws.com/production/orders/${refusal}`;
      const shown = shownAt(panel, url);
      await devtools.page.evaluate((address) => fetch(address).catch(() => null), url);
      const instant = await shown;
      const delay = instant - (await hidden.evaluate(() => (globalThis as unknown as Noted).bodyAt));
      // Where the last change came before the body, the body said nothing new.
      if (delay > 0) delays.push(delay);
    }
    await devtools.close();
    await gateway.close();
    return [{ name: "from the body to the frame", value: median(delays), unit: "ms", goal: atMost(17) }];
  },
};

interface Noted {
  /** When the last body was handed on, in milliseconds since the epoch. */
  bodyAt: number;
}

/** Runs in the hidden page. */
function noteBodies(): void {
  const post = MessagePort.prototype.postMessage;
  MessagePort.prototype.postMessage = function (this: MessagePort, message: unknown, ...rest: [never]) {
    const { path } = message as { readonly path?: readonly string[] };
    if (path?.[0] === "setBody") (globalThis as unknown as Noted).bodyAt = performance.timeOrigin + performance.now();
    return post.call(this, message, ...rest);
  };
}

/** Resolves to the start of the frame that first has the row as it stays, in milliseconds since the epoch. */
function shownAt(panel: Frame, url: string): Promise<number> {
  return panel.evaluate(
    ({ row, enough }) =>
      new Promise<number>((resolve) => {
        const textOfRow = () => document.querySelector(row)?.textContent ?? "";
        const look = (shown: string, since: number, frames: number) => (time: number) => {
          const text = textOfRow();
          if (text !== shown) return requestAnimationFrame(look(text, time, 0));
          if (text === "" || frames < enough) return requestAnimationFrame(look(text, since, frames + 1));
          return resolve(performance.timeOrigin + since);
        };
        requestAnimationFrame(look("", 0, 0));
      }),
    { row: `[data-cause][data-url="${url}"]`, enough: settled },
  );
}
