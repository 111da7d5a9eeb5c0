import type { HarEntry } from "../../src/capture/entry.ts";
import type { Recorded } from "../../src/session/recording.ts";
import { type Change, changeEntry, changeHeader, changeHeaders, forEachHeader } from "./change.ts";

/**
 * Everything that a capture can lose: a header, a part of its value, a body, a field, an entry. Exports, sanitisers and
 * cut-off recordings take such things away, and whatever is left must not look surer than it is.
 * @param kept indexes of the entries that stay, because something is known about them
 */
export function removalsFrom(recorded: readonly Recorded[], kept: ReadonlySet<number>): Change[] {
  return recorded.flatMap((each) => [
    ...headersOf(each),
    ...fieldsOf(each),
    ...(kept.has(each.entry) ? [] : [entryOf(each)]),
  ]);
}

function entryOf({ entry: index }: Recorded): Change {
  return { what: `#${index}`, apply: (recorded) => recorded.filter((each) => each.entry !== index) };
}

function headersOf(recorded: Recorded): Change[] {
  return [
    changeHeaders(recorded, "request", "headers", () => []),
    changeHeaders(recorded, "response", "headers", () => []),
    ...forEachHeader(recorded, (side, header) => [
      changeHeader(recorded, side, header, "", []),
      ...partsOf(header.value).map(({ part, rest }) =>
        changeHeader(recorded, side, header, `part ${part}`, [{ ...header, value: rest }]),
      ),
    ]),
  ];
}

/** Each element of the list that a header's value is, with what is left without it. */
function partsOf(value: string): { readonly part: string; readonly rest: string }[] {
  const parts = value.split(/[,;]/.test(value) ? /(?<=[,;])/ : /(?<= )/);
  if (parts.length === 1) return [];
  return parts.map((part, index) => ({ part, rest: parts.toSpliced(index, 1).join("") }));
}

const fields: readonly (readonly [what: string, without: (entry: HarEntry) => HarEntry])[] = [
  ["start", (entry) => ({ ...entry, startedDateTime: null })],
  ["timing", (entry) => ({ ...entry, wait: null })],
  ["start and timing", (entry) => ({ ...entry, startedDateTime: null, wait: null })],
  ["server address", (entry) => ({ ...entry, serverIPAddress: null })],
  ["resource type", (entry) => ({ ...entry, resourceType: null })],
  ["frames", (entry) => ({ ...entry, webSocketMessages: [] })],
  ["query", (entry) => ({ ...entry, request: { ...entry.request, url: entry.request.url.replace(/\?.*/s, "") } })],
  ["request version", (entry) => ({ ...entry, request: { ...entry.request, httpVersion: "" } })],
  ["request body", (entry) => ({ ...entry, request: { ...entry.request, postData: null, bodySize: null } })],
  ["request body's text", (entry) => ({ ...entry, request: { ...entry.request, postData: null } })],
  ["response version", (entry) => ({ ...entry, response: { ...entry.response, httpVersion: "" } })],
  ["redirect", (entry) => ({ ...entry, response: { ...entry.response, redirectURL: "" } })],
  ["error", (entry) => ({ ...entry, response: { ...entry.response, error: null } })],
  ["body", (entry) => withContent(entry, { text: null, size: null })],
  ["body's text", (entry) => withContent(entry, { text: null })],
  ["body's type", (entry) => withContent(entry, { mimeType: "" })],
];

function withContent(entry: HarEntry, content: Partial<HarEntry["response"]["content"]>): HarEntry {
  const { response } = entry;
  return { ...entry, response: { ...response, content: { ...response.content, ...content } } };
}

/** What the entry does not have it cannot lose. */
function fieldsOf(recorded: Recorded): Change[] {
  const whole = JSON.stringify(recorded.har);
  const present = fields.filter(([, without]) => JSON.stringify(without(recorded.har)) !== whole);
  return present.map(([what, without]) => changeEntry(recorded, what, without));
}
