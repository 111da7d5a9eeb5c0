import type { FormatDescription, ReportFormat } from "./format.ts";
import { har } from "./formats/har.ts";
import { json } from "./formats/json.ts";
import { markdown } from "./formats/markdown.ts";
import { minimalHar } from "./formats/minimal-har.ts";
import { ndjson } from "./formats/ndjson.ts";
import { sarif } from "./formats/sarif.ts";
import { text } from "./formats/text.ts";

/**
 * Every format, once, in the order of lists. The command line's default is the first, the panel's the first that it offers.
 * The command line, its help, the panel and the documentation read this list.
 */
export const formats = [text, markdown, minimalHar, har, json, ndjson, sarif] as const;

/** The id of a format. */
export type FormatId = (typeof formats)[number]["id"];

/** The format of this id. Throws `RangeError` where there is none. */
export function formatOf(id: FormatId): ReportFormat<FormatId> {
  const found = formats.find((each) => each.id === id);
  if (found === undefined) throw new RangeError(`There is no format ${id}.`);
  return found;
}

/** The description of a format, without its writer. */
export function descriptionOf({ writer: _, ...description }: ReportFormat<FormatId>): FormatDescription<FormatId> {
  return description;
}
