import type { Case } from "../src/diagnosis/case.ts";
import type { Advice } from "../src/diagnosis/diagnosis.ts";
import type { PageView } from "../src/diagnosis/explanation.ts";
import { quote } from "../src/diagnosis/quote.ts";
import type { Exchange } from "../src/exchange/exchange.ts";
import { makeReadable } from "./advice/cors-advice.ts";
import { advice } from "./advice/owner-commands.ts";
import { pageOrigin } from "./advice/pages.ts";
import { fetchFailure } from "./fetch-failure.ts";
import type { Rule } from "./rule.ts";
import type { StepId } from "./steps.ts";

type PageRule = Pick<Rule, "refusedBy" | "refusedAt" | "who">;

/**
 * What the page's own code saw, if that differs from the response: a refusal without a fitting
 * Access-Control-Allow-Origin reaches fetch as a TypeError without status. Null if the page could read the response.
 * @param rule the cause: who refused is who can make its refusals readable
 */
export function pageView(rule: PageRule, subject: Case): PageView | null {
  const { exchange, blocks } = subject;
  if (exchange.kind === "websocket") return null;
  if (exchange.kind === "preflight") return refusedPreflight(subject, blocks);
  if (!isHiddenFromPage(exchange)) return null;
  return {
    saw: fetchFailure(exchange),
    why: whyHidden(exchange),
    fix: readableFix(rule, subject),
  };
}

/** Steps before an API is known, whose gateway responses or CORS configuration the refusal could have. */
const beforeApi: readonly StepId[] = ["tls", "host", "stage"];

/** Whether a setting of the API lets pages read the refusal: it does for the API's own ones. */
export function isMadeReadableByApi({ refusedBy, refusedAt }: Pick<Rule, "refusedBy" | "refusedAt">): boolean {
  return refusedBy === "api-gateway" && !beforeApi.includes(refusedAt);
}

function readableFix(rule: PageRule, subject: Case): readonly Advice[] {
  const { refusedBy, who } = rule;
  if (isMadeReadableByApi(rule)) return makeReadable(subject);
  if (refusedBy === "api-gateway") {
    return [advice("Nothing makes this refusal readable: no API was reached whose CORS headers it could have.")];
  }
  const header = quote(`access-control-allow-origin: ${pageOrigin(subject)}`);
  return [advice(`Only what refused can make this readable: let ${who} send ${header} with its refusals, too.`)];
}

/** No header makes a refused preflight readable: it must be let through, which is the fix of its cause. */
function refusedPreflight(subject: Case, blocks: readonly Exchange[]): PageView {
  const [blocked] = blocks;
  const sent = blocked === undefined ? "The request it was sent for" : `The ${blocked.request.method} behind it`;
  return {
    saw: fetchFailure(subject.exchange),
    why: `${sent} never left the browser, because its preflight was refused.`,
    fix: [],
  };
}

/** Firefox marks no such response, so its headers decide (Fetch standard, 4.10 CORS check). */
export function isHiddenFromPage({ request, response, kind }: Exchange): boolean {
  if (response.failure !== null && /ERR_FAILED|CORS/i.test(response.failure)) return true;
  const origin = request.headers.get("origin");
  if (origin === undefined || kind !== "request" || response.headersLeftOut !== null) return false;
  if (origin === `${request.target.scheme}://${request.target.hostname}`) return false;
  const allowed = response.headers.get("access-control-allow-origin");
  // A cookie in a cross-origin request shows that the page sent credentials. `*` does not cover those.
  if (!request.headers.has("cookie")) return allowed !== "*" && allowed !== origin;
  return allowed !== origin || response.headers.get("access-control-allow-credentials") !== "true";
}

function whyHidden({ response }: Exchange): string {
  if (!response.headersShown) return "The capture holds no response: CORS hid it from the page and from the recorder.";
  return "The refusal carries no fitting `access-control-allow-origin`, so the browser keeps it from the page.";
}
