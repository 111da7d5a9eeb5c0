import { ofAnswers } from "./of-answers.ts";
import { wordsOfFamily } from "./of-families.ts";
import { ofRequests } from "./of-requests.ts";
import { ofSessions } from "./of-sessions.ts";
import type { Words, WordsById } from "./words.ts";

const byId: WordsById = { ...ofRequests, ...ofAnswers, ...ofSessions };

/**
 * What a clue says of any request, for a cause's page: clauses that begin without a capital and quote between backticks.
 * A clue that asks for several things at once says each of them. The words of the id where nobody wrote any.
 * @param id a clue's
 */
export function wordsOf(id: string): Words {
  const all = id.split("-and-").map((each) => (Object.hasOwn(byId, each) ? byId[each] : wordsOfFamily(each)));
  const [first] = all;
  if (all.length === 1 && first) return first;
  const held = all.flatMap((words) => words?.[0] ?? []);
  return [held.length === all.length ? held.join(", and ") : id.replaceAll("-", " ")];
}
