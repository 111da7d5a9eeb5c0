/** Where a text stops being JSON, and what should have stood there. */
export interface JsonFlaw {
  readonly offset: number;
  readonly expected: string;
}

const space = /[ \t\n\r]*/y;
const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const literal = /true|false|null/y;
const escaped = /\\(?:["\\/bfnrt]|u[\da-fA-F]{4})/y;

/**
 * Finds the first flaw of a text that is not JSON; null where it is JSON (RFC 8259). `JSON.parse` knows the place too,
 * but its message names it in another form in every engine, or not at all (V8's short messages).
 */
export function findJsonFlaw(text: string): JsonFlaw | null {
  try {
    new Walk(text).document();
    return null;
  } catch (error) {
    if (error instanceof FlawFound) return error.flaw;
    throw error;
  }
}

class FlawFound extends Error {
  readonly flaw: JsonFlaw;

  constructor(flaw: JsonFlaw) {
    super(flaw.expected);
    this.flaw = flaw;
  }
}

/** Walks without recursion, because a hostile file may nest deeper than the stack reaches. */
class Walk {
  #at = 0;
  readonly #text: string;
  readonly #open: ("{" | "[")[] = [];

  constructor(text: string) {
    this.#text = text;
  }

  document(): void {
    let valueFollows = true;
    while (valueFollows || this.#open.length > 0) valueFollows = valueFollows ? this.#value() : this.#afterValue();
    this.#space();
    if (this.#at < this.#text.length) this.#fail("the end of the file");
  }

  /** Reads a plain value or the start of a nested one; true where another value has to follow. */
  #value(): boolean {
    this.#space();
    const character = this.#text[this.#at];
    if (character === "{") return this.#openObject();
    if (character === "[") return this.#openList();
    if (character === '"') this.#string();
    else if (!this.#match(number) && !this.#match(literal)) this.#fail("a value");
    return false;
  }

  #openObject(): boolean {
    this.#at++;
    if (this.#closes("}")) return false;
    this.#open.push("{");
    this.#key();
    return true;
  }

  #openList(): boolean {
    this.#at++;
    if (this.#closes("]")) return false;
    this.#open.push("[");
    return true;
  }

  #afterValue(): boolean {
    const inObject = this.#open.at(-1) === "{";
    const close = inObject ? "}" : "]";
    if (this.#closes(close)) {
      this.#open.pop();
      return false;
    }
    if (this.#text[this.#at] !== ",") this.#fail(`"," or "${close}"`);
    this.#at++;
    if (inObject) this.#key();
    return true;
  }

  #key(): void {
    this.#space();
    if (this.#text[this.#at] !== '"') this.#fail("a name in double quotes");
    this.#string();
    this.#space();
    if (this.#text[this.#at] !== ":") this.#fail('":"');
    this.#at++;
  }

  #string(): void {
    this.#at++;
    for (;;) {
      const code = this.#text.charCodeAt(this.#at);
      if (Number.isNaN(code)) this.#fail("the end of a text in double quotes");
      if (code === 0x22) break;
      if (code < 0x20) this.#fail("an escaped control character");
      if (code !== 0x5c) this.#at++;
      else if (!this.#match(escaped)) this.#fail("an escape that JSON knows");
    }
    this.#at++;
  }

  #closes(close: string): boolean {
    this.#space();
    if (this.#text[this.#at] !== close) return false;
    this.#at++;
    return true;
  }

  #space(): void {
    this.#match(space);
  }

  #match(pattern: RegExp): boolean {
    pattern.lastIndex = this.#at;
    if (!pattern.test(this.#text)) return false;
    this.#at = pattern.lastIndex;
    return true;
  }

  #fail(expected: string): never {
    throw new FlawFound({ offset: this.#at, expected });
  }
}
