import type { Exchange } from "../../exchange/exchange.ts";
import { valueOr } from "../../exchange/known.ts";
import { decoded } from "../../exchange/target.ts";
import { apiKeyOrNone, body, path, query, verb } from "../../session/properties.ts";
import { remembered } from "../../session/remembered.ts";
import type { Selection } from "../../session/selection.ts";
import { isRefused } from "../../session/subjects.ts";
import { cannotTell, clue, no, quote, yes } from "./answer.ts";

/** Clues about what a web application firewall looks at. */

/** AWS WAF inspects 16 KB of a body on regional resources unless set otherwise; SizeRestrictions_BODY blocks over 8 KB. */
const sizeRestriction = 8192;

export const bodyIsLarge = clue("body-is-large", ({ exchange: { request } }) => {
  if (!request.bodySize.known) return cannotTell("the size of the request body", request.bodySize.why);
  const { value } = request.bodySize;
  return value > sizeRestriction
    ? yes(`the request body has ${value} bytes, over the 8 KB that AWS's core rule set allows`)
    : no(`the request body has ${value} bytes`);
});

export const smallerBodyWorks = clue("smaller-body-works", ({ exchange, siblings }) => {
  const { bodySize } = exchange.request;
  if (!bodySize.known) return cannotTell("the size of the request body", bodySize.why);
  const found = siblings
    .that(passedFirewall)
    .withSame(path, verb)
    .that(hasSmallestBodyYet)
    .firstWhere((each) => sizeOf(each) < bodySize.value);
  if (found === undefined) return no("the route was not seen to take a smaller body");
  return yes(`the same route took a body of ${sizeOf(found)} bytes (answered ${found.response.status})`);
});

/** The first of a route that is smaller than some size is smaller than all before it, so only these need be tried. */
function hasSmallestBodyYet(exchange: Exchange, among: Selection): boolean {
  return smallestYet(among).has(exchange);
}

const smallestYet = remembered(({ members }: Selection) => {
  let smallest = Number.POSITIVE_INFINITY;
  return new Set(
    members.filter((each) => {
      const isSmaller = sizeOf(each) < smallest;
      smallest = Math.min(smallest, sizeOf(each));
      return isSmaller;
    }),
  );
});

function sizeOf({ request }: Exchange): number {
  return valueOr(request.bodySize, Number.POSITIVE_INFINITY);
}

/** Forms that the AWS managed core, SQL and known-bad-inputs rule groups look for. */
const attackForms: readonly (readonly [form: RegExp, what: string])[] = [
  [/<script|javascript:|onerror\s*=/i, "script"],
  [/\.\.[/\\]/, "a path traversal"],
  [/\bunion\s+select\b|\bselect\b.{1,60}\bfrom\b|'\s*or\s+'?1'?\s*=/i, "SQL"],
  [/\$\{jndi:/i, "a JNDI lookup"],
  [/\/\.env\b|\/wp-(?:admin|login)|\/\.git\//i, "a path that scanners look for"],
  [/https?:\/\/(?:localhost|127\.|169\.254\.|\d+\.\d+\.\d+\.\d+)/i, "a URL with an address"],
];

export const looksLikeAttack = clue("looks-like-attack", ({ exchange: { request } }) => {
  const text =
    `${decoded(request.target.path)} ${decoded(request.target.rawQuery.replaceAll("+", " "))} ${request.body.known ? request.body.value.slice(0, 65_536) : ""}`.slice(
      0,
      70_000,
    );
  const found = attackForms.find(([form]) => form.test(text));
  return found
    ? yes(`path, query or body hold what looks like ${found[1]}: ${quote(found[0].exec(text)?.[0] ?? "")}`)
    : no("nothing in path, query or body looks like an attack");
});

export const otherContentWorks = clue("other-content-works", ({ exchange, siblings }) => {
  const sameRoute = siblings.that(passedFirewall).withSame(path, verb, apiKeyOrNone);
  const found = sameRoute.earliest(
    sameRoute.firstWithOther(query),
    body(exchange) === null ? undefined : sameRoute.withSame(query).firstWithOther(body),
  );
  return found
    ? yes(`the same route works with another query or body (answered ${found.response.status})`)
    : no("the route was not seen to work with other content");
});

/** Any other answer of the same route shows that the firewall let the smaller or other content through. */
function passedFirewall(exchange: Exchange): boolean {
  return exchange.response.status > 0 && exchange.response.status !== 429 && !isRefused(exchange);
}

export const hasNoUserAgent = clue("has-no-user-agent", ({ exchange: { request } }) => {
  if (request.headers.all.length < 3)
    return cannotTell("the User-Agent header", "the request headers were not all captured");
  return request.headers.has("user-agent")
    ? no("a User-Agent is sent")
    : yes("no User-Agent is sent, which AWS's core rule set blocks");
});
