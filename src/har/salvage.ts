import { elementsAt, type MemberSpan, membersAt, type Span, skipSpace } from "./json-spans.ts";
import { placeIn } from "./place.ts";
import { fileProblem, type RawEntry, type RawLog } from "./raw-log.ts";

/**
 * Finds the entries of a text that is not JSON as a whole: a file that was cut off, or one with a flaw inside an
 * entry. Null where no list of entries can be made out.
 */
export function salvageLog(text: string): RawLog | null {
  const start = skipSpace(text, 0);
  const found = text[start] === "[" ? { list: start, creator: undefined } : findEntries(text, start);
  if (found === null) return null;
  const spans = [...elementsAt(text, found.list)];
  const entries = spans.map((span) => readElement(text, span));
  if (!entries.some((entry) => "value" in entry)) return null;
  return { creator: found.creator, entries, problems: [fileProblem(whatHappened(text, spans))] };
}

interface FoundEntries {
  readonly list: number;
  readonly creator: unknown;
}

function findEntries(text: string, start: number): FoundEntries | null {
  if (text[start] !== "{") return null;
  const members = [...membersAt(text, start)];
  const log = members.find((member) => member.key === "log");
  const logMembers = log === undefined ? members : [...membersAt(text, log.start)];
  const list = logMembers.find((member) => member.key === "entries" && text[member.start] === "[");
  return list === undefined ? null : { list: list.start, creator: readMember(text, logMembers, "creator") };
}

function readMember(text: string, members: readonly MemberSpan[], key: string): unknown {
  const member = members.find((each) => each.key === key);
  if (member === undefined) return undefined;
  const element = readElement(text, member);
  return "value" in element ? element.value : undefined;
}

function readElement(text: string, { start, end }: Span): RawEntry {
  if (end === null) return { lost: "The file ends inside this entry" };
  try {
    return { value: JSON.parse(text.slice(start, end)) };
  } catch {
    return { lost: `The entry at ${placeIn(text, start)} is not JSON` };
  }
}

function whatHappened(text: string, spans: readonly Span[]): string {
  const last = spans.at(-1);
  const cut = last?.end === null ? last.start : null;
  if (cut === null) return "The file is not JSON as a whole; its entries were read one by one";
  const where = placeIn(text, text.length);
  return `The file ends at ${where}, inside entry ${spans.length - 1}; the entries before it were read`;
}
