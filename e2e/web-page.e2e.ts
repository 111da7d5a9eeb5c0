import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import { TextReader, Uint8ArrayWriter, ZipWriter } from "@zip.js/zip.js";
import { type Browser, chromium, type Page } from "playwright";
import { expect, test } from "playwright/test";
import { chromiumHere } from "./chromium-here.ts";
import { chosen, har, works, wrongStage } from "./har-fixtures.ts";
import { requestsIn } from "./net-log.ts";

const page = fileURLToPath(new URL("../build/web", import.meta.url));

/** As little as a web server can do: files with their types, from a folder that is not its root. */
const folder = "/tools/api-gateway-403/";
const types: Readonly<Record<string, string>> = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".css": "text/css",
  ".png": "image/png",
};

interface RunningServer {
  readonly origin: string;
  /** The paths that were asked for. */
  readonly asked: readonly string[];
  close(): Promise<void>;
}

async function serve(): Promise<RunningServer> {
  const asked: string[] = [];
  const server = createServer(async ({ url = "" }, response) => {
    asked.push(url);
    const path = url.replace(folder, "/").replace(/\/$/, "/index.html");
    const bytes = await readFile(join(page, normalize(path))).catch(() => null);
    response.writeHead(bytes === null ? 404 : 200, { "content-type": types[extname(path)] ?? "text/plain" });
    response.end(bytes);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { origin: `http://127.0.0.1:${port}`, asked, close };
}

function launch(...more: readonly string[]): Promise<Browser> {
  const { executablePath, args } = chromiumHere();
  return chromium.launch({ executablePath, args: [...args, ...more] });
}

async function zipped(): Promise<Buffer> {
  const archive = new ZipWriter(new Uint8ArrayWriter());
  await archive.add("browser.har", new TextReader(har(works, wrongStage)));
  return Buffer.from(await archive.close());
}

/** Everything that the extension loads only when it is needed. */
async function useEverything(tab: Page): Promise<void> {
  const files = tab.getByTestId("files").first();
  await files.setInputFiles({ name: "support.zip", mimeType: "application/zip", buffer: await zipped() });
  const refused = tab.locator('[data-cause="rest-stage-missing-or-unknown"]').first();
  await refused.click();
  await expect(tab.locator("#diagnosis")).toContainText("GET /prod/orders returned 200");
  await tab.getByRole("button", { name: "Export all refused requests" }).click();
  await expect(tab.getByLabel("What will be shared")).toHaveValue(/rest-stage-missing-or-unknown/);
  await tab.getByRole("button", { name: "Close: Export" }).click();
  await tab.getByRole("button", { name: "Clear" }).first().click();
  await tab.getByRole("button", { name: "Show an example" }).click();
  await expect(tab.locator('[data-cause="s3-access-denied"]')).toBeVisible();
}

test("the web page works from any folder of a server, goes on without it, and asks for its own files alone", async () => {
  const netLog = test.info().outputPath("net-log.json");
  const server = await serve();
  const browser = await launch(`--log-net-log=${netLog}`);
  const tab = await browser.newPage();
  const wrong: string[] = [];
  tab.on("pageerror", ({ message }) => wrong.push(message));
  tab.on("console", (message) => wrong.push(message.text()));
  await tab.goto(server.origin + folder);
  await tab
    .getByTestId("files")
    .first()
    .setInputFiles(chosen("one.har", har(works, wrongStage)));
  await expect(tab.locator('[data-cause="rest-stage-missing-or-unknown"]')).toHaveCount(1);
  const { asked } = server;
  await server.close();
  await useEverything(tab);
  expect(wrong).toEqual([]);
  await browser.close();
  expect(asked.filter((path) => !path.startsWith(folder))).toEqual([]);
  const requests = (await requestsIn(netLog)).filter(({ initiator }) => initiator === server.origin);
  expect(requests).not.toEqual([]);
  expect(requests.filter(({ url }) => !url.startsWith(server.origin))).toEqual([]);
});

test("its policy lets it ask for nothing, and its settings stay", async () => {
  const server = await serve();
  const browser = await launch();
  const tab = await browser.newPage();
  await tab.goto(server.origin + folder);
  await expect(tab.evaluate((url) => fetch(url), `${server.origin}/`)).rejects.toThrow("Failed to fetch");
  await tab.getByRole("button", { name: "Settings" }).click();
  await tab.getByLabel("My API hosts").fill("api.example.com");
  await tab.getByRole("button", { name: "Close: Settings" }).click();
  await tab.reload();
  await tab.getByRole("button", { name: "Settings" }).click();
  await expect(tab.getByLabel("My API hosts")).toHaveValue("api.example.com");
  await browser.close();
  await server.close();
});
