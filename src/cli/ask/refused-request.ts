import type { ReadCapture } from "../../capture/read-capture.ts";
import { plural } from "../../reports/plural.ts";
import { entriesText } from "../../reports/problem-lines.ts";
import { openSession } from "../../session/open-session.ts";
import { Recording, type Source } from "../../session/recording.ts";
import type { RefusedRequest, Session } from "../../session/session.ts";
import { UsageError } from "../arguments.ts";
import { openFile } from "../open-files.ts";
import type { AskCommand } from "./arguments.ts";

/** The refused request that the command names, with the session of its file. */
export interface ChosenRequest {
  readonly subject: RefusedRequest;
  readonly session: Session;
  readonly sources: readonly Source[];
}

/** Reads the file. Resolves to a sentence where it is unreadable; throws `UsageError` where it has no such request. */
export async function chosenRequest({ file, entry, apiHosts }: AskCommand): Promise<ChosenRequest | string> {
  const opened = await openFile(file);
  const readable = opened.flatMap((each) => ("capture" in each ? [each.capture] : []));
  const [only] = readable;
  if (only === undefined) return opened.map((each) => ("unreadable" in each ? each.unreadable : "")).join(" ");
  if (readable.length > 1) throw new UsageError("The archive holds several captures; unpack the one to ask about.");
  return chosenIn(only, entry, apiHosts);
}

function chosenIn(capture: ReadCapture, entry: number | null, apiHosts: readonly string[]): ChosenRequest {
  const recording = new Recording();
  recording.addFile(capture);
  const session = openSession(recording.recorded, apiHosts, null, recording.records);
  const { refusedRequests: subjects } = session;
  const fitting = entry === null ? subjects : subjects.filter((each) => isAbout(each, entry));
  const [subject] = fitting;
  if (subject !== undefined && fitting.length === 1) return { subject, session, sources: recording.sources };
  const refused = entriesText(subjects.map(({ exchange }) => exchange.entry));
  if (subjects.length === 0) throw new UsageError("The file holds no refused request.");
  if (entry === null) throw new UsageError(`Name one of the refused requests with --entry${refused}.`);
  const count = plural(subjects.length, "refused request");
  throw new UsageError(`Entry #${entry} is no refused request; the file has ${count}${refused}.`);
}

/** A request blocked by a refused preflight counts as that preflight. */
function isAbout({ exchange, blocks }: RefusedRequest, entry: number): boolean {
  return [exchange, ...blocks].some((each) => each.entry === entry);
}
