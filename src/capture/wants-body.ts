import type { HarEntry } from "./entry.ts";

/** Headers that mark a refusal by API Gateway or AWS WAF, with any status. */
const refusalHeaders = new Set(["x-amzn-errortype", "x-amzn-waf-action"]);

/**
 * Whether a diagnosis may need the response's body: every refusal, and the responses in which API Gateway's own words
 * tell kinds of API and usage plans apart (404 Not Found, 429 Limit Exceeded).
 */
export function wantsBody({ response }: HarEntry): boolean {
  if (response.status >= 400 && response.status < 500) return true;
  return response.headers.some(({ name }) => refusalHeaders.has(name.toLowerCase()));
}
