import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { TextReader, Uint8ArrayWriter, ZipWriter } from "@zip.js/zip.js";
import type { Frame, Page, Worker } from "playwright";
import { type Devtools, openDevtools } from "./devtools.ts";
import { chosen, har, hostile, works, wrongStage } from "./har-fixtures.ts";
import { expect, test } from "./test.ts";

test.beforeEach(async ({ panel }) => {
  await panel.getByRole("button", { name: "Clear" }).first().click();
  await expect(panel.getByTestId("request-row")).toHaveCount(0);
});

async function drop(panel: Frame, files: Readonly<Record<string, string>>): Promise<void> {
  await panel.evaluate((contents) => {
    const transfer = new DataTransfer();
    for (const [name, text] of Object.entries(contents)) transfer.items.add(new File([text], name));
    const target = document.querySelector("#panel > *");
    for (const type of ["dragenter", "dragover", "drop"]) {
      target?.dispatchEvent(new DragEvent(type, { dataTransfer: transfer, bubbles: true, cancelable: true }));
    }
  }, files);
}

test("two HAR files dropped at once are listed like live traffic", async ({ panel }) => {
  await drop(panel, { "one.har": har(works, wrongStage), "two.har": har(wrongStage) });
  await expect(panel.locator('[data-cause="rest-stage-missing-or-unknown"]')).toHaveCount(2);
  await panel.locator('[data-cause="rest-stage-missing-or-unknown"]').first().click();
  const diagnosis = panel.locator("#diagnosis");
  await expect(diagnosis).toContainText("GET /prod/orders returned 200");
  await expect(diagnosis).toContainText("aws apigateway get-stages --rest-api-id f1l2e3d4r5 --region eu-central-1");
});

test("files come through the file button too", async ({ panel }) => {
  const file = chosen("chosen.har", har(works, wrongStage));
  await panel.getByTestId("files").first().setInputFiles(file);
  await expect(panel.locator('[data-cause="rest-stage-missing-or-unknown"]')).toHaveCount(1);
});

test("compressed files and archives are opened, and what is no HAR in them is named", async ({ panel }) => {
  const archive = new ZipWriter(new Uint8ArrayWriter());
  await archive.add("case/browser.har", new TextReader(har(works, wrongStage)));
  await archive.add("case/notes.txt", new TextReader("what we tried"));
  const zip = { name: "support.zip", mimeType: "application/zip", buffer: Buffer.from(await archive.close()) };
  const packed = { name: "one.har.gz", mimeType: "application/gzip", buffer: gzipSync(har(wrongStage)) };
  await panel.getByTestId("files").first().setInputFiles([zip, packed]);
  await expect(panel.locator('[data-cause="rest-stage-missing-or-unknown"]')).toHaveCount(2);
  const problems = panel.getByRole("region", { name: "Problems with files" });
  await expect(problems).toContainText("support.zip 1 other file was skipped");
  await expect(problems).toContainText("notes.txt");
});

