import type { Case } from "../../src/diagnosis/case.ts";
import { cannotTell, clue, fact, no, opposite, yes } from "../../src/diagnosis/clue.ts";
import { derived, phrase, quotedFrom, requestHeader } from "../../src/diagnosis/quote.ts";
import { inWords } from "../../src/exchange/duration.ts";
import { valueOr } from "../../src/exchange/known.ts";
import { isRedacted } from "../../src/exchange/sigv4/canonical-request.ts";
import { Others } from "../../src/session/others.ts";
import { sessionToken } from "../../src/session/properties.ts";
import { reachedIntegration } from "../../src/session/request-outcome.ts";
import { quoted } from "./compare.ts";

/**
 * Clues about access keys and the session tokens that temporary ones need.
 * Source of the prefixes: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-unique-ids
 */

type KeyKind = "long-lived" | "temporary" | "foreign" | "unseen";

function keyKind({ sigv4 }: Case): KeyKind {
  const id = sigv4?.accessKeyId ?? "";
  if (!/^[\w.-]+$/.test(id) || isRedacted(id)) return "unseen";
  if (!/^A[KS]IA[A-Z0-9]{12,}$/.test(id)) return "foreign";
  return id.startsWith("ASIA") ? "temporary" : "long-lived";
}

const unseenKey = cannotTell("the access key id", "no SigV4 credential is visible");

export const keyIsTemporary = clue({
  id: "key-is-temporary",
  holds: "the access key is temporary",
  fails: "the access key is not a temporary one",
  ask: (subject) => {
    const kind = keyKind(subject);
    if (kind === "unseen") return unseenKey;
    if (kind === "foreign")
      return cannotTell("whether the access key is temporary", "its id has not the form of AWS's");
    return kind === "temporary"
      ? yes("the access key id begins with `ASIA`: it is temporary and needs its session token")
      : no("the access key id is a long-lived one, which needs no session token");
  },
});

export const keyIsOfAws = clue({
  id: "key-is-of-aws",
  holds: "the access key id has the form of AWS's",
  fails: "the access key id does not have the form of AWS's",
  ask: (subject) => {
    const kind = keyKind(subject);
    if (kind === "unseen") return unseenKey;
    return kind === "foreign"
      ? no("the access key id begins with neither `AKIA` nor `ASIA`, as all that AWS gives out do")
      : yes("the access key id has the form of AWS's");
  },
});

const emptyTokens = new Set(["", "undefined", "null"]);

export const sendsSessionToken = clue({
  id: "sends-session-token",
  holds: "a session token is sent",
  fails: "no session token is sent",
  ask: (subject) => {
    const token = sessionToken(subject.exchange);
    const { headersLeftOut } = subject.exchange.request;
    if (token === null) {
      return headersLeftOut === null
        ? no("no `x-amz-security-token` is sent")
        : cannotTell("the session token", headersLeftOut);
    }
    return emptyTokens.has(token.trim())
      ? no`${requestHeader("x-amz-security-token")} is ${quotedFrom("request-header", token || "empty", { name: "x-amz-security-token" })}`
      : yes`${requestHeader("x-amz-security-token")} is sent`;
  },
});

/** AWS looks key and token up together; a token left over from another profile spoils a key that is good. */
export const longLivedKeyHasToken = clue({
  id: "long-lived-key-has-token",
  holds: "a session token is sent with a long-lived key",
  ask: (subject) => {
    const temporary = keyIsTemporary.ask(subject);
    if (temporary.answer === "unknown") return temporary;
    if (temporary.answer === "yes") return opposite(temporary);
    const sends = sendsSessionToken.ask(subject);
    return sends.answer === "yes"
      ? yes("a session token is sent with a long-lived key (`AKIA`), to which none belongs: it is another key's")
      : sends;
  },
});

/** Only credentials with a session token, or a key that should have one, can fail for it. */
export const credentialsAreTemporary = clue({
  id: "credentials-are-temporary",
  holds: "the request carries temporary credentials",
  ask: (subject) => {
    const sends = sendsSessionToken.ask(subject);
    const temporary = keyIsTemporary.ask(subject);
    if (temporary.answer === "yes" || sends.answer === "yes") return yes("the request carries temporary credentials");
    return temporary.answer === "no" && sends.answer === "no" ? temporary : unseenKey;
  },
});

/** A token that was good earlier has had its time since. */
export const sessionTokenWorkedBefore = clue({
  id: "session-token-worked-before",
  holds: "the same session token worked before",
  ask: ({ exchange, session }) => {
    const found = new Others(session.all, exchange).that(reachedIntegration).withSame(sessionToken).first();
    if (found === undefined) return no("the same session token was not seen to work");
    const ago = valueOr(exchange.startedAt, 0) - valueOr(found.startedAt, 0);
    return ago > 0
      ? yes(phrase`${quoted(found)} with the same session token ${derived(inWords(ago))} before`, found)
      : fact("session-token-worked-afterwards", no("the same session token was only seen to work afterwards"));
  },
});
