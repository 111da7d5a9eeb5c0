/** What a user dropped, named or pasted. */
export interface NamedBytes {
  readonly name: string;
  readonly bytes: Bytes;
}

/** A file's bytes: a Blob can be read in any order and again, a stream (standard input) once. */
export type Bytes = Blob | ReadableStream<Uint8Array>;

/** Finds the body that an entry names by `_file`; null where the archive has none of that name that can be read. */
export type Attached = (name: string) => Promise<Uint8Array | null>;

/** A file that was not read, with the reason as a clause: "is encrypted; …". */
export interface Skipped {
  readonly name: string;
  readonly reason: string;
}

/** A text that the user pasted, such as DevTools' "Copy all as HAR" or a transcript of curl. */
export function pastedText(text: string): NamedBytes {
  return { name: "pasted text", bytes: new Blob([text]) };
}

/** The bytes from their beginning. Taking the stream of a Blob leaves the Blob as it was. */
export function streamOf(bytes: Bytes): ReadableStream<Uint8Array> {
  return bytes instanceof Blob ? bytes.stream() : bytes;
}
