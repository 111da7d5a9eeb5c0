/** A stretch of a word: plain text, or a text of ours in which `$NAME` stands for a variable of the environment. */
export type Part = { readonly text: string } | { readonly withVariables: string };

/** Adds a part to a word. Neighbouring texts become one, so that a word is quoted as a whole. */
export function addPart(word: Part[], part: Part): void {
  const last = word.at(-1);
  if (last === undefined || !("text" in last) || !("text" in part)) word.push(part);
  else word[word.length - 1] = { text: last.text + part.text };
}

/** Collects the words of a command while its literals are read. */
class Words {
  readonly done: Part[][] = [];
  #isOpen = false;

  add(part: Part): void {
    addPart(this.#open(), part);
  }

  end(): void {
    this.#isOpen = false;
  }

  #open(): Part[] {
    if (!this.#isOpen) this.done.push([]);
    this.#isOpen = true;
    return this.done.at(-1) ?? [];
  }
}

/** A blank, a quoted stretch, or characters that stand for themselves. */
const stretch = /(?<blank>\s+)|'(?<single>[^']*)'|"(?<double>[^"]*)"|(?<plain>[^\s'"|;&<>$`\\()]+)/gy;

/**
 * The words of a command, each in parts: `literals` are split like a shell's, and a value joins the word in which it
 * stands, unread. Throws where a literal has a character that shells act on outside of quotes.
 */
export function wordsOf(literals: readonly string[], values: readonly string[]): readonly (readonly Part[])[] {
  const words = new Words();
  for (const [index, literal] of literals.entries()) {
    for (const groups of stretchesIn(literal)) addStretch(words, groups);
    const value = values[index];
    if (value !== undefined) words.add({ text: value });
  }
  return words.done;
}

type Stretch = Partial<Record<"blank" | "single" | "double" | "plain", string>>;

function stretchesIn(literal: string): readonly Stretch[] {
  const found = [...literal.matchAll(stretch)];
  const read = found.reduce((length, [text]) => length + text.length, 0);
  if (read !== literal.length) throw new Error(`no word of a command: ${literal.slice(read)}`);
  return found.map(({ groups }) => groups ?? {});
}

function addStretch(words: Words, { blank, single, double, plain }: Stretch): void {
  if (blank !== undefined) words.end();
  else if (double !== undefined) words.add({ withVariables: double });
  else words.add({ text: single ?? plain ?? "" });
}
