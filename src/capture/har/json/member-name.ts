import * as json from "./json-bytes.ts";
import { type Member, type Members, memberSpelt } from "./shape.ts";

/** No name that is read is longer, even with every character escaped. */
const most = 128;

/** The name of a member, in however many pieces it comes. */
export class MemberName {
  readonly #bytes = new Uint8Array(most);
  #length = 0;
  #escaped = false;

  begin(): void {
    this.#length = 0;
    this.#escaped = false;
  }

  /** Takes a part of the name as it is written in the file, without its quotes. */
  write(bytes: Uint8Array, from: number, to: number): void {
    for (let at = from; at < to && this.#length < most; at++) {
      const byte = bytes[at] ?? 0;
      if (byte === json.backslash) this.#escaped = true;
      this.#bytes[this.#length++] = byte;
    }
  }

  /** The member of this name; undefined where nobody reads it. */
  memberOf(members: Members): Member | undefined {
    const name = this.#inUtf8();
    return memberSpelt(members, name, 0, name.length);
  }

  #inUtf8(): Uint8Array {
    const written = this.#bytes.subarray(0, this.#length);
    return this.#escaped ? unescaped(written) : written;
  }
}

function unescaped(written: Uint8Array): Uint8Array {
  try {
    const name: unknown = JSON.parse(`"${new TextDecoder().decode(written)}"`);
    return new TextEncoder().encode(String(name));
  } catch {
    return written;
  }
}
