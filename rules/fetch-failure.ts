import type { Exchange } from "../src/exchange/exchange.ts";

/**
 * What `fetch` rejects with when a page may not read a response, in the words of the browser that made the request:
 * Chromium 156 and Firefox 153 as measured, WebKit as pages on iOS and macOS log it. Just the error's class where the
 * capture does not show which browser it was.
 */
export function fetchFailure({ request, response }: Exchange): string {
  const userAgent = request.headers.get("user-agent") ?? "";
  if (/ Firefox\/\d/.test(userAgent)) return "TypeError: NetworkError when attempting to fetch resource.";
  if (/ Chrome\/\d/.test(userAgent) || response.failure?.startsWith("net::")) return "TypeError: Failed to fetch";
  // On iOS every browser is WebKit, and says "Safari" too.
  if (/ Safari\/\d/.test(userAgent)) return "TypeError: Load failed";
  return "TypeError";
}
