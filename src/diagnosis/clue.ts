import type { Exchange } from "../exchange/exchange.ts";
import { redactText } from "../privacy/redaction.ts";
import type { Case } from "./case.ts";
import type { Place } from "./place.ts";
import type { Answer, Clue } from "./rule.ts";

/** The clue holds; `says` quotes what shows it, `other` is the request that does where it is not the refused one. */
export function yes(says: string, other?: Exchange): Answer {
  return { answer: "yes", says, ...placeOf(other) };
}

/** The clue was looked for and does not hold; `other` as above. */
export function no(says: string, other?: Exchange): Answer {
  return { answer: "no", says, ...placeOf(other) };
}

function placeOf(other: Exchange | undefined): { readonly at?: Place } {
  return other === undefined ? {} : { at: { file: other.file, entry: other.entry } };
}

/** The capture does not show it: `what` names the thing, `why` the reason. */
export function cannotTell(what: string, why: string): Answer {
  return { answer: "unknown", what, why };
}

/** Names a question. */
export function clue(id: string, ask: (subject: Case) => Answer): Clue {
  return { id, ask };
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
  return clue(`${first.id}-and-${second.id}`, (subject) => {
    const answers = [first.ask(subject), second.ask(subject)];
    const refuted = answers.find(({ answer }) => answer === "no");
    const open = answers.find(({ answer }) => answer === "unknown");
    return refuted ?? open ?? (answers[0] as Answer);
  });
}

/** More of a text is never quoted, and need not be searched for secrets. */
const searched = 65_536;

/** A short quotation of hostile text, on one line and without the secrets in it. */
export function quote(text: string, length = 120): string {
  const line = redactText(text.slice(0, searched)).replace(/[\s`]+/g, " ");
  return `\`${line.length > length ? `${line.slice(0, length)}…` : line}\``;
}
