import type { HarEntry, NameValue } from "../../src/capture/entry.ts";
import type { Corpus, LabelledRecording } from "./label.ts";

/** What people paste and forward: the same requests with less of them, whose causes stay what they were. */
interface Reduction {
  readonly what: string;
  reduce(entry: HarEntry): HarEntry;
}

const reductions: readonly Reduction[] = [
  { what: "every other header", reduce: (entry) => withHeaders(entry, everyOther, everyOther) },
  { what: "without the request's headers", reduce: (entry) => withHeaders(entry, none, all) },
  { what: "the body alone", reduce: (entry) => withoutAddress(withHeaders(entry, none, none)) },
  { what: "the status alone", reduce: (entry) => withoutBodies(withoutAddress(withHeaders(entry, none, none))) },
];

/** Every recording of a corpus, reduced in each way. */
export function reducedFrom({ id, title, recordings }: Corpus): Corpus {
  return {
    id: `${id}-reduced`,
    title: `${title}, as people paste them`,
    recordings: recordings.flatMap((recording) => reductions.map((each) => reducedBy(each, recording))),
    problems: [],
  };
}

function reducedBy({ what, reduce }: Reduction, { name, recorded, labels }: LabelledRecording): LabelledRecording {
  return {
    name: `${name}, ${what}`,
    recorded: recorded.map((each) => ({ ...each, har: reduce(each.har) })),
    labels: labels.map((label) => ({ ...label, place: `${label.place}, ${what}` })),
  };
}

type Pick = (headers: readonly NameValue[]) => readonly NameValue[];

const all: Pick = (headers) => headers;
const none: Pick = () => [];
const everyOther: Pick = (headers) => headers.filter((_, index) => index % 2 === 1);

function withHeaders(entry: HarEntry, ofRequest: Pick, ofResponse: Pick): HarEntry {
  return {
    ...entry,
    request: { ...entry.request, headers: ofRequest(entry.request.headers) },
    response: { ...entry.response, headers: ofResponse(entry.response.headers) },
  };
}

function withoutAddress(entry: HarEntry): HarEntry {
  return { ...entry, serverIPAddress: null, wait: null };
}

function withoutBodies(entry: HarEntry): HarEntry {
  const { request, response } = entry;
  return {
    ...entry,
    request: { ...request, postData: null, bodySize: null },
    response: { ...response, content: { ...response.content, text: null, size: null } },
  };
}
