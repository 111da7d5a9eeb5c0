import type { Case } from "../../src/diagnosis/case.ts";
import { cannotTell, clue, clueFamily, no, quote, yes } from "../../src/diagnosis/clue.ts";
import type { Answer } from "../../src/diagnosis/rule.ts";
import { denialIn } from "../../src/exchange/denial.ts";
import { plainLength, type RefusalMessage, type Wording } from "../../src/exchange/refusal-message.ts";

/** Clues about what the answer says. */

/** Wordings that always have the same length: another `content-length` speaks against them where the body is hidden. */
const constantWordings = new Set<Wording>([
  "forbidden",
  "missing-authentication-token",
  "security-token-invalid",
  "undetermined-operation",
  "authorizer-denied",
]);

/** Whether the answer has one of these wordings. The owner's own words tell nothing, so they are no "no". */
export const says = clueFamily((...wordings: Wording[]) =>
  clue(`says-${wordings.join("-or-")}`, (subject) =>
    subject.refusal.known ? comparedWith(wordings, subject.refusal.value) : byLengthAlone(wordings, subject),
  ),
);

function comparedWith(wordings: readonly Wording[], { wording, message, key, read }: RefusalMessage): Answer {
  const quotation = read
    ? `the answer says ${quote(message || bare(key))}`
    : `the hidden answer has exactly the length of ${quote(message)}`;
  if (wordings.includes(wording)) return yes(quotation);
  const isOwn = wording === "other" || wording === "empty";
  return isOwn ? cannotTell("AWS's wording", "the answer has words of its own") : no(quotation);
}

/** A message that is null, as sent. */
function bare(key: RefusalMessage["key"]): string {
  return JSON.stringify({ [key ?? "message"]: null });
}

/** A hidden body of another length cannot hold a wording whose length is fixed. */
function byLengthAlone(wordings: readonly Wording[], { refusal, exchange: { request, response } }: Case): Answer {
  const why = refusal.known ? "" : refusal.why;
  const length = plainLength(response);
  const mayFit = wordings.some((each) => !constantWordings.has(each));
  if (mayFit || length === null || request.method === "HEAD") return cannotTell("the body of the answer", why);
  return no(`\`content-length: ${length}\` is not the length of that answer`);
}

/** The body is in nobody's known wording: the owner replaced it, or an application wrote it. */
export const hasOwnWords = clue("has-own-words", ({ refusal }) => {
  if (!refusal.known) return cannotTell("the body of the answer", refusal.why);
  const { wording, message, key } = refusal.value;
  if (wording === "other") return yes(`the body is in words of its own: ${quote(message)}`);
  return no(wording === "empty" ? "the body is empty" : `the body has AWS's wording ${quote(message || bare(key))}`);
});

export const bodyIsEmpty = clue("body-is-empty", ({ refusal, exchange: { request } }) => {
  if (!refusal.known || request.method === "HEAD")
    return cannotTell("the body of the answer", refusal.known ? "HEAD" : refusal.why);
  return refusal.value.wording === "empty" ? yes("the body is empty") : no("the body is not empty");
});

export const denialIs = clueFamily((effect: string) =>
  clue(`denial-is-${effect}`, ({ refusal }) => {
    if (!refusal.known) return cannotTell("the wording of the denial", refusal.why);
    const found = denialIn(refusal.value.message);
    if (found.effect === effect) return yes(`it ends ${quote(tail(refusal.value.message))}`);
    return no(
      found.effect === "unsaid" ? "the message names no reason" : `it ends ${quote(tail(refusal.value.message))}`,
    );
  }),
);

export const decidingLayerIs = clueFamily((layer: string) =>
  clue(`deciding-layer-is-${layer.replaceAll(" ", "-")}`, ({ refusal }) => {
    if (!refusal.known || !refusal.value.read)
      return cannotTell("the deciding policy layer", "the body is not visible");
    const found = denialIn(refusal.value.message).layer;
    if (found === null) return cannotTell("the deciding policy layer", "the message does not name it");
    return found === layer
      ? yes(`the message names the layer: ${quote(found)}`)
      : no(`the message names another layer: ${quote(found)}`);
  }),
);

function tail(message: string): string {
  return message.slice(Math.max(0, message.search(/because no|with an explicit deny/)));
}

/** The action that a denial names: most name `execute-api:Invoke`. */
export const deniedActionIs = clueFamily((action: string) =>
  clue(`denied-action-is-${action.toLowerCase()}`, ({ refusal }) => {
    if (!refusal.known || !refusal.value.read) return cannotTell("the denied action", "the body is not visible");
    const named = /(?:not authorized to perform: ?|allows the )execute-api:(\w+)/.exec(refusal.value.message)?.[1];
    if (named === undefined) return cannotTell("the denied action", "the message names none");
    return named === action
      ? yes(`the denied action is ${quote(`execute-api:${named}`)}`)
      : no(`the denied action is ${quote(`execute-api:${named}`)}`);
  }),
);
