import { readFileSync } from "node:fs";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { harText, openAll, zipOf } from "../../../testing/examples/archive.ts";
import { materialBeside } from "../../../testing/material-beside.ts";
import { nodeDecompressors } from "../../cli/decompressors.ts";
import { pastedText } from "../named-bytes.ts";
import { limits } from "./limits.ts";

const one = harText("https://one.example/");
const two = harText("https://two.example/");
const gz = gzipSync(one);

function streamed(bytes: Uint8Array): ReadableStream<Uint8Array> {
  return new Blob([new Uint8Array(bytes)]).stream();
}

describe("a file of its own", () => {
  test("a HAR file's Blob passes as it is", async () => {
    const file = new Blob([one]);
    const { sources, skipped } = await openAll("a.har", file);
    expect(sources).toMatchObject([{ name: "a.har", bytes: file, source: { id: "har" } }]);
    expect(sources[0]?.bytes).toBe(file);
    expect(skipped).toEqual({});
  });

  test("standard input arrives whole although its beginning was looked at", async () => {
    const long = harText(...Array.from({ length: 3000 }, (_, index) => `https://example/${index}`));
    const { texts } = await openAll("-", streamed(new TextEncoder().encode(long)));
    expect(texts).toEqual({ "-": long });
  });

  test("an empty file is left to the reader, which says that it is empty", async () => {
    expect((await openAll("a.har", new Blob([]))).texts).toEqual({ "a.har": "" });
    expect((await openAll("-", streamed(new Uint8Array()))).texts).toEqual({ "-": "" });
  });

  test("pasted text is a source", async () => {
    const { name, bytes } = pastedText(one);
    expect((await openAll(name, bytes)).texts).toEqual({ "pasted text": one });
  });
});

describe("one packed file", () => {
  test.each(["a.har.gz", "a.har", "-"])("gzip is known by its bytes, named %s", async (name) => {
    expect((await openAll(name, new Uint8Array(gz))).texts).toEqual({ [name]: one });
    expect((await openAll(name, streamed(gz))).texts).toEqual({ [name]: one });
  });

  test("a gzip file that was cut off gives what came before, then says so", async () => {
    const { texts } = await openAll("a.har.gz", new Uint8Array(gz.subarray(0, -6)));
    expect(texts).toEqual({ "a.har.gz": `${one} … is cut off or damaged` });
  });

  test("a gzip file with a wrong checksum is told", async () => {
    const damaged = new Uint8Array(gz);
    damaged[damaged.length - 8] = (damaged[damaged.length - 8] ?? 0) ^ 0xff;
    const { texts, skipped } = await openAll("a.har.gz", damaged);
    expect({ ...texts, ...skipped }).toEqual({ "a.har.gz": expect.stringMatching(/is cut off or damaged$/) });
  });

  test("brotli is unpacked where the platform can, else what to do is said", async () => {
    const packed = new Uint8Array(brotliCompressSync(one));
    const { skipped } = await openAll("a.har.br", packed);
    expect(skipped).toEqual({
      "a.har.br": "is packed with brotli, which cannot be unpacked here; unpack it first (brotli -d FILE)",
    });
    expect((await openAll("a.har.br", packed, { decompressors: nodeDecompressors })).texts).toEqual({
      "a.har.br": one,
    });
  });

  test("a cut brotli file is told", async () => {
    const packed = new Uint8Array(brotliCompressSync(one)).slice(0, 20);
    const { texts, skipped } = await openAll("a.har.br", packed, { decompressors: nodeDecompressors });
    expect({ ...texts, ...skipped }).toEqual({ "a.har.br": expect.stringContaining("is cut off or damaged") });
  });

  test("a plain HAR file that is merely named .br opens", async () => {
    expect((await openAll("a.har.br", new Blob([one]))).texts).toEqual({ "a.har.br": one });
  });

  test("zstd without a decompressor says what to do", async () => {
    const { skipped } = await openAll("a.har.zst", new Blob([new Uint8Array([0x28, 0xb5, 0x2f, 0xfd, 0])]), {
      decompressors: {},
    });
    expect(skipped["a.har.zst"]).toBe(
      "is packed with zstd, which cannot be unpacked here; unpack it first (zstd -d FILE)",
    );
  });

  test.each([
    ["7z", [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]],
    ["RAR", [...new TextEncoder().encode("Rar!\u001a\u0007")]],
    ["tar", [...new TextEncoder().encode("a.har".padEnd(257, "\0")), ...new TextEncoder().encode("ustar")]],
  ])("%s is named and left to the user", async (format, bytes) => {
    const { skipped } = await openAll("a", new Blob([new Uint8Array(bytes)]));
    expect(skipped["a"]).toBe(`is packed as ${format}, which is not read here; unpack it first`);
  });
});

