import type { SourceRecord } from "../capture/record.ts";
import type { Exchange } from "../exchange/exchange.ts";
import { groupBy } from "./group-by.ts";
import { openSession } from "./open-session.ts";
import type { Recorded } from "./recording.ts";
import type { HostClass, RefusedRequest, Session } from "./session.ts";

/**
 * What a recording is looked at as: one session of everything, so that what worked in one file is evidence in another;
 * or a session of each file, where the files have nothing to do with each other.
 */
export interface Sessions {
  readonly exchanges: readonly Exchange[];
  readonly refusedRequests: readonly RefusedRequest[];
  /** Each host once, as it stands in the session that knows most of it. */
  readonly hosts: readonly HostClass[];
  /** The session in which an exchange is looked at. */
  of(exchange: Exchange): Session;
}

export interface SessionOptions {
  /** The user's own API hosts, wildcards allowed. */
  readonly apiHosts: readonly string[];
  /** Whether the files are one session. */
  readonly filesTogether: boolean;
}

/**
 * Opens the sessions of a recording, taking what is unchanged from those of an earlier state of it.
 * @param records what was recorded beside requests; each session gets those of its files
 */
export function openSessions(
  recorded: readonly Recorded[],
  { apiHosts, filesTogether }: SessionOptions,
  before: Sessions | null = null,
  records: readonly SourceRecord<unknown>[] = [],
): Sessions {
  const isOne = filesTogether || recorded.length === 0;
  const parts = isOne ? new Map([[everything, recorded]]) : groupBy(recorded, ({ file }) => file);
  const recordsOf = (part: string) => (isOne ? records : records.filter(({ file }) => file === part));
  return together(
    new Map([...parts].map(([part, own]) => [part, openSession(own, apiHosts, earlier(own, before), recordsOf(part))])),
  );
}

/** Apart from `openSessions`, as a function made there would hold `before`, and so every state that there ever was. */
function together(sessions: ReadonlyMap<string, Session>): Sessions {
  const all = [...sessions.values()];
  const [first] = all;
  if (first !== undefined && all.length === 1) return { ...first, of: () => first };
  return {
    exchanges: all.flatMap(({ exchanges }) => exchanges),
    refusedRequests: all.flatMap(({ refusedRequests: subjects }) => subjects),
    hosts: hostsOf(all),
    of: ({ file }) => found(sessions, file),
  };
}

/** No file has this name: a file system's cannot be empty. */
const everything = "";

function earlier([first]: readonly Recorded[], before: Sessions | null): Session | null {
  const known = before?.exchanges.find(({ file }) => file === first?.file);
  return known === undefined ? null : (before?.of(known) ?? null);
}

function found(sessions: ReadonlyMap<string, Session>, file: string): Session {
  const session = sessions.get(file);
  if (session === undefined) throw new Error(`${file} is not among the recording's files`);
  return session;
}

function hostsOf(sessions: readonly Session[]): readonly HostClass[] {
  const byHost = groupBy(
    sessions.flatMap(({ hosts }) => hosts),
    ({ host }) => host,
  );
  return [...byHost.values()].flatMap(inOne);
}

/** One that was taken for API Gateway, if there is any, with the requests of all. */
function inOne(standings: readonly HostClass[]): readonly HostClass[] {
  const standing = standings.find(({ isApiGateway: taken }) => taken) ?? standings[0];
  if (standing === undefined || standings.length === 1) return standings;
  return [{ ...standing, requests: standings.reduce((sum, { requests }) => sum + requests, 0) }];
}
