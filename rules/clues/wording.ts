import type { Case } from "../../src/diagnosis/case.ts";
import { cannotTell, clue, clueFamily, fact, no, yes } from "../../src/diagnosis/clue.ts";
import { phrase, quotedFrom, responseBody, responseHeader } from "../../src/diagnosis/quote.ts";
import type { Answer } from "../../src/diagnosis/rule.ts";
import { denialIn } from "../../src/exchange/denial.ts";
import { plainLength, type RefusalMessage, type Wording } from "../../src/exchange/refusal-message.ts";
import { eitherOf } from "./either-of.ts";

/** Clues about what the answer says. */

/** Wordings that always have the same length: another `content-length` speaks against them where the body is hidden. */
const constantWordings = new Set<Wording>([
  "forbidden",
  "missing-authentication-token",
  "security-token-invalid",
  "undetermined-operation",
  "authorizer-denied",
]);

/** Whether the response has one of these wordings. The owner's own words tell nothing, so they are no "no". */
export const says = clueFamily((...wordings: Wording[]) =>
  clue({
    id: `says-${wordings.join("-or-")}`,
    holds: `the response says ${eitherOf(wordings.map((each) => quotations[each]))}`,
    fails: `the response does not say ${eitherOf(wordings.map((each) => quotations[each]))}`,
    ask: (subject) =>
      subject.refusal.known ? comparedWith(wordings, subject.refusal.value) : byLengthAlone(wordings, subject),
  }),
);

/** What each wording says, shortened. */
const quotations: Readonly<Record<Wording, string>> = {
  forbidden: "`Forbidden`",
  "missing-authentication-token": "`Missing Authentication Token`",
  "incomplete-signature": "that the Authorization header cannot be read",
  "signature-expired": "`Signature expired`",
  "signature-mismatch": "that the signature does not match",
  "credential-scope": "`Credential should be scoped to …`",
  "security-token-invalid": "`The security token included in the request is invalid`",
  "security-token-expired": "`The security token included in the request is expired`",
  "anonymous-denied": "`User: anonymous is not authorized …`",
  "principal-denied": "`User: … is not authorized …`",
  "service-denied": "that a caller may not do something of another service",
  "authorizer-denied": "`User is not authorized to access this resource`",
  "invalid-api-key-identifier": "`Invalid API Key identifier specified`",
  unauthorized: "`Unauthorized`",
  "undetermined-operation": "`Unable to determine service/operation name to be authorized`",
  "no-matching-method": "that no method matches",
  "function-url-forbidden": "`Forbidden. For troubleshooting Function URL …`",
  "null-message": "`null` as its message",
  other: "words of its own",
  empty: "nothing",
};

function comparedWith(wordings: readonly Wording[], { wording, message, key, read }: RefusalMessage): Answer {
  const says = read
    ? phrase`the response says ${responseBody(message || bare(key))}`
    : phrase`the hidden response has exactly the length of ${quotedFrom("derived", message)}`;
  const isOwn = wording === "other" || wording === "empty";
  if (isOwn && !wordings.includes(wording)) {
    return cannotTell("AWS's wording", "the response has words of its own");
  }
  return fact(read ? "wording" : "wording-by-length", wordings.includes(wording) ? yes(says) : no(says));
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
  if (mayFit || length === null || request.method === "HEAD") return cannotTell("the body of the response", why);
  return fact(
    "other-length",
    no`${responseHeader("content-length", String(length))} is not the length of that response`,
  );
}

/** The body is in nobody's known wording: the owner replaced it, or an application wrote it. */
export const hasOwnWords = clue({
  id: "has-own-words",
  holds: "the body is in words of its own",
  fails: "the body is in words of AWS's, or empty",
  ask: ({ refusal }) => {
    if (!refusal.known) return cannotTell("the body of the response", refusal.why);
    const { wording, message, key } = refusal.value;
    if (wording === "other") return yes`the body is in words of its own: ${responseBody(message)}`;
    return wording === "empty"
      ? fact("body-is-empty", no("the body is empty"))
      : no`the body has AWS's wording ${responseBody(message || bare(key))}`;
  },
});

/** What others write, too: nothing, `Forbidden`, `Unauthorized`, words of their own; and denials of other services. */
const anybodysWordings = new Set<Wording>([
  "other",
  "empty",
  "null-message",
  "forbidden",
  "unauthorized",
  "service-denied",
]);

/** AWS's own sentence says who spoke, whatever headers a capture lost. S3 and others that say the like write XML. */
export const hasAwsSentence = clue({
  id: "has-aws-sentence",
  holds: "the body is a sentence of AWS's API front ends",
  ask: ({ refusal }) => {
    if (!refusal.known || !refusal.value.read) return cannotTell("the body of the response", "it is not visible");
    const { wording, message } = refusal.value;
    const isMarkup = message.startsWith("<");
    return isMarkup || anybodysWordings.has(wording)
      ? no("the body is no sentence that AWS's API front ends alone have")
      : fact("wording", yes`the response says ${responseBody(message)}`);
  },
});

const effects = {
  explicit: "the denial is said to be explicit",
  implicit: "the denial is said to be for lack of a policy that allows",
} as const;

export const denialIs = clueFamily((effect: keyof typeof effects) =>
  clue({
    id: `denial-is-${effect}`,
    holds: effects[effect],
    ask: ({ refusal }) => {
      if (!refusal.known) return cannotTell("the wording of the denial", refusal.why);
      const found = denialIn(refusal.value.message);
      const isSo = found.effect === effect;
      if (found.effect === "unsaid" && !isSo) return fact("denial-has-no-reason", no("the message names no reason"));
      const says = phrase`it ends ${responseBody(tail(refusal.value.message))}`;
      return fact("reason-of-denial", isSo ? yes(says) : no(says));
    },
  }),
);

export const decidingLayerIs = clueFamily((layer: string) =>
  clue({
    id: `deciding-layer-is-${layer.replaceAll(" ", "-")}`,
    holds: `the message names the ${layer.replaceAll("-", " ")} policy as what decided`,
    fails: `the message names another policy than the ${layer.replaceAll("-", " ")} one`,
    ask: ({ refusal }) => {
      if (!refusal.known || !refusal.value.read)
        return cannotTell("the deciding policy layer", "the body is not visible");
      const found = denialIn(refusal.value.message).layer;
      if (found === null) return cannotTell("the deciding policy layer", "the message does not name it");
      return found === layer
        ? fact("deciding-layer", yes`the message names the layer: ${responseBody(found)}`)
        : fact("other-deciding-layer", no`the message names another layer: ${responseBody(found)}`);
    },
  }),
);

function tail(message: string): string {
  return message.slice(Math.max(0, message.search(/because no|with an explicit deny/)));
}

/** The action that a denial names: most name `execute-api:Invoke`. */
export const deniedActionIs = clueFamily((action: string) =>
  clue({
    id: `denied-action-is-${action.toLowerCase()}`,
    holds: `the denied action is \`execute-api:${action}\``,
    fails: `the denied action is not \`execute-api:${action}\``,
    ask: ({ refusal }) => {
      if (!refusal.known || !refusal.value.read) return cannotTell("the denied action", "the body is not visible");
      const named = /(?:not authorized to perform: ?|allows the )execute-api:(\w+)/.exec(refusal.value.message)?.[1];
      if (named === undefined) return cannotTell("the denied action", "the message names none");
      const says = phrase`the denied action is ${responseBody(`execute-api:${named}`)}`;
      return fact("denied-action", named === action ? yes(says) : no(says));
    },
  }),
);
