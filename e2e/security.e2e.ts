import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Frame } from "playwright";
import { demoHost } from "../testing/gateway/index.ts";
import { openDevtools } from "./devtools.ts";
import { har, wrongStage } from "./har-fixtures.ts";
import { empty, openFile } from "./panel-states.ts";
import { cause, expect, test } from "./test.ts";

test("the panel runs no text as code: neither eval, nor inline or remote scripts", async ({ devtools, panel }) => {
  await empty(panel, devtools);
  const tried = await panel.evaluate(
    (remote) =>
      new Promise<readonly string[]>((resolve) => {
        const refused = new Set<string>();
        addEventListener("securitypolicyviolation", ({ blockedURI }) => {
          refused.add(blockedURI);
          if (refused.size === 3) resolve([...refused].toSorted());
        });
        // Behind a timer, since what the debugger evaluates itself is exempt.
        setTimeout(() => {
          const [inline, elsewhere] = [document.createElement("script"), document.createElement("script")];
          inline.textContent = "document.title = 'pwned'";
          elsewhere.src = remote;
          document.head.append(inline, elsewhere);
          new Function("document.title = 'pwned'")();
        });
      }),
    `https://${demoHost}/script.js`,
  );
  expect(tried).toEqual(["eval", `https://${demoHost}/script.js`, "inline"]);
  expect(await panel.title()).toBe("API Gateway 403");
});

test("a page can neither reach nor show nor address the extension", async ({ devtools, panel }) => {
  await empty(panel, devtools);
  const { page, extensionId } = devtools;
  const address = `chrome-extension://${extensionId}/panel/index.html`;
  const tried = await page.evaluate(async (url) => {
    const fetched = await fetch(url).then(String, String);
    const frame = document.createElement("iframe");
    frame.src = url;
    const loaded = new Promise((resolve) => frame.addEventListener("load", resolve));
    document.body.append(frame);
    await loaded;
    for (const message of [{ handover: {} }, { type: "clear" }]) postMessage(message, "*");
    dispatchEvent(new Event("handover"));
    const { chrome } = globalThis as { chrome?: { runtime?: { sendMessage?: unknown } } };
    return { fetched, mayMessage: chrome?.runtime?.sendMessage !== undefined };
  }, address);
  expect(tried).toEqual({ fetched: "TypeError: Failed to fetch", mayMessage: false });
  const framed = page.frames().filter((each) => each !== page.mainFrame());
  for (const frame of framed) expect(await frame.locator("#panel").count()).toBe(0);
  await cause(devtools, "api-key-missing");
  await expect(panel.getByTestId("request-row").first()).toBeVisible();
  await page.reload();
});

test("messages of another extension find nobody who listens", async ({ gateway }) => {
  const other = await mkdtemp(join(tmpdir(), "apigw403-other-"));
  const manifest = { manifest_version: 3, name: "Another", version: "1", background: { service_worker: "worker.js" } };
  await writeFile(join(other, "manifest.json"), JSON.stringify(manifest));
  await writeFile(join(other, "worker.js"), "");
  const devtools = await openDevtools({
    hostRules: gateway.hostRules,
    url: `https://${demoHost}/`,
    others: [other],
  });
  try {
    await devtools.showPanel();
    const { context, extensionId } = devtools;
    const isOther = (url: string) => url.endsWith("/worker.js");
    const find = () => context.serviceWorkers().find((each) => isOther(each.url()));
    await expect.poll(() => find() !== undefined).toBe(true);
    const said = await find()?.evaluate(
      (id) =>
        (globalThis as unknown as Messaging).chrome.runtime.sendMessage(id, { type: "clear" }).then(String, String),
      extensionId,
    );
    expect(said).toContain("Receiving end does not exist");
  } finally {
    await devtools.close();
    await rm(other, { recursive: true });
  }
});

interface Messaging {
  readonly chrome: { readonly runtime: { sendMessage(id: string, message: unknown): Promise<unknown> } };
}

/** The same file with a text that every reader may take for something else, wherever a file has one. */
function withEverywhere(text: string, hostile: string): string {
  const kept = new Set(["url", "startedDateTime", "version", "text"]);
  return JSON.stringify(JSON.parse(text), (name, value) =>
    typeof value === "string" && !kept.has(name) ? `${value}${hostile}` : value,
  );
}

const markup = "<img src=x onerror=document.title='pwned'><script>document.title='pwned'</script>\u202e\u0000";

function elementsOf(panel: Frame): Promise<number> {
  return panel.locator("#panel :is(img, script, iframe, object)").count();
}

test("whatever field of a file holds markup, it is shown as text", async ({ devtools, panel }) => {
  await empty(panel, devtools);
  await openFile(panel, withEverywhere(har(wrongStage, { ...wrongStage, method: "PUT" }), markup));
  await panel.getByTestId("request-row").first().click();
  await expect(panel.locator("#diagnosis")).toBeVisible();
  for (const fold of await panel.locator("#diagnosis .rivals-fold").all()) await fold.click();
  await expect(panel.locator("#diagnosis")).toContainText("<img src=x");
  expect(await elementsOf(panel)).toBe(0);
  expect(await panel.title()).toBe("API Gateway 403");
  const shown = await panel.locator("#panel").textContent();
  for (const hidden of ["\u202e", "\u0000"]) expect(shown).not.toContain(hidden);
  await empty(panel, devtools);
});
