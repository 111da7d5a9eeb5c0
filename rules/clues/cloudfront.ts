import type { Case } from "../../src/diagnosis/case.ts";
import { cannotTell, clue, clueFamily, fact, no, yes } from "../../src/diagnosis/clue.ts";
import { phrase, responseBody, responseHeader } from "../../src/diagnosis/quote.ts";
import type { Answer } from "../../src/diagnosis/rule.ts";
import { cloudFrontLine } from "../../src/exchange/cloudfront-page.ts";

/** Clues from what CloudFront says of its own refusals. */

/**
 * The lines of CloudFront's page that a cause of their own has. Sources:
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/http-403-permission-denied.html, and pages that were
 * captured.
 */
const lines = {
  blocked: /^Request blocked\./i,
  "bad-request": /^Bad request\./i,
  country: /configured to block access from your country/i,
  method: /not configured to allow the HTTP request method/i,
} as const;

type KnownLine = keyof typeof lines;

const noPage = fact("no-cloudfront-page", no("the body is no page that CloudFront made"));

function lineOf({ exchange: { response } }: Case): { readonly line: string | null } | Answer {
  if (!response.body.known) return cannotTell("the body of the response", response.body.why);
  return { line: cloudFrontLine(response.body.value) };
}

function said(line: string, holds: boolean): Answer {
  const says = phrase`CloudFront's page says ${responseBody(line || "nothing more")}`;
  return fact("cloudfront-line", holds ? yes(says) : no(says));
}

/** CloudFront's page says this. */
export const cloudFrontSays = clueFamily((known: KnownLine) =>
  clue({
    id: `cloudfront-says-${known}`,
    holds: `CloudFront's page has the line for ${meanings[known]}`,
    fails: `CloudFront's page has no line for ${meanings[known]}`,
    ask: (subject) => {
      const found = lineOf(subject);
      if ("answer" in found) return found;
      if (found.line === null) return noPage;
      return said(found.line, lines[known].test(found.line));
    },
  }),
);

const meanings: Readonly<Record<KnownLine, string>> = {
  blocked: "a request that a web ACL blocked",
  "bad-request": "a request of a form that it refuses",
  country: "a country that it blocks",
  method: "a method that the cache behavior does not allow",
};

/** A line that no cause has: who refused is known, and the line is all that is known of why. */
export const hasOtherCloudFrontLine = clue({
  id: "has-other-cloudfront-line",
  holds: "CloudFront's page has a line that no other cause has",
  fails: "CloudFront's page has no such line",
  ask: (subject) => {
    const found = lineOf(subject);
    if ("answer" in found) return found;
    if (found.line === null) return noPage;
    const { line } = found;
    return said(
      line,
      Object.values(lines).every((form) => !form.test(line)),
    );
  },
});

/** CloudFront's own empty response: it names itself as the server, and nothing else responded. */
export const isEmptyFromCloudFront = clue({
  id: "is-empty-from-cloudfront",
  holds: "CloudFront itself responded, without a body",
  fails: "the response has a body, or is not CloudFront's own",
  ask: ({ exchange: { response } }) => {
    const server = response.headers.get("server");
    if (!response.body.known) return cannotTell("the body of the response", response.body.why);
    return response.body.value.trim() === "" && server === "CloudFront"
      ? yes`${responseHeader("server", server)} responded without a body`
      : no("the response has a body, or is not CloudFront's own");
  },
});

/** `x-cache` names the code of the distribution that made the response in place of an origin. */
export const madeByEdgeFunction = clue({
  id: "made-by-edge-function",
  holds: "code of the distribution made the response",
  fails: "no code of the distribution made the response",
  ask: ({ exchange: { response } }) => {
    const cache = response.headers.get("x-cache");
    if (cache === undefined) {
      return response.headersLeftOut === null
        ? no("no `x-cache` names code of the distribution")
        : cannotTell("the header x-cache", response.headersLeftOut);
    }
    return /^(?:Function|Lambda)GeneratedResponse\b/i.test(cache)
      ? yes`${responseHeader("x-cache", cache)}: code of the distribution made the response`
      : no`${responseHeader("x-cache", cache)} names no code of the distribution`;
  },
});
