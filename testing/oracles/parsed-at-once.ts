import type { HarEntry } from "../../src/capture/entry.ts";
import { asFields, field } from "../../src/capture/har/fields.ts";
import { repairEntry } from "../../src/capture/har/repair.ts";
import { dropUnneededBodies } from "../../src/capture/har/unneeded-bodies.ts";
import { contentOf, isPacked, unpacked } from "../../src/capture/har/unpack.ts";

/** What `readHar` has to find in a file that is JSON, by `JSON.parse` of its whole text; null where it is none. */
export async function parsedAtOnce(
  bytes: Uint8Array,
  wantsBody: (entry: HarEntry) => boolean,
): Promise<(HarEntry | null)[] | null> {
  const file = parse(decoded(bytes));
  if (file === null) return null;
  const elements = elementsOf(file.value);
  return elements === null ? null : Promise.all(elements.map((element) => expectedOf(element, wantsBody)));
}

function decoded(bytes: Uint8Array): string {
  const text = new TextDecoder(bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : "utf-8").decode(bytes);
  return text
    .replace(/^\s*[\w$.]+\s*\(\s*(?=[[{])/, "")
    .trimEnd()
    .replace(/\)\s*;?$/, "");
}

function elementsOf(file: unknown): readonly unknown[] | null {
  const log = asFields(field(asFields(file), "log")) ?? asFields(file);
  const elements = Array.isArray(file) ? file : field(log, "entries");
  if (Array.isArray(elements)) return elements;
  return asFields(field(asFields(file), "request")) === null ? null : [file];
}

/** Null where the element cannot be used. */
async function expectedOf(element: unknown, wantsBody: (entry: HarEntry) => boolean): Promise<HarEntry | null> {
  const repair = repairEntry(isPacked(element) ? await unpacked(element, undefined) : element);
  if ("lost" in repair) return null;
  const { entry } = repair;
  if (wantsBody(entry)) return dropUnneededBodies(entry, true);
  const text = field(contentOf(element), "text");
  return dropUnneededBodies(withoutBody(entry, typeof text === "string" && text !== ""), false);
}

function withoutBody(entry: HarEntry, unread: boolean): HarEntry {
  if (!unread) return entry;
  const { response } = entry;
  return { ...entry, response: { ...response, content: { ...response.content, text: null, unread } } };
}

function parse(text: string): { readonly value: unknown } | null {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return null;
  }
}
