import { mkdtempSync, openAsBlob, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { knowledge } from "../../rules/knowledge.ts";
import { TestClock } from "../../testing/clock.ts";
import type { ExchangeView } from "./protocol.ts";
import { DiagnosisService } from "./service.ts";

const long = "an order of many parts, ".repeat(20);
const headers = [{ name: "content-type", value: "application/json" }];

function har(body: object): string {
  const request = { method: "POST", url: "https://a.example.com/orders", headers, postData: { text: long } };
  const content = { size: 5, mimeType: "application/json", ...body };
  const entry = {
    startedDateTime: "2024-05-06T10:30:15Z",
    request,
    response: { status: 200, headers, content },
  };
  const log = { creator: { name: "WebInspector", version: "537.36" }, entries: [{ ...entry, request: null }, entry] };
  return JSON.stringify({ log }, null, 2);
}

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "apigw403-whole-view-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Shows the second request of a file that is changed after it was read. */
async function shown(text: string | Buffer, change: (path: string) => void = () => {}): Promise<ExchangeView | null> {
  const path = join(folder, "a.har");
  writeFileSync(path, text);
  const clock = new TestClock();
  const service = new DiagnosisService(knowledge, clock);
  // Like a file that somebody chose it is read from the disk only when its bytes are asked for.
  await clock.untilSettled(
    service.readFiles([Object.assign(await openAsBlob(path), { name: "a.har" }) as File], () => {}),
  );
  clock.settle();
  change(path);
  return service.request("1 a.har");
}

test("the bodies of a request that was not refused are read from the chosen file again", async () => {
  const view = await shown(har({ text: "It is done: é" }));
  expect(view?.requestBody).toEqual({ text: long, rest: 0 });
  expect(view?.responseBody).toEqual({ text: "It is done: é", rest: 0 });
});

test("also those of a file in UTF-16", async () => {
  const view = await shown(Buffer.from(`\uFEFF${har({ text: "It is done: é 🙂" })}`, "utf16le"));
  expect(view?.responseBody).toEqual({ text: "It is done: é 🙂", rest: 0 });
});

test("credentials in them stay hidden", async () => {
  const view = await shown(har({ text: '{"access_token":"of-the-user-0123456789"}' }));
  expect(JSON.stringify(view?.responseBody)).not.toContain("of-the-user");
});

test("a body that is no text is not shown as one", async () => {
  const text = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0xff]).toString("base64");
  expect((await shown(har({ text, encoding: "base64" })))?.responseBody).toEqual({ missing: "the body is not text" });
});

test.each([
  ["was changed", (path: string) => writeFileSync(path, "{}")],
  ["is gone", (path: string) => rmSync(path)],
])("where the file %s, that is said in place of the bodies", async (_, change) => {
  const view = await shown(har({ text: "It is done" }), change);
  expect(view?.url).toBe("https://a.example.com/orders");
  expect(view?.responseBody).toEqual({ missing: expect.stringContaining("changed, moved or deleted") });
  expect(view?.requestBody).toEqual(view?.responseBody);
});
