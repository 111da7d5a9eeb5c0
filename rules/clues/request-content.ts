import type { Case } from "../../src/diagnosis/case.ts";
import { cannotTell, clue, fact, no, yes } from "../../src/diagnosis/clue.ts";
import { derived, phrase, quotedFrom } from "../../src/diagnosis/quote.ts";
import type { Exchange } from "../../src/exchange/exchange.ts";
import { valueOr } from "../../src/exchange/known.ts";
import { decoded } from "../../src/exchange/target.ts";
import { memoizeWeak } from "../../src/session/memoize-weak.ts";
import { apiKeyOrNone, body, bodyBytes, path, query, verb } from "../../src/session/properties.ts";
import { isRefused } from "../../src/session/refused-requests.ts";
import type { Selection } from "../../src/session/selection.ts";
import { quoted } from "./compare.ts";

/** Clues about what a web application firewall looks at. */

/**
 * Bytes at which AWS WAF begins to treat a body otherwise: the core rule set refuses over 8 KB; 16 KB are inspected by
 * default, 32, 48 or 64 KB where the owner raised it. Source:
 * https://docs.aws.amazon.com/waf/latest/developerguide/web-acl-setting-body-inspection-limit.html
 */
const limits = [8192, 16_384, 32_768, 49_152, 65_536] as const;
const [coreRuleSetLimit, defaultInspectionLimit] = limits;

const unknownSize = "the capture has neither a body size nor a `content-length`";

export const bodyIsLarge = clue({
  id: "body-is-large",
  holds: "the request body is larger than 8 KB",
  ask: ({ exchange }) => {
    const bytes = bodyBytes(exchange);
    if (bytes === null) return cannotTell("the size of the request body", unknownSize);
    if (bytes <= coreRuleSetLimit) return no`the request body has ${derived(bytes)} bytes`;
    return bytes > defaultInspectionLimit
      ? yes`the request body has ${derived(bytes)} bytes, over the 8 KB that AWS's core rule set allows and the 16 KB that AWS WAF inspects by default`
      : yes`the request body has ${derived(bytes)} bytes, over the 8 KB that AWS's core rule set allows`;
  },
});

/** The largest body that the refused one's route took; null where none was seen to get through. */
function largestTaken({ exchange, onHost }: Case): number | null {
  const ofRoute = onHost.with(path, path(exchange)).with(verb, verb(exchange));
  return largestBody(ofRoute.that(passedFirewall));
}

/** A limit of AWS WAF between the sizes that got through and the one that did not. */
export const sizeLimitLiesBetween = clue({
  id: "size-limit-lies-between",
  holds: "a size limit of AWS WAF lies between bodies that get through and this one",
  ask: (subject) => {
    const own = bodyBytes(subject.exchange);
    if (own === null) return cannotTell("the size of the request body", unknownSize);
    const largest = largestTaken(subject);
    if (largest === null) return fact("no-body-gets-through", no("no other body was seen to get through"));
    const limit = limits.find((each) => largest <= each && each < own);
    return limit === undefined
      ? no("no limit of AWS WAF lies between the sizes of bodies that get through and of this one")
      : yes`the route takes bodies of up to ${derived(largest)} bytes and refuses one of ${derived(own)}: AWS WAF's limit of ${derived(limit / 1024)} KB lies between`;
  },
});

export const largerBodyWorks = clue({
  id: "larger-body-works",
  holds: "the route took a body no smaller than this one, which is large",
  ask: (subject) => {
    const own = bodyBytes(subject.exchange);
    if (own === null) return cannotTell("the size of the request body", unknownSize);
    const largest = largestTaken(subject);
    return own > coreRuleSetLimit && largest !== null && largest >= own
      ? yes`the route took a body of ${derived(largest)} bytes, no smaller than the refused one of ${derived(own)}`
      : no("the route was not seen to take a larger body");
  },
});

const largestBody = memoizeWeak(({ members }: Selection): number | null => {
  const sizes = members.flatMap((each) => bodyBytes(each) ?? []);
  return sizes.length === 0 ? null : sizes.reduce((largest, size) => Math.max(largest, size));
});

/** Forms that the AWS managed core, SQL and known-bad-inputs rule groups look for. */
const attackForms: readonly (readonly [form: RegExp, what: string])[] = [
  [/<script|javascript:|onerror\s*=/i, "script"],
  [/\.\.[/\\]/, "a path traversal"],
  [/\bunion\s+select\b|\bselect\b.{1,60}\bfrom\b|'\s*or\s+'?1'?\s*=/i, "SQL"],
  [/\$\{jndi:/i, "a JNDI lookup"],
  [/\/\.env\b|\/wp-(?:admin|login)|\/\.git\//i, "a path that scanners look for"],
  [/https?:\/\/(?:localhost|127\.|169\.254\.|\d+\.\d+\.\d+\.\d+)/i, "a URL with an address"],
];

/** No more of a text is searched; the patterns need no more, and a hostile page may send much. */
const searchedBytes = 65_536;

export const looksLikeAttack = clue({
  id: "looks-like-attack",
  holds: "path, query or body look like an attack",
  ask: ({ exchange }) => {
    const { request } = exchange;
    const { path: where, rawQuery } = request.target;
    const content = valueOr(request.body, "").slice(0, searchedBytes);
    const text = `${decoded(where)} ${decoded(rawQuery.replaceAll("+", " "))} ${content}`.slice(
      0,
      searchedBytes + 5000,
    );
    const found = attackForms.find(([form]) => form.test(text));
    if (found) {
      const [form, meaning] = found;
      const shown = quotedFrom("request", form.exec(text)?.[0] ?? "");
      return yes`path, query or body hold what looks like ${meaning}: ${shown}`;
    }
    return bodyBytes(exchange) !== 0 && !request.body.known
      ? cannotTell("the request body", request.body.why)
      : no("nothing in path, query or body looks like an attack");
  },
});

export const otherContentWorks = clue({
  id: "other-content-works",
  holds: "the route works with another query or body",
  ask: ({ exchange, siblings }) => {
    const sameRoute = siblings.that(passedFirewall).withSame(path, verb, apiKeyOrNone);
    const found = sameRoute.earliest(
      sameRoute.firstWithOther(query),
      body(exchange) === null ? undefined : sameRoute.withSame(query).firstWithOther(body),
    );
    return found
      ? yes(phrase`${quoted(found)} with another query or body`, found)
      : no("the route was not seen to work with other content");
  },
});

/** Any other response of the same route shows that the firewall let other content through. */
function passedFirewall(exchange: Exchange): boolean {
  return exchange.response.status > 0 && exchange.response.status !== 429 && !isRefused(exchange);
}

export const hasNoUserAgent = clue({
  id: "has-no-user-agent",
  holds: "the request has no User-Agent",
  ask: ({ exchange: { request } }) => {
    if (request.headers.all.length < 3)
      return cannotTell("the User-Agent header", "the request headers were not all captured");
    return request.headers.has("user-agent")
      ? no("a User-Agent is sent")
      : yes("no User-Agent is sent, which AWS's core rule set blocks");
  },
});
