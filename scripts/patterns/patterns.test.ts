import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { analyse } from "scslre";
import { glob } from "tinyglobby";
import { beforeAll, expect, test } from "vitest";
import { constructedBy } from "./constructed.ts";
import { slowOn } from "./growth.ts";
import { hostileTexts } from "./hostile-texts.ts";
import { literalsIn, type Pattern } from "./patterns.ts";

let patterns: readonly Pattern[] = [];

beforeAll(async () => {
  const root = new URL("../../", import.meta.url);
  const files = await glob("{src,rules,panel}/**/*.{ts,tsx}", { cwd: fileURLToPath(root), ignore: "**/*.test.*" });
  const found: Pattern[] = [];
  for (const file of files) {
    const text = await readFile(new URL(file, root), "utf8");
    found.push(...literalsIn(file, text));
    if (/\bRegExp\(/.test(text)) found.push(...(await constructed(file, root)));
  }
  patterns = [...new Map(found.map((each) => [written(each), each])).values()];
});

async function constructed(file: string, root: URL): Promise<readonly Pattern[]> {
  const made = await constructedBy(file, () => import(new URL(file, root).href));
  expect(made.length, `${file} puts patterns together while it is loaded, so that they are checked`).not.toBe(0);
  return made;
}

function written({ source, flags }: Pattern): string {
  return `/${source}/${flags}`;
}

test("no regular expression backtracks more than evenly, as far as its structure tells", () => {
  const reports = patterns.flatMap((each) =>
    analyse(each).reports.map(({ type }) => `${each.file}: ${written(each)} (${type})`),
  );
  expect(patterns.length).toBeGreaterThan(300);
  expect(reports).toEqual([]);
  expect(analyse({ source: "(?:a+)+$", flags: "" }).reports).not.toEqual([]);
});

test("the steps of every regular expression grow no faster than the text that is made against it", {
  timeout: 300_000,
}, () => {
  const slow = patterns.flatMap((each) => {
    const text = slowOn(each, hostileTexts(each));
    return text === null ? [] : [`${each.file}: ${written(each)} on ${JSON.stringify(text)}`];
  });
  expect(slow).toEqual([]);
});

test.each(["\\s+$", "' .*'$", "x.*y.*z", "[a-z]*X[A-Z]+$", "\\beyJ[\\w-]{5,2048}\\."])(
  "a pattern that is slow is found out: %s",
  (source) => {
    const pattern = { file: "", source, flags: "" };
    expect(slowOn(pattern, hostileTexts(pattern))).not.toBeNull();
  },
);
