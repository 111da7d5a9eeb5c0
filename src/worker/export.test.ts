import { mkdtempSync, openAsBlob, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { knowledge } from "../../rules/knowledge.ts";
import { TestClock } from "../../testing/clock.ts";
import { PlantedHar, writingsOf } from "../../testing/examples/planted-har.ts";
import { DiagnosisService } from "./service.ts";

const planted = new PlantedHar();

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "apigw403-export-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

interface Asked {
  readonly files: readonly string[];
  readonly unmasked: boolean;
  /** Is done to the files after they were read. */
  readonly change?: (path: string) => void;
}

/** The annotated file that is made of files which stand on the disk, as if somebody had chosen them. */
async function annotated({ files, unmasked, change }: Asked): Promise<string> {
  const clock = new TestClock();
  const service = new DiagnosisService(knowledge, clock);
  const paths = files.map((text, at) => {
    const path = join(folder, `${at}.har`);
    writeFileSync(path, text);
    return path;
  });
  const chosen = paths.map(async (path, at) => Object.assign(await openAsBlob(path), { name: `${at}.har` }) as File);
  await clock.untilSettled(service.readFiles(await Promise.all(chosen), () => {}));
  clock.settle();
  for (const path of paths) change?.(path);
  const { file } = await clock.untilSettled(
    service.export({ kind: "all" }, { format: "har", unmasked, hidePeople: false, shell: "bash" }),
  );
  return file.text();
}

/** The log without what was written beside its entries. */
function plain(text: string): unknown {
  const { log } = JSON.parse(text);
  return { ...log, entries: log.entries.map((entry: object) => ({ ...entry, comment: "", _apiGateway403: null })) };
}

test("one file is handed on as it is, with all that a diagnosis has no use for", async () => {
  const text = await annotated({ files: [planted.text], unmasked: true });
  expect(plain(text)).toEqual(plain(planted.text));
  expect(JSON.parse(text).log.entries[0]._apiGateway403.status).toBe(403);
});

test("masked it holds no secret, not even where only the file has it", async () => {
  const text = await annotated({ files: [planted.text], unmasked: false });
  expect(JSON.parse(text).log.pages).toHaveLength(JSON.parse(planted.text).log.pages.length);
  const found = planted.planted.filter(({ secret }) => writingsOf(secret).some((each) => text.includes(each)));
  expect(found.map(({ where }) => where)).toEqual([]);
});

test.each([
  ["two files", { files: [planted.text, planted.text] }],
  ["a file that is gone", { files: [planted.text], change: (path: string) => rmSync(path) }],
])("%s: all requests are told from what is recorded", async (_, asked) => {
  const { log } = JSON.parse(await annotated({ ...asked, unmasked: false }));
  expect(log.comment).toBe("Written by API Gateway 403");
  expect(log.entries).toHaveLength(asked.files.length * JSON.parse(planted.text).log.entries.length);
});
