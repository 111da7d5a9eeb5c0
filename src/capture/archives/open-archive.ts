import type { Found } from "../capture-file.ts";
import { har } from "../har/source.ts";
import type { Attached, NamedBytes } from "../named-bytes.ts";
import type { CaptureSource } from "../source.ts";
import { sources as everySource, sourceOf } from "../sources.ts";
import { UnreadableError } from "../unreadable-error.ts";
import { blobOf, hold, peek } from "./byte-streams.ts";
import { type Decompressors, decompress, decompressorFor, noDecompressor } from "./decompress.ts";
import { headLength, kindOf, type Packing } from "./kind.ts";
import { Allowance, type Limits, limits } from "./limits.ts";
import { isAttachment } from "./member-content.ts";
import type { Member } from "./zip.ts";

/** What the platform adds, and the limits to keep where the usual ones are not wanted. */
export interface Options {
  readonly decompressors?: Decompressors;
  readonly limits?: Limits;
  /** The kinds of input to look for, where not all that there are. */
  readonly sources?: readonly CaptureSource[];
}

/**
 * Finds the HAR files in what a user dropped or named: the file itself, what it unpacks to (gzip, brotli, zstd), or
 * those in a ZIP archive, Playwright's HAR archives and traces among them, or what a transcript of curl or HTTPie comes
 * to. All are recognised by content.
 *
 * A file that is not read is yielded as `skipped` with its reason, in order; a bad archive never throws. A source's
 * bytes can still end in `UnreadableError`, where only reading on shows the damage or the bomb. Sources of one file
 * share its limits and have to be read, or their stream cancelled, one after the other.
 */
export async function* openCapture(file: NamedBytes, options: Options = {}): AsyncGenerator<Found> {
  const { decompressors = {}, limits: own = limits, sources = everySource } = options;
  yield* open({ ...file, layers: 0, attached: null }, { decompressors, sources, allowance: new Allowance(own) });
}

/** What all layers of one dropped file share. */
interface Opening {
  readonly decompressors: Decompressors;
  readonly sources: readonly CaptureSource[];
  readonly allowance: Allowance;
}

/** A file at some depth. `attached` finds what lies beside it, and is null outside of archives. */
interface Layer extends NamedBytes {
  readonly layers: number;
  readonly attached: Attached | null;
}

async function* open(layer: Layer, opening: Opening): AsyncGenerator<Found> {
  yield* told(layer.name, openByKind(layer, opening));
}

/** A container that turns out to be bad is one more thing that was skipped. */
async function* told(name: string, found: AsyncGenerator<Found>): AsyncGenerator<Found> {
  try {
    yield* found;
  } catch (error) {
    if (!(error instanceof UnreadableError)) throw error;
    yield { skipped: { name, reason: error.message } };
  }
}

async function* openByKind(layer: Layer, opening: Opening): AsyncGenerator<Found> {
  const { head, bytes } = await peek(layer.bytes, headLength);
  const kind = kindOf(head, layer.name);
  if (kind.is === "text") yield await openText({ ...layer, bytes }, head, opening);
  else if (kind.is === "unread") yield await skip({ ...layer, bytes }, kind.reason);
  else if (layer.layers >= opening.allowance.limits.layers) yield await skip({ ...layer, bytes }, tooDeep);
  else if (kind.is === "zip") yield* openZip({ ...layer, bytes }, opening);
  else yield* openPacked({ ...layer, bytes }, kind.packing, opening);
}

const tooDeep = "is packed in too many layers; unpack the outer ones first";
const noCapture = "is no HAR file";

/** A stream that is not wanted is cancelled, so that what feeds it ends. */
async function skip({ name, bytes }: NamedBytes, reason: string): Promise<Found> {
  if (!(bytes instanceof Blob)) await bytes.cancel();
  return { skipped: { name, reason } };
}

/** A file that the user named is for the reader to judge; one that merely lay in an archive has to look like a HAR. */
async function openText(layer: Layer, head: Uint8Array, { sources }: Opening): Promise<Found> {
  const { name, bytes, attached } = layer;
  const source = sourceOf(head, name, sources) ?? (attached === null ? har : null);
  if (source === null) return skip(layer, noCapture);
  return { file: { name, bytes, source, ...(attached === null ? {} : { attached }) } };
}

async function* openPacked(layer: Layer, packing: Packing, opening: Opening): AsyncGenerator<Found> {
  const decompressor = decompressorFor(packing, opening.decompressors);
  if (decompressor === null) {
    yield await skip(layer, noDecompressor(packing));
    return;
  }
  const bytes = decompress(layer.bytes, decompressor, opening.allowance);
  yield* open({ ...layer, bytes, layers: layer.layers + 1 }, opening);
}

async function* openZip(archive: Layer, opening: Opening): AsyncGenerator<Found> {
  const { allowance } = opening;
  const { members, more } = await listMembers(await blobOf(archive.bytes, allowance.limits.held), allowance);
  const [bodies, others] = parted(members, ({ name }) => isAttachment(name));
  let isCaptureIn = false;
  for (const member of others) {
    for await (const found of openMember({ member, members, archive }, opening)) {
      isCaptureIn ||= "file" in found;
      yield found;
    }
  }
  if (!isCaptureIn)
    yield* bodies.map(({ name }) => ({ skipped: { name: `${archive.name}/${name}`, reason: noCapture } }));
  if (members.length === 0) yield { skipped: { name: archive.name, reason: "is an archive without files" } };
  if (more)
    yield { skipped: { name: archive.name, reason: `has more files; the first ${members.length} were looked at` } };
}

function parted<T>(all: readonly T[], isFirst: (each: T) => boolean): [T[], T[]] {
  return [all.filter(isFirst), all.filter((each) => !isFirst(each))];
}

async function listMembers(archive: Blob, allowance: Allowance): Promise<{ members: Member[]; more: boolean }> {
  const members: Member[] = [];
  // Most people never open an archive, and what reads them is large.
  const { membersOf } = await import("./zip.ts");
  for await (const member of membersOf(archive, allowance)) {
    if (members.length === allowance.limits.members) return { members, more: true };
    members.push(member);
  }
  return { members, more: false };
}

interface Place {
  readonly member: Member;
  readonly members: readonly Member[];
  readonly archive: Layer;
}

async function* openMember({ member, members, archive }: Place, opening: Opening): AsyncGenerator<Found> {
  const name = `${archive.name}/${member.name}`;
  if (member.unreadable !== null) {
    yield { skipped: { name, reason: member.unreadable } };
    return;
  }
  const attached = attachedTo(member, members, opening.allowance.limits.attached);
  yield* open({ name, bytes: member.open(), layers: archive.layers + 1, attached }, opening);
}

/** Finds bodies by the name an entry gives, from the folder of its HAR file. Names are compared, never resolved. */
function attachedTo(har: Member, members: readonly Member[], most: number): Attached {
  const folder = har.name.slice(0, har.name.lastIndexOf("/") + 1);
  return async (name) => {
    const body = members.find((each) => each.name === `${folder}${name}`);
    return body === undefined || body.unreadable !== null ? null : readWhole(body, most);
  };
}

async function readWhole(member: Member, most: number): Promise<Uint8Array | null> {
  try {
    return await hold(member.open(), most);
  } catch (error) {
    if (error instanceof UnreadableError) return null;
    throw error;
  }
}
