import type { HarEntry } from "../har/entry.ts";

/**
 * Whether a diagnosis may need the answer's body: every refusal, and the answers in which API Gateway's own words
 * tell kinds of API and usage plans apart (404 Not Found, 429 Limit Exceeded).
 */
export function wantsBody({ response }: HarEntry): boolean {
  return response.status >= 400 && response.status < 500;
}
