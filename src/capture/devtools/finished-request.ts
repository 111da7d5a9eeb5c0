import type { FinishedRequest } from "../../browser/ports.ts";
import type { ReceivedBody } from "../entry.ts";
import { bodyOf } from "./response-body.ts";

const entryFields = [
  "startedDateTime",
  "time",
  "request",
  "response",
  "serverIPAddress",
  "timings",
  "_resourceType",
  "_fromCache",
  "_webSocketMessages",
] as const;

/**
 * Copies the fields by name: the polyfill's request is a proxy without own keys, and spreading or cloning it gives
 * nothing (webextension-polyfill 0.12 in Chromium 156).
 */
export function finishedRequest(request: object): FinishedRequest {
  const source = request as Partial<Record<(typeof entryFields)[number], unknown>> & ContentSource;
  return {
    entry: Object.fromEntries(entryFields.map((name) => [name, source[name]])),
    body: () => fetchBody(source),
  };
}

interface ContentSource {
  getContent?(callback?: (content: unknown, encoding: unknown) => void): Promise<unknown> | undefined;
  readonly response?: { readonly content?: { readonly encoding?: unknown } };
}

/** Chromium waits for the end of an unfinished request; nobody should wait for it longer than this. */
const bodyTimeout = 2000;

async function fetchBody(source: ContentSource): Promise<ReceivedBody> {
  const late = new Promise<ReceivedBody>((resolve) => {
    setTimeout(() => resolve({ lost: "the browser did not hand the body over in time" }), bodyTimeout);
  });
  const body = contentOf(source).then(
    (content) => bodyOf(content, source.response?.content?.encoding),
    () => ({ lost: "the page was left before the body could be fetched" }),
  );
  return Promise.race([body, late]);
}

/** Chromium before 151 has the callback alone, and the polyfill gives promises to live requests, not to getHAR's. */
async function contentOf(source: ContentSource): Promise<unknown> {
  const promised = source.getContent?.();
  if (promised !== undefined || source.getContent === undefined) return promised;
  return new Promise((resolve) => {
    source.getContent?.((content, encoding) => resolve([content, encoding]));
  });
}