describe("a ZIP archive", () => {
  test("gives every HAR file with its origin, and lists the others", async () => {
    const zip = await zipOf([
      { name: "browser.har", content: one },
      { name: "logs/", content: "", options: { directory: true } },
      { name: "logs/proxy.json", content: two },
      { name: "logs/app.log", content: "GET /" },
      { name: "package.json", content: '{"name":"a"}' },
      { name: "late/x.har.gz", content: new Uint8Array(gz) },
    ]);
    const { texts, skipped } = await openAll("support.zip", zip);
    expect(texts).toEqual({
      "support.zip/browser.har": one,
      "support.zip/logs/proxy.json": two,
      "support.zip/late/x.har.gz": one,
    });
    expect(skipped).toEqual({
      "support.zip/logs/app.log": "is no HAR file",
      "support.zip/package.json": "is no HAR file",
    });
  });

  test.each([
    ["stored", { level: 0 }],
    ["with data descriptors", { dataDescriptor: true }],
    ["with ZIP64 records", { zip64: true }],
  ])("%s opens", async (_, options) => {
    const zip = await zipOf([{ name: "a.har", content: one }], options);
    expect((await openAll("a.zip", zip)).texts).toEqual({ "a.zip/a.har": one });
    expect((await openAll("-", streamed(zip))).texts).toEqual({ "-/a.har": one });
  });

  test("an encrypted member costs only itself", async () => {
    const zip = await zipOf([
      { name: "secret.har", content: one, options: { password: "p", zipCrypto: true } },
      { name: "aes.har", content: one, options: { password: "p" } },
      { name: "plain.har", content: two },
    ]);
    const { texts, skipped } = await openAll("a.zip", zip);
    expect(texts).toEqual({ "a.zip/plain.har": two });
    const reason = "is encrypted; unpack it with its password first";
    expect(skipped).toEqual({ "a.zip/secret.har": reason, "a.zip/aes.har": reason });
  });

  test("names are labels: traversal, control characters and other encodings name nothing else", async () => {
    const hostile = "../../etc/\u202Ea.har";
    const zip = await zipOf([
      { name: hostile, content: one },
      { name: "C:\\x.har", content: one },
      { name: "bXse.har", content: two, options: { useUnicodeFileNames: false } },
    ]);
    const latin = zip.map((byte, at) => (byte === 0x58 && zip[at - 1] === 0x62 && zip[at + 1] === 0x73 ? 0x94 : byte));
    const { sources } = await openAll("a.zip", latin);
    expect(sources.map(({ name }) => name)).toEqual([`a.zip/${hostile}`, "a.zip/C:\\x.har", "a.zip/böse.har"]);
    expect(await sources[0]?.attached?.("../../../etc/passwd")).toBeNull();
  });

  test("a ZIP in a ZIP opens, a third layer is told", async () => {
    const inner = await zipOf([{ name: "deep.har", content: one }]);
    const middle = await zipOf([
      { name: "inner.zip", content: inner },
      { name: "mid.har", content: two },
    ]);
    const outer = await zipOf([{ name: "middle.zip", content: middle }]);
    expect((await openAll("m.zip", middle)).texts).toEqual({ "m.zip/inner.zip/deep.har": one, "m.zip/mid.har": two });
    const { texts, skipped } = await openAll("o.zip", outer);
    expect(texts).toEqual({ "o.zip/middle.zip/mid.har": two });
    expect(skipped).toEqual({
      "o.zip/middle.zip/inner.zip": "is packed in too many layers; unpack the outer ones first",
    });
  });

  test("an archive that was cut off is told", async () => {
    const zip = await zipOf([{ name: "a.har", content: one }]);
    expect((await openAll("a.zip", zip.slice(0, -30))).skipped).toEqual({ "a.zip": "is cut off or damaged" });
  });

  test("a member whose checksum does not match is told, and the others open", async () => {
    const zip = await zipOf(
      [
        { name: "a.har", content: one },
        { name: "b.har", content: two },
      ],
      { level: 0 },
    );
    const at = new TextDecoder("latin1").decode(zip).indexOf("one.example");
    zip[at] = 0x4f;
    const { texts, skipped } = await openAll("a.zip", zip);
    expect({ ...texts, ...skipped }).toEqual({
      "a.zip/a.har": expect.stringMatching(/is damaged: its checksum does not match$/),
      "a.zip/b.har": two,
    });
  });

  test("an empty archive is told", async () => {
    expect((await openAll("a.zip", await zipOf([]))).skipped).toEqual({ "a.zip": "is an archive without files" });
  });
});

