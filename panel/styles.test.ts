import { readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { globSync } from "tinyglobby";
import { expect, test } from "vitest";

interface Sheet {
  readonly path: string;
  /** What every class in it begins with. */
  readonly name: string;
  readonly classes: ReadonlySet<string>;
}

interface View {
  readonly path: string;
  readonly text: string;
  readonly sheets: readonly Sheet[];
}

const root = import.meta.dirname;
const sheets = new Map(globSync("**/*.css", { cwd: root }).map((path) => [join(root, path), sheetAt(path)]));
const views = globSync(["**/*.tsx", "!**/*.test.tsx"], { cwd: root }).map(viewAt);

/** `page.css` and `tokens.css` are linked by the page itself. */
const ofPage = [...sheets.values()].filter(({ path }) => !path.includes("/"));

function sheetAt(path: string): Sheet {
  const text = readFileSync(join(root, path), "utf8").replaceAll(/\/\*.*?\*\//gs, "");
  const selectors = [...text.matchAll(/([^{};]+)\{/g)].map(([, selector = ""]) => selector);
  const classes = selectors.flatMap((each) => [...each.matchAll(/\.([a-z][\w-]*)/gi)].map(([, name = ""]) => name));
  return { path, name: basename(path, ".css"), classes: new Set(classes) };
}

function viewAt(path: string): View {
  const text = readFileSync(join(root, path), "utf8");
  const imported = [...text.matchAll(/^import "(\..*\.css)";$/gm)].map(([, file = ""]) =>
    sheets.get(join(root, dirname(path), file)),
  );
  return { path, text, sheets: imported.filter((sheet) => sheet !== undefined) };
}

/**
 * The classes that a view names: all of a fixed `class`, and wherever else a word begins with the name of a sheet. One
 * that is put together ends with the hyphen before its last part.
 */
function classesIn(text: string): readonly string[] {
  const fixed = [...text.matchAll(/\bclass="([^"]*)"/g)].flatMap(([, names = ""]) => names.split(/\s+/));
  const chosen = [...text.matchAll(/\bclass=\{.*\}|"list-[^"]*"/g)].flatMap(
    ([code]) => code.match(/[a-z][\w-]*/g) ?? [],
  );
  const isOfSheet = (name: string) => [...sheets.values()].some((sheet) => name.startsWith(`${sheet.name}-`));
  return [...fixed, ...chosen.filter(isOfSheet)];
}

test("every class in a sheet begins with the sheet's name, and no other sheet's classes do", () => {
  const foreign = [...sheets.values()].flatMap(({ path, name, classes }) =>
    [...classes].filter((each) => each !== name && !each.startsWith(`${name}-`)).map((each) => `${path}: ${each}`),
  );
  const names = [...sheets.values()].map(({ name }) => name);
  const shared = names.filter((name) => names.some((other) => other !== name && other.startsWith(`${name}-`)));
  expect(foreign).toEqual([]);
  expect(shared).toEqual([]);
  expect(new Set(names).size).toBe(names.length);
});

test("every class that a view names is styled by a sheet that the view imports", () => {
  const unstyled = views.flatMap(({ path, text, sheets: imported }) => {
    const styled = [...ofPage, ...imported].flatMap(({ classes }) => [...classes]);
    const isStyled = (name: string) =>
      name.endsWith("-") ? styled.some((each) => each.startsWith(name)) : styled.includes(name);
    return classesIn(text)
      .filter((name) => !isStyled(name))
      .map((name) => `${path}: ${name}`);
  });
  expect(unstyled).toEqual([]);
});

test("no sheet styles what no view shows", () => {
  const texts = (sheet: Sheet) =>
    views.filter((view) => ofPage.includes(sheet) || view.sheets.includes(sheet)).map(({ text }) => text);
  const isNamed = (name: string, text: string) =>
    new RegExp(String.raw`["\`\s]${name}["\`\s]`).test(text) || text.includes(`${name.replace(/[a-z]+$/, "")}\${`);
  const unused = [...sheets.values()].flatMap((sheet) =>
    [...sheet.classes]
      .filter((name) => !texts(sheet).some((text) => isNamed(name, text)))
      .map((name) => `${sheet.path}: ${name}`),
  );
  expect(unused).toEqual([]);
});
