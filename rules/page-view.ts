import { command } from "../src/commands/command.ts";
import type { Case } from "../src/diagnosis/case.ts";
import type { PageView } from "../src/diagnosis/explanation.ts";
import type { Exchange } from "../src/exchange/exchange.ts";
import { fetchFailure } from "./fetch-failure.ts";

/**
 * What the page's own code saw, if that differs from the response: a refusal without a fitting
 * Access-Control-Allow-Origin reaches fetch as a TypeError without status. Null if the page could read the response.
 */
export function pageView(subject: Case): PageView | null {
  const { exchange, blocks } = subject;
  if (exchange.kind === "websocket") return null;
  if (exchange.kind === "preflight") return refusedPreflight(subject, blocks);
  if (!isHiddenFromPage(exchange)) return null;
  return {
    saw: fetchFailure(exchange),
    why: whyHidden(exchange),
    fix: [makeReadable(subject)],
  };
}

function refusedPreflight(subject: Case, blocks: readonly Exchange[]): PageView {
  const [blocked] = blocks;
  const sent = blocked === undefined ? "The request it was sent for" : `The ${blocked.request.method} behind it`;
  return {
    saw: fetchFailure(subject.exchange),
    why: `${sent} never left the browser, because its preflight was refused.`,
    fix: [makeReadable(subject)],
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

/** Lets pages read refusals, but does not undo them. A REST API must be deployed afterwards. */
export function makeReadable({ api }: Case): PageView["fix"][number] {
  if (api.kind === "http") {
    return {
      says: "To let the page read refusals, add the page's origin to the API's CORS configuration. This does not undo the refusal.",
      ...command`aws apigatewayv2 update-api --api-id ${api.id ?? "API_ID"} --cors-configuration AllowOrigins=ORIGIN_OF_THE_PAGE`,
    };
  }
  const allowAnyOrigin = `{"gatewayresponse.header.Access-Control-Allow-Origin":"'*'"}`;
  return {
    says: "To let the page read refusals, add CORS headers to the gateway responses DEFAULT_4XX and DEFAULT_5XX and deploy. This does not undo the refusal.",
    ...command`aws apigateway put-gateway-response --rest-api-id ${api.id ?? "API_ID"} --response-type DEFAULT_4XX --response-parameters ${allowAnyOrigin}`,
  };
}
