import type { SourceRecord } from "../capture/record.ts";
import type { Exchange } from "../exchange/exchange.ts";
import type { SourcePlace } from "./place.ts";
import { type Phrase, phrase, quotesOf, textOf } from "./quote.ts";
import type { Answer, Answered, Clue } from "./rule.ts";

type Words = string | Phrase;

/** The item of a capture that shows something. */
type Source = Exchange | SourceRecord<unknown>;

/**
 * The clue holds. As a tag it takes the sentence with its quotes. As a function it takes the sentence and the other
 * request or record that shows it.
 */
export function yes(words: TemplateStringsArray, ...values: readonly Words[]): Answer;
export function yes(says: Words, other?: Source): Answer;
export function yes(first: TemplateStringsArray | Words, ...rest: readonly (Words | Source | undefined)[]): Answer {
  return answered("yes", first, rest);
}

/** The clue was looked for and does not hold. Takes what `yes` takes. */
export function no(words: TemplateStringsArray, ...values: readonly Words[]): Answer;
export function no(says: Words, other?: Source): Answer;
export function no(first: TemplateStringsArray | Words, ...rest: readonly (Words | Source | undefined)[]): Answer {
  return answered("no", first, rest);
}

function answered(
  answer: "yes" | "no",
  first: TemplateStringsArray | Words,
  rest: readonly (Words | Source | undefined)[],
): Answer {
  if (typeof first === "string" || !("raw" in first)) {
    const [other] = rest as readonly (Source | undefined)[];
    const [says, quotes] = [textOf(first), quotesOf(first)];
    return other === undefined ? { answer, says, quotes } : { answer, says, quotes, at: placeOf(other) };
  }
  const said = phrase(first, ...(rest as readonly Words[]));
  return { answer, says: said.text, quotes: said.quotes };
}

function placeOf(other: Source): SourcePlace {
  const { file } = other;
  return "position" in other ? { file, kind: other.kind.id, position: other.position } : { file, entry: other.entry };
}

/** The capture does not show it: `what` names the thing, `why` the reason. */
export function cannotTell(what: string, why: string): Answer {
  return { answer: "unknown", what, why };
}

/** Gives an observation an id of its own: where several clues make it, or where a clue makes several. */
export function fact(id: string, answer: Answer): Answer {
  return answer.answer === "unknown" ? answer : observed(id, answer);
}

/** Names each field, since a spread takes several times as long and clues are asked by the thousand. */
function observed(fact: string, { answer, says, quotes, at }: Answered): Answer {
  return at === undefined ? { answer, says, quotes, fact } : { answer, says, quotes, fact, at };
}

/** The same observation for the opposite question. */
export function opposite(answer: Answer): Answer {
  if (answer.answer === "unknown") return answer;
  return { ...answer, answer: answer.answer === "yes" ? "no" : "yes" };
}

/** Defines a clue. Each answer gets the id of its observation. */
export function clue(definition: Clue): Clue {
  const facts = { yes: definition.id, no: `not-${definition.id}` };
  return { ...definition, ask: (subject) => withFact(definition.ask(subject), facts) };
}

/** The clue's own id, unless the answer has one already, as the answer of another clue has. */
function withFact(answer: Answer, facts: Readonly<Record<Answered["answer"], string>>): Answer {
  if (answer.answer === "unknown" || answer.fact !== undefined) return answer;
  return observed(facts[answer.answer], answer);
}

/** The same clue for the same arguments, so that the engine asks it once a case. */
export function clueFamily<A extends readonly string[]>(make: (...names: A) => Clue): (...names: A) => Clue {
  const made = new Map<string, Clue>();
  return (...names) => {
    const key = names.join(" ");
    const existing = made.get(key) ?? make(...names);
    made.set(key, existing);
    return existing;
  };
}

/** Both clues hold; no as soon as one does not. */
export function both(first: Clue, second: Clue): Clue {
  return clue({
    id: `${first.id}-and-${second.id}`,
    ...wordsOfBoth(first, second),
    ask: (subject) => {
      const answers = [first.ask(subject), second.ask(subject)];
      const refuted = answers.find(({ answer }) => answer === "no");
      const open = answers.find(({ answer }) => answer === "unknown");
      return refuted ?? open ?? (answers[0] as Answer);
    },
  });
}

function wordsOfBoth(first: Clue, second: Clue): Pick<Clue, "holds" | "fails"> {
  const holds = `${first.holds}, and ${second.holds}`;
  if (first.fails === undefined || second.fails === undefined) return { holds };
  return { holds, fails: `${first.fails}, or ${second.fails}` };
}
