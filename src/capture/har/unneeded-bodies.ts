import type { HarEntry, HarRequest } from "../entry.ts";
import { digestOf } from "./digest.ts";

/** Characters of a request's body from which on its digest stands for it in comparisons. */
const long = 256;

/**
 * The entry without what no diagnosis can need of it. A long request body gets a digest, so that two can still be
 * compared; only wanted entries keep its text.
 * @param wanted whether the entry itself is to be diagnosed
 */
export function dropUnneededBodies(entry: HarEntry, wanted: boolean): HarEntry {
  const { postData } = entry.request;
  if (postData === null || postData.length <= long) return entry;
  const request = { ...entry.request, postDataDigest: digestOf(postData) };
  return { ...entry, request: wanted ? request : withoutText(request, postData) };
}

/** Keeps the size, which the text alone may tell. */
function withoutText(request: HarRequest, text: string): HarRequest {
  const bodySize = request.bodySize || new TextEncoder().encode(text).length;
  return { ...request, postData: null, bodySize };
}