async function paste(panel: Frame, text: string): Promise<void> {
  await panel.evaluate((pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", pasted);
    document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, text);
}

test("a HAR is pasted from the clipboard", async ({ panel }) => {
  await paste(panel, har(works, wrongStage));
  await expect(panel.locator('[data-cause="rest-stage-missing-or-unknown"]')).toHaveCount(1);
});

test("what curl printed is pasted from a terminal", async ({ panel }) => {
  await paste(panel, verboseCurl);
  const row = panel.getByTestId("request-row");
  await expect(row).toHaveCount(1);
  await expect(row).toContainText("/prod/orders");
  await expect(row).toHaveAttribute("data-cause", /./);
});

const verboseCurl = `$ curl -v https://a1b2c3d4e5.execute-api.eu-west-1.amazonaws.com/prod/orders
*   Trying 203.0.113.7:443...
* Connected to a1b2c3d4e5.execute-api.eu-west-1.amazonaws.com (203.0.113.7) port 443 (#0)
> GET /prod/orders HTTP/2
> Host: a1b2c3d4e5.execute-api.eu-west-1.amazonaws.com
> 
< HTTP/2 403 
< content-type: application/json
< content-length: 23
< x-amzn-requestid: 5b6f1f4e-2c1d-4c55-9d0e-3f1a2b4c5d6e
< x-amzn-errortype: ForbiddenException
< 
{"message":"Forbidden"}* Connection #0 to host a1b2c3d4e5.execute-api.eu-west-1.amazonaws.com left intact
`;

test("one bad entry is listed with its index, and the others are read", async ({ panel }) => {
  await drop(panel, { "flawed.har": har(works, null, wrongStage) });
  await expect(panel.locator('[data-cause="rest-stage-missing-or-unknown"]')).toHaveCount(1);
  const problems = panel.getByRole("region", { name: "Problems with files" });
  await expect(problems).toContainText("flawed.har");
  await problems.locator("summary").click();
  await expect(problems).toContainText("entry 1:");
});

test("a long list stays in order while it is scrolled, and draws no rows anew for it", async ({ panel }) => {
  const orders = Array.from({ length: 600 }, (_, index) => ({ ...wrongStage, url: `${wrongStage.url}/${index}` }));
  await drop(panel, { "long.har": har(...orders) });
  const list = panel.locator(".list");
  await expect(list).toHaveAttribute("aria-rowcount", "602");
  const rows = panel.locator(".list tbody tr");
  await rows.evaluateAll((all) => {
    for (const row of all) row.setAttribute("data-before", "");
  });
  const { height } = (await rows.nth(5).boundingBox()) ?? { height: Number.NaN };
  await panel.locator(".list-frame").evaluate((frame, top) => frame.scrollTo(0, top), 400 * height);
  // The head of their cause and the columns' stand above them.
  await expect(panel.locator(`[data-url$="/400"]`)).toHaveAttribute("aria-rowindex", "403");
  await expect(async () => {
    const places = await rows.evaluateAll((all) => all.map((row) => Number(row.getAttribute("aria-rowindex"))));
    expect(places).toEqual(places.map((_, index) => (places[0] ?? 0) + index));
    expect(places).toContain(403);
  }).toPass();
  // The row of the head has become one of a request.
  expect(await panel.locator(".list tbody tr:not([data-before])").count()).toBeLessThan(3);
});

test("a file that is no HAR gets one sentence that names what was expected", async ({ panel }) => {
  await drop(panel, { "notes.txt": "dear diary" });
  await expect(panel.getByRole("alert").filter({ hasText: "notes.txt" })).toContainText("HAR");
  await panel.getByRole("region", { name: "Problems with files" }).getByRole("button", { name: "Dismiss" }).click();
});

test("nothing in a file becomes markup", async ({ panel }) => {
  await drop(panel, { "<img src=x onerror=document.title='pwned'>.har": har(hostile) });
  const row = panel.getByTestId("request-row").first();
  await row.click();
  await expect(panel.locator("#diagnosis")).toBeVisible();
  expect(await panel.locator("#panel img, #panel script").count()).toBe(0);
  expect(await panel.title()).toBe("API Gateway 403");
});

async function storedHosts(panel: Frame): Promise<unknown> {
  return panel.evaluate(async () => {
    const { chrome } = globalThis as unknown as { chrome: { storage: { local: { get(): Promise<Stored> } } } };
    return (await chrome.storage.local.get()).settings?.apiHosts;
  });
}

interface Stored {
  readonly settings?: { readonly apiHosts?: unknown };
}

test("settings survive a restart of the browser", async ({ gateway }) => {
  const profile = await mkdtemp(join(tmpdir(), "apigw403-profile-"));
  try {
    const first = await openDevtools({ hostRules: gateway.hostRules, profile });
    const panel = await first.showPanel();
    await panel.getByRole("button", { name: "Settings" }).click();
    await panel.getByLabel("My API hosts").fill("*.api.example.com");
    await panel.getByLabel("My API hosts").blur();
    await expect.poll(() => storedHosts(panel)).toEqual(["*.api.example.com"]);
    await first.close();

    const second = await openDevtools({ hostRules: gateway.hostRules, profile });
    const again = await second.showPanel();
    await again.getByRole("button", { name: "Settings" }).click();
    await expect(again.getByLabel("My API hosts")).toHaveValue("*.api.example.com");
    await second.close();
  } finally {
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
});

test("the manifest asks for storage alone and names no host", async () => {
  const manifest = JSON.parse(await readFile(new URL("../dist/manifest.json", import.meta.url), "utf8"));
  expect(manifest.permissions).toEqual(["storage"]);
  expect(manifest.host_permissions).toBeUndefined();
  expect(manifest.optional_host_permissions).toBeUndefined();
  expect(manifest.content_scripts).toBeUndefined();
  expect(manifest.web_accessible_resources ?? []).toEqual([]);
  expect(manifest.content_security_policy.extension_pages).toContain("connect-src 'none'");
});

test("the toolbar button opens the panel as a plain tab, which reads files", async ({ devtools }) => {
  // DevTools open on each tab by themselves, and are a page, too.
  const isTab = (each: Page) => !each.url().startsWith("devtools:");
  const opened = devtools.context.waitForEvent("page", isTab);
  await clickToolbarButton(devtools);
  const tab = await opened;
  await expect(tab).toHaveURL(`chrome-extension://${devtools.extensionId}/panel/index.html`);
  const file = chosen("tab.har", har(works, wrongStage));
  await tab.getByTestId("files").first().setInputFiles(file);
  await expect(tab.locator('[data-cause="rest-stage-missing-or-unknown"]')).toHaveCount(1);
  await tab.close();
});

/** The browser's own toolbar is out of reach, so the extension is told of a click there (Chromium 156). */
async function clickToolbarButton({ context, extensionId }: Devtools): Promise<void> {
  const isOurs = (worker: Worker) => worker.url().includes(extensionId);
  const background = context.serviceWorkers().find(isOurs) ?? (await context.waitForEvent("serviceworker"));
  await background.evaluate(() => {
    const { chrome } = globalThis as unknown as { chrome: { action: { onClicked: { dispatch(tab: object): void } } } };
    chrome.action.onClicked.dispatch({});
  });
}
