import { Uint8ArrayReader, Uint8ArrayWriter, ZipWriter } from "@zip.js/zip.js";

/** A file as it stands in an archive. */
export interface PackedFile {
  /** Its path in the archive, with "/" between folders. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** The earliest date that a ZIP archive can tell. */
const date = new Date(1980, 0, 1);

/** Nothing of the machine gets in: neither its clock nor its own zlib, which differs between Node's versions. */
const sameEverywhere = {
  level: 9,
  lastModDate: date,
  extendedTimestamp: false,
  useWebWorkers: false,
  useCompressionStream: false,
};

/** A ZIP archive of files, in the order of their paths. The same files give the same bytes, whenever and wherever. */
export async function zipOf(files: readonly PackedFile[]): Promise<Uint8Array> {
  const archive = new ZipWriter(new Uint8ArrayWriter(), sameEverywhere);
  for (const { path, bytes } of [...files].sort(byPath)) await archive.add(path, new Uint8ArrayReader(bytes));
  return archive.close();
}

/** By code units: the order of letters differs between languages. */
function byPath(one: PackedFile, other: PackedFile): number {
  return one.path < other.path ? -1 : 1;
}
