import { targetOf } from "../../src/exchange/target.ts";

/** A URL taken apart for a narrow column. Joined, the parts are its path and query. */
export interface PathParts {
  /** The first segment where it is the API's stage, without its slash; otherwise empty. */
  readonly stage: string;
  readonly rest: string;
  readonly query: string;
}

/** Splits the path of a URL. A text without a host stays whole. */
export function pathPartsOf(url: string, stage: string | null): PathParts {
  const { hostname, path, segments, rawQuery } = targetOf(url);
  if (hostname === "") return { stage: "", rest: url, query: "" };
  const marked = stage !== null && segments[0] === stage ? stage : "";
  const rest = marked === "" ? path : path.slice(1 + marked.length);
  return { stage: marked, rest, query: rawQuery === "" ? "" : `?${rawQuery}` };
}
