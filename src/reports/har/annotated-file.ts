import type { ByteSource } from "../../capture/byte-source.ts";
import type { HarFile, IndexedEntry } from "../../capture/entry.ts";
import { asFields, type Fields, field } from "../../capture/har/fields.ts";
import { Encoding, joined } from "../../capture/har/json/encoding.ts";
import { isPacked, unpacked } from "../../capture/har/unpack.ts";
import type { Attached } from "../../capture/named-bytes.ts";
import type { Explanation } from "../../diagnosis/explanation.ts";
import type { HarMask } from "./har-mask.ts";
import { annotationOf } from "./har-text.ts";
import { annotated, writtenEntry } from "./written-entry.ts";

export interface AnnotatedFileOptions {
  /** The diagnoses of this file. */
  readonly explanations: readonly Explanation[];
  /** Replaces secrets; null keeps them. */
  readonly mask: HarMask | null;
  /** Reads bodies that stand in files of their own. */
  readonly attached?: Attached | undefined;
}

/**
 * Writes a HAR file again, as HAR 1.2, each refused entry with its diagnosis. Without a mask the bytes of all other entries
 * stay as they are. Leaves out entries that could not be read. Takes as much memory as the largest entry. Throws what
 * reading the source throws.
 * @param source all bytes that `har` was read from
 */
export async function* annotatedFile(
  source: ByteSource,
  har: Pick<HarFile, "entries" | "producer">,
  { explanations, mask, attached }: AnnotatedFileOptions,
): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  const own = new Map(explanations.map((each) => [each.diagnosis.entry, each]));
  const bytes = new Passage(source);
  let before = '{"log":{"entries":[\n';
  const head = await inUtf8(await bytes.upTo(har.entries[0]?.start ?? 0));
  for (const each of har.entries) {
    await bytes.upTo(each.start);
    const written = await inUtf8(await bytes.upTo(each.end));
    const explanation = own.get(each.index);
    yield encoder.encode(before);
    if (mask === null && explanation === undefined) yield written;
    else yield encoder.encode(JSON.stringify(annotatedBy(explanation, await shown(written, each, { mask, attached }))));
    before = ",\n";
  }
  const log = logOf(head, await inUtf8(await bytes.rest()), har);
  const members = JSON.stringify(mask === null ? log : mask.masked(log)).slice(1);
  yield encoder.encode(`${har.entries.length === 0 ? before : ""}\n],${members}}\n`);
}

/** A passage in UTF-16 is recognised as a file is: JSON begins with two ASCII characters. */
async function inUtf8(passage: Uint8Array): Promise<Uint8Array> {
  let all: Uint8Array = new Uint8Array(0);
  for await (const piece of new Encoding().inUtf8(only(passage))) all = joined(all, piece);
  return all;
}

async function* only(bytes: Uint8Array): ByteSource {
  yield bytes;
}

function annotatedBy(explanation: Explanation | undefined, entry: unknown): unknown {
  return explanation === undefined ? entry : annotated(entry, annotationOf(explanation));
}

/** The entry as the file has it; as it was read before where the bytes have changed since. */
async function shown(
  bytes: Uint8Array,
  { entry }: IndexedEntry,
  { mask, attached }: Pick<AnnotatedFileOptions, "mask" | "attached">,
): Promise<unknown> {
  const raw = asFields(parsed(new TextDecoder().decode(bytes))) ?? writtenEntry(entry);
  if (mask === null) return raw;
  return mask.masked(isPacked(raw) ? await unpacked(raw, attached) : raw);
}

/** Most bytes around the entries that are kept. */
const mostAround = 16 * 1024 * 1024;

/**
 * The members of the log beside its entries; those that HAR requires where the file is damaged or incomplete. Firefox opens
 * no log without `pages`, which HAR makes optional.
 */
function logOf(head: Uint8Array, tail: Uint8Array, { producer: { name, version } }: Pick<HarFile, "producer">): Fields {
  const needed = { version: "1.2", creator: { name, version }, pages: [] };
  if (head.length + tail.length > mostAround) return needed;
  const decoder = new TextDecoder();
  const file = asFields(parsed(decoder.decode(head) + decoder.decode(tail)));
  const { entries: _, ...rest } = { ...asFields(field(file, "log")) };
  return { ...needed, ...rest };
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}

/** Reads the bytes of a file in passages with given ends. */
class Passage {
  readonly #pieces: AsyncIterator<Uint8Array>;
  #ready: Uint8Array = new Uint8Array(0);
  #offset = 0;

  constructor(source: ByteSource) {
    this.#pieces = source[Symbol.asyncIterator]();
  }

  /** The bytes from the last end up to this one; fewer where the file ends before. */
  async upTo(end: number): Promise<Uint8Array> {
    while (this.#offset + this.#ready.length < end && (await this.#more())) {}
    const length = Math.max(0, Math.min(end - this.#offset, this.#ready.length));
    const passage = this.#ready.slice(0, length);
    this.#ready = this.#ready.subarray(length);
    this.#offset += length;
    return passage;
  }

  rest(): Promise<Uint8Array> {
    return this.upTo(Number.POSITIVE_INFINITY);
  }

  async #more(): Promise<boolean> {
    const { value, done } = await this.#pieces.next();
    if (done === true) return false;
    // The source reuses the buffer of a piece for the next one.
    this.#ready = joined(this.#ready, value).slice();
    return true;
  }
}
