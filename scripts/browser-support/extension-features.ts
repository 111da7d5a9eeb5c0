import bcd, { type Identifier } from "@mdn/browser-compat-data/forLegacyNode";
import { type Feature, under } from "./feature.ts";

const { api, manifest: manifestKeys } = bcd.webextensions as unknown as Readonly<Record<string, Identifier>>;

/** The extension APIs that a source names in one chain behind `browser`. */
export function featuresOfExtension(source: string): readonly Feature[] {
  return [...source.matchAll(/\bbrowser\.([\w.]+)/g)].map(([name, chain = ""]) => ({
    name,
    entries: [deepest(chain)],
  }));
}

/** The most exact entry that there is: `storage.local.get` has one, an event's `addListener` is told with the event. */
function deepest(chain: string): Identifier {
  let entry = api as Identifier;
  for (const name of chain.split(".")) [entry = entry] = under(entry, name);
  return entry;
}

/** The keys of a manifest. */
export function featuresOfManifest(manifest: object): readonly Feature[] {
  return Object.keys(manifest).map((name) => ({ name, entries: under(manifestKeys, name) }));
}
