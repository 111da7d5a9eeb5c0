import { UnreadableError } from "../unreadable-error.ts";

const mebibyte = 2 ** 20;

/** How much a container may unpack to. Sizes in bytes. */
export interface Limits {
  /** Unpacked bytes for each packed one, asked only above `ratioFrom`. */
  readonly ratio: number;
  readonly ratioFrom: number;
  /** All that one dropped file may unpack to. */
  readonly total: number;
  /** Files that are looked at in one archive. */
  readonly members: number;
  /** An archive inside a stream or another archive, which has to be held in memory to be read. */
  readonly held: number;
  /** One body that lies beside a HAR file. */
  readonly attached: number;
  /** Layers of packing: a ZIP within a ZIP is two. */
  readonly layers: number;
}

/**
 * HAR files pack 5 to 30 times, DEFLATE reaches 1032 times at most (RFC 1951 codes 258 bytes in two bits), so that
 * 200 parts recordings from bombs. The total keeps an endless stream from holding a machine for longer than a minute.
 */
export const limits: Limits = {
  ratio: 200,
  ratioFrom: 64 * mebibyte,
  total: 4096 * mebibyte,
  members: 20_000,
  held: 512 * mebibyte,
  attached: 32 * mebibyte,
  layers: 2,
};

/** What one dropped file has unpacked to so far, over all its members and layers. */
export class Allowance {
  readonly limits: Limits;
  #unpacked = 0;

  constructor(own: Limits) {
    this.limits = own;
  }

  /** Counts bytes that were unpacked. Throws `UnreadableError` where they are too many. */
  take(bytes: number): void {
    this.#unpacked += bytes;
    if (this.#unpacked > this.limits.total)
      throw new UnreadableError(`unpacks to more than ${sizeOf(this.limits.total)}`);
  }

  /** Throws `UnreadableError` where `packed` bytes make so many that no recording packs like it. */
  compare(packed: number, unpacked: number): void {
    const { ratio, ratioFrom } = this.limits;
    if (unpacked <= ratioFrom || unpacked <= packed * ratio) return;
    throw new UnreadableError(`unpacks to more than ${ratio} times its size, which no recording does`);
  }
}

/** A size for people, in the largest binary unit that keeps it whole. */
export function sizeOf(bytes: number): string {
  const units = ["bytes", "KiB", "MiB", "GiB"];
  let [size, unit] = [bytes, 0];
  while (size % 1024 === 0 && size > 0 && unit < units.length - 1) {
    size /= 1024;
    unit++;
  }
  return `${size} ${units[unit]}`;
}