describe("limits", () => {
  const zeros = new Uint8Array(8 << 20);
  const tight = { ...limits, ratioFrom: 1 << 20 };
  const bomb = "unpacks to more than 200 times its size, which no recording does";

  test("a gzip bomb is stopped", async () => {
    const { texts, skipped } = await openAll("a.har.gz", new Uint8Array(gzipSync(zeros)), { limits: tight });
    expect({ ...texts, ...skipped }).toEqual({ "a.har.gz": expect.stringContaining(` … ${bomb}`) });
  });

  test("a ZIP bomb is stopped, and the others open", async () => {
    const zip = await zipOf([
      { name: "bomb.har", content: zeros },
      { name: "b.har", content: two },
    ]);
    const { texts, skipped } = await openAll("a.zip", zip, { limits: tight });
    expect(texts).toEqual({ "a.zip/b.har": two });
    expect(skipped).toEqual({ "a.zip/bomb.har": bomb });
  });

  test("many members together keep the total", async () => {
    const members = Array.from({ length: 5 }, (_, index) => ({ name: `${index}.har`, content: one }));
    const { texts } = await openAll("a.zip", await zipOf(members), { limits: { ...limits, total: one.length * 3 } });
    expect(Object.values(texts).filter((text) => text === one)).toHaveLength(3);
  });

  test("a gzip file of endless length ends at the total", async () => {
    const { texts } = await openAll("a.har.gz", new Uint8Array(gzipSync(zeros)), {
      limits: { ...limits, total: 1 << 20 },
    });
    expect(texts["a.har.gz"]).toMatch(/ … unpacks to more than 1 MiB$/);
  });

  test("files above the number that is looked at are told", async () => {
    const members = Array.from({ length: 5 }, (_, index) => ({ name: `${index}.har`, content: one }));
    const { texts, skipped } = await openAll("a.zip", await zipOf(members), { limits: { ...limits, members: 3 } });
    expect(Object.keys(texts)).toHaveLength(3);
    expect(skipped).toEqual({ "a.zip": "has more files; the first 3 were looked at" });
  });

  test("a ZIP on standard input is held up to a size", async () => {
    const zip = await zipOf([{ name: "a.har", content: harText("https://x.example/".repeat(9)) }], { level: 0 });
    const { skipped } = await openAll("-", streamed(zip), { limits: { ...limits, held: 128 } });
    expect(skipped).toEqual({ "-": "has to be held in memory, but is larger than 128 bytes" });
  });
});

describe("Playwright", () => {
  const sha1 = "6ea226ea9c42e1cc7e668b33bd7c6c0a5c205b0f";
  const body = '{"message":"Forbidden"}';

  test("bodies beside a HAR file are found by name and not listed as skipped", async () => {
    const zip = await zipOf([
      { name: "run/har.har", content: one },
      { name: `run/${sha1}.json`, content: body },
    ]);
    const { sources, skipped } = await openAll("a.har.zip", zip);
    expect(new TextDecoder().decode((await sources[0]?.attached?.(`${sha1}.json`)) ?? undefined)).toBe(body);
    expect(await sources[0]?.attached?.("other.json")).toBeNull();
    expect(skipped).toEqual({});
  });

  test("bodies without a HAR file are listed", async () => {
    const { skipped } = await openAll("a.zip", await zipOf([{ name: `${sha1}.json`, content: body }]));
    expect(skipped).toEqual({ [`a.zip/${sha1}.json`]: "is no HAR file" });
  });

  test("a body that is too large to hold is left out", async () => {
    const zip = await zipOf([
      { name: "har.har", content: one },
      { name: `${sha1}.json`, content: body },
    ]);
    const { sources } = await openAll("a.zip", zip, { limits: { ...limits, attached: 4 } });
    expect(await sources[0]?.attached?.(`${sha1}.json`)).toBeNull();
  });

  test("a trace's network log is found, with the bodies that its entries name", async () => {
    const log = JSON.stringify({ type: "resource-snapshot", snapshot: {} });
    const zip = await zipOf([
      { name: "trace.trace", content: '{"type":"context-options"}' },
      { name: "trace.network", content: log },
      { name: `resources/${sha1}.json`, content: body },
    ]);
    const { sources: found, skipped } = await openAll("trace.zip", zip);
    expect(found.map(({ name, source }) => [name, source.id])).toEqual([
      ["trace.zip/trace.network", "playwright-trace"],
    ]);
    expect(await found[0]?.attached?.(`resources/${sha1}.json`)).not.toBeNull();
    expect(skipped).toEqual({ "trace.zip/trace.trace": "is no HAR file" });
  });

  const real = materialBeside("har/gen__playwright_attach.zip", "an archive of Playwright's");

  test.skipIf(real === null)("an archive that Playwright wrote opens with its bodies", async () => {
    const { texts, sources, skipped } = await openAll("a.zip", new Uint8Array(readFileSync(real ?? "")));
    expect(skipped).toEqual({});
    const { log } = JSON.parse(texts["a.zip/har.har"] ?? "");
    const files = log.entries.flatMap((entry: typeof log) => entry.response.content._file ?? []);
    expect(files.length).toBeGreaterThan(0);
    for (const file of files) expect(await sources[0]?.attached?.(file)).not.toBeNull();
  });
});
