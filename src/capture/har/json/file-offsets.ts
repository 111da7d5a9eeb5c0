/** In UTF-8 the first byte of a character beyond the basic plane, which UTF-16 writes as two units, and what is no first byte. */
const fourBytes = 0xf0;
const continues = (byte: number): boolean => (byte & 0xc0) === 0x80;

export const noBytes: Uint8Array = new Uint8Array(0);

/**
 * Where in the file the bytes stand that are read as UTF-8. The same count where the file is UTF-8 itself; in UTF-16
 * every unit has two bytes.
 */
export class FileOffsets {
  readonly #isUtf16: boolean;
  #bytes = noBytes;
  /** The offset of a place of the piece, from which counting goes on. */
  #known: number;
  #place = 0;

  /** @param start where in the file the first piece begins */
  constructor(start: number, isUtf16: boolean) {
    this.#known = start;
    this.#isUtf16 = isUtf16;
  }

  /** Begins the next piece. */
  begin(bytes: Uint8Array): void {
    this.#bytes = bytes;
  }

  /** Ends the piece, whose buffer may be gone afterwards; place 0 is then its end. */
  end(): void {
    this.#known = this.of(this.#bytes.length);
    this.#place = 0;
    this.#bytes = noBytes;
  }

  /** The offset of a place in the piece; quick where places come in their order. */
  of(place: number): number {
    if (!this.#isUtf16) return this.#known + place;
    this.#known += this.#units(this.#place, place) - this.#units(place, this.#place);
    this.#place = place;
    return this.#known;
  }

  /** Bytes that the part of the piece has in UTF-16. */
  #units(from: number, to: number): number {
    let units = 0;
    for (let at = from; at < to; at++) {
      const byte = this.#bytes[at] ?? 0;
      if (!continues(byte)) units += byte >= fourBytes ? 2 : 1;
    }
    return 2 * units;
  }
}
