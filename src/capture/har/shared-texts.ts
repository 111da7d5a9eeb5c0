import type { HarEntry, NameValue } from "../entry.ts";

/** How many texts are remembered; then all are forgotten, so that a file of ever new ones takes no memory. */
const most = 20_000;

/**
 * Gives equal headers and texts as one object. Captures repeat themselves: a session of thousands of requests keeps each
 * browser's name, each policy and each method once.
 */
export class SharedTexts {
  readonly #texts = new Map<string, string>();
  /** By name, then by value. */
  readonly #headers = new Map<string, Map<string, NameValue>>();
  #size = 0;

  /** The same entry, with what it has in common with others shared. */
  share(entry: HarEntry): HarEntry {
    const { request, response, resourceType, serverIPAddress } = entry;
    return {
      ...entry,
      resourceType: this.#textOrNull(resourceType),
      serverIPAddress: this.#textOrNull(serverIPAddress),
      request: {
        ...request,
        method: this.#text(request.method),
        httpVersion: this.#text(request.httpVersion),
        headers: request.headers.map((each) => this.#header(each)),
      },
      response: {
        ...response,
        statusText: this.#text(response.statusText),
        httpVersion: this.#text(response.httpVersion),
        headers: response.headers.map((each) => this.#header(each)),
        content: { ...response.content, mimeType: this.#text(response.content.mimeType) },
      },
    };
  }

  #textOrNull(text: string | null): string | null {
    return text === null ? null : this.#text(text);
  }

  #text(text: string): string {
    const known = this.#texts.get(text);
    if (known !== undefined) return known;
    if (this.#texts.size >= most) this.#texts.clear();
    this.#texts.set(text, text);
    return text;
  }

  #header({ name, value }: NameValue): NameValue {
    const named = this.#headers.get(name) ?? this.#newName(name);
    const known = named.get(value);
    if (known !== undefined) return known;
    if (this.#size++ >= most) this.#forgetHeaders();
    const header = { name: this.#text(name), value };
    named.set(value, header);
    return header;
  }

  #newName(name: string): Map<string, NameValue> {
    const values = new Map<string, NameValue>();
    this.#headers.set(this.#text(name), values);
    return values;
  }

  #forgetHeaders(): void {
    this.#headers.clear();
    this.#size = 0;
  }
}
