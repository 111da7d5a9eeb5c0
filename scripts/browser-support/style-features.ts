import bcd, { type Identifier } from "@mdn/browser-compat-data/forLegacyNode";
import { type Feature, under } from "./feature.ts";

const {
  "at-rules": atRules,
  properties,
  selectors,
  types,
} = bcd.css as unknown as Readonly<Record<string, Identifier>>;

/** The at-rules, selectors, properties with their keywords, and functions that a style sheet uses. */
export function featuresOfStyle(css: string): readonly Feature[] {
  const plain = css.replaceAll(/\/\*.*?\*\//gs, "").replaceAll(/"[^"]*"/g, '""');
  const statements = plain.split(/[{};]/).map((each) => each.trim());
  const heads = plain.match(/[^{};]+(?=\{)/g) ?? [];
  return [
    ...heads.flatMap(featuresOfHead),
    ...statements.flatMap((each) => {
      const [, property = "", value = ""] = each.match(/^([a-z-]+):(.*)$/s) ?? [];
      return featuresOfDeclaration(property, value);
    }),
    ...[...plain.matchAll(/([a-z-]+)\(/g)].flatMap(([, name = ""]) => functionNamed(name)),
  ];
}

function featuresOfHead(head: string): readonly Feature[] {
  const rules = [...head.matchAll(/@([a-z-]+)/g)].flatMap(([name, key = ""]) => named(name, under(atRules, key)));
  const pseudo = [...head.matchAll(/::?([a-z-]+)/g)].flatMap(([name, key = ""]) => named(name, under(selectors, key)));
  const nesting = /(^|[\s,(])&/.test(head) ? named("nesting", under(selectors, "nesting")) : [];
  return [...rules, ...pseudo, ...nesting];
}

function featuresOfDeclaration(property: string, value: string): readonly Feature[] {
  const [entry] = under(properties, property);
  const keywords = value.match(/[a-z][a-z-]*/g) ?? [];
  return [
    ...named(property, under(properties, property)),
    ...keywords.flatMap((keyword) => named(`${property}: ${keyword}`, under(entry, keyword))),
  ];
}

/** Functions stand among the types, or under the type that they give. */
function functionNamed(name: string): readonly Feature[] {
  const places = [types, ...(Object.values(types ?? {}) as Identifier[])];
  return named(
    `${name}()`,
    places.flatMap((place) => under(place, name)),
  );
}

function named(name: string, entries: readonly Identifier[]): readonly Feature[] {
  return entries.length > 0 ? [{ name, entries }] : [];
}
