import { readFile } from "node:fs/promises";

export interface NetLogRequest {
  readonly url: string;
  /** The origin whose code asked. */
  readonly initiator?: string;
}

/** All requests in a log that Chromium wrote of what any part of it sends. */
export async function requestsIn(netLog: string): Promise<readonly NetLogRequest[]> {
  const { events } = JSON.parse(await readFile(netLog, "utf8")) as { events: readonly { params?: NetLogRequest }[] };
  return events.flatMap(({ params }) => (params?.url === undefined ? [] : [params]));
}
