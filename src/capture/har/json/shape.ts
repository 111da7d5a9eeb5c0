/**
 * What is read of a value:
 * - `whole`: all of it;
 * - `headers`: all of it, most likely a list of names and values;
 * - `body`: a string that is set aside, since only refusals need theirs;
 * - `entries`: a list whose elements are read one by one;
 * - an object of which these members are read, the others passed over. Where something else stands in its place, that
 *   is read whole.
 */
type Shape = "whole" | "headers" | "body" | "entries" | Members;

export type Members = readonly Member[];

export interface Member {
  readonly name: string;
  readonly shape: Shape;
  /** `"name":` in UTF-8. */
  readonly introduction: Uint8Array;
}

/** The member whose name the bytes spell between these places, without its quotes; undefined where nobody reads it. */
export function memberSpelt(members: Members, bytes: Uint8Array, from: number, to: number): Member | undefined {
  for (const member of members) if (spells(bytes, from, to, member.introduction)) return member;
  return undefined;
}

function spells(bytes: Uint8Array, from: number, to: number, introduction: Uint8Array): boolean {
  if (introduction.length !== to - from + 3) return false;
  for (let at = from; at < to; at++) if (bytes[at] !== introduction[at - from + 1]) return false;
  return true;
}

/** The members of one element of `log.entries` that become part of a `HarEntry`. */
export const entryMembers = members({
  startedDateTime: "whole",
  serverIPAddress: "whole",
  _resourceType: "whole",
  _fromCache: "whole",
  _fetchedViaServiceWorker: "whole",
  _webSocketMessages: "whole",
  timings: members({ wait: "whole" }),
  request: members({
    method: "whole",
    url: "whole",
    httpVersion: "whole",
    headers: "headers",
    bodySize: "whole",
    postData: "whole",
  }),
  response: members({
    status: "whole",
    statusText: "whole",
    httpVersion: "whole",
    headers: "headers",
    redirectURL: "whole",
    content: members({ size: "whole", mimeType: "whole", text: "body", encoding: "whole", _file: "whole" }),
    _error: "whole",
    _fetchedViaServiceWorker: "whole",
    _serviceWorkerResponseSource: "whole",
    _failureText: "whole",
  }),
});

const logMembers = members({ creator: "whole", entries: "entries" });

/** A file is an object with a log, a log itself, or a single entry; or a list of entries, which needs no shape. */
export const fileMembers: Members = [...members({ log: logMembers }), ...logMembers, ...entryMembers];

function members(shapes: Readonly<Record<string, Shape>>): Members {
  const encoder = new TextEncoder();
  return Object.entries(shapes).map(([name, shape]) => ({
    name,
    shape,
    introduction: encoder.encode(`${JSON.stringify(name)}:`),
  }));
}
