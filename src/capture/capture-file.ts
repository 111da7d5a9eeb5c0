import type { Attached, NamedBytes, Skipped } from "./named-bytes.ts";
import type { CaptureSource } from "./source.ts";

/** One capture, ready to be read, with the source that reads it and the bodies that lie beside it. */
export interface CaptureFile extends NamedBytes {
  /** The way to it, such as `support.zip/browser.har`. A label that the user's file chose, never a path to open. */
  readonly name: string;
  readonly source: CaptureSource;
  readonly attached?: Attached;
}

/** What opening a file comes upon, one at a time: a capture to read, or something that is none. */
export type Found = { readonly file: CaptureFile } | { readonly skipped: Skipped };
