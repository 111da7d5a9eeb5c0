import type { Exchange } from "../src/exchange/exchange.ts";

/**
 * The error of `fetch` for a response that the page may not read, in the words of the browser that sent the request:
 * Chromium 156 and Firefox 153 as measured, WebKit as pages on iOS and macOS log it. Only the error's class if the
 * capture does not show the browser.
 */
export function fetchFailure({ request, response }: Exchange): string {
  const userAgent = request.headers.get("user-agent") ?? "";
  if (/ Firefox\/\d/.test(userAgent)) return "TypeError: NetworkError when attempting to fetch resource.";
  if (/ Chrome\/\d/.test(userAgent) || response.failure?.startsWith("net::")) return "TypeError: Failed to fetch";
  // Every browser on iOS is WebKit, and also says "Safari".
  if (/ Safari\/\d/.test(userAgent)) return "TypeError: Load failed";
  return "TypeError";
}
