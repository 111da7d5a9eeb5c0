import { quote } from "./json-bytes.ts";

/** Most bytes that are kept of one body. Refusals are short. */
const most = 4 * 1024 * 1024;

/** The inside of a JSON string, which is copied only where the bytes it stands in go away before it is asked for. */
export class Body {
  #passing: Uint8Array | null = null;
  #secured: Uint8Array[] = [];
  #length = 0;

  get length(): number {
    return this.#length;
  }

  write(source: Uint8Array, from: number, to: number): void {
    this.secure();
    this.#length += to - from;
    this.#passing = source.subarray(from, to);
  }

  /** To be called before the bytes that were handed in are written over. */
  secure(): void {
    if (this.#passing === null) return;
    if (this.#length <= most) this.#secured.push(this.#passing.slice());
    else this.#secured = [];
    this.#passing = null;
  }

  /** The string that the bytes spell; null where it is too long to be kept or no JSON. */
  text(): string | null {
    if (this.#length > most) return null;
    const parts = this.#passing === null ? this.#secured : [...this.#secured, this.#passing];
    const bytes = new Uint8Array(this.#length + 2).fill(quote);
    let at = 1;
    for (const part of parts) {
      bytes.set(part, at);
      at += part.length;
    }
    return parsed(decoder.decode(bytes));
  }
}

function parsed(json: string): string | null {
  try {
    const text: unknown = JSON.parse(json);
    return typeof text === "string" ? text : null;
  } catch {
    return null;
  }
}

/** A byte order mark inside a file is a character like others. */
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
