import type { Step } from "./call.ts";
import type { WebAcl, WebAclRule } from "./definition.ts";
import { forbidden } from "./refusals.ts";
import type { GatewayRequest } from "./request.ts";
import { type Answer, answer } from "./response.ts";

/** The web ACL of the stage. Its verdict comes before routing, so a blocked URL needn't exist. */
export const inspectByWebAcl: Step = ({ stage, request }) => {
  const rule = stage.webAcl && firstMatch(stage.webAcl, request);
  if (!rule) return undefined;
  if (rule.customResponse) return custom(rule.customResponse);
  if (rule.action === "block") return forbidden("WAF_FILTERED");
  return interstitial(rule.action);
};

/** The first rule that matches, as WAF stops at the first terminating one. */
export function firstMatch(webAcl: WebAcl, request: GatewayRequest): WebAclRule | undefined {
  return webAcl.rules.find((rule) => rule.matches(request));
}

/** SizeRestrictions_BODY of the core rule set: 8 KB on API Gateway. */
export function sizeRestrictionsBody(limit = 8192): WebAclRule {
  return { name: "SizeRestrictions_BODY", action: "block", matches: (request) => request.body.length > limit };
}

/** SQLi_QUERYARGUMENTS, reduced to the classics. */
export function sqlInjectionInQuery(): WebAclRule {
  const classics = /\bunion\s+(all\s+)?select\b|'\s*or\s+'?1'?\s*=/i;
  const decoded = (request: GatewayRequest) => new URLSearchParams(request.query).toString().replaceAll("+", " ");
  return {
    name: "SQLi_QUERYARGUMENTS",
    action: "block",
    matches: (request) => classics.test(decodeURIComponent(decoded(request))),
  };
}

function custom(response: NonNullable<WebAclRule["customResponse"]>): Answer {
  return answer(response.status, Object.entries(response.headers), response.body);
}

// https://docs.aws.amazon.com/waf/latest/developerguide/waf-captcha-and-challenge-how-it-works.html
function interstitial(action: "challenge" | "captcha"): Answer {
  return answer(action === "challenge" ? 202 : 405, [["x-amzn-waf-action", action]], "");
}
