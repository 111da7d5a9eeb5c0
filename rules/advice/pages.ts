import type { Case } from "../../src/diagnosis/case.ts";
import { verb } from "./owner-commands.ts";

/** What the request shows of the page that sent it, for advice about CORS. */

/** The origin of the page that sent the request; a placeholder if the request does not show it. */
export function pageOrigin({ exchange, blocks }: Case): string {
  const origins = [exchange, ...blocks].map(({ request }) => request.headers.get("origin"));
  return origins.find((origin) => origin !== undefined && isOrigin(origin)) ?? "ORIGIN_OF_THE_PAGE";
}

/** True for a serialized origin of RFC 6454, 6.1, which cannot contain a quote. */
function isOrigin(text: string): boolean {
  return /^https?:\/\/[\w.-]+(?::\d+)?$/.test(text);
}

/** The verb of the page's own call: the one that a preflight asks for. */
export function pageVerb(subject: Case): string {
  const { exchange, blocks } = subject;
  if (exchange.kind !== "preflight") return verb(subject);
  const asked = exchange.request.headers.get("access-control-request-method") ?? blocks[0]?.request.method ?? "";
  return isToken(asked) ? asked : "VERB";
}

/** The request headers that a preflight asks for; those of most APIs where none is shown. */
export function pageHeaders({ exchange }: Case): readonly string[] {
  const asked = exchange.request.headers.get("access-control-request-headers") ?? "";
  const names = asked.split(",").map((name) => name.trim());
  return names.every(isToken) ? names : ["authorization", "content-type"];
}

/** True for a token of RFC 9110, 5.6.2, without the characters that API Gateway's mappings read. */
function isToken(text: string): boolean {
  return /^[\w-]+$/.test(text);
}

/** A cookie in the request shows that the page sends credentials. */
export function sendsCookies({ exchange }: Case): boolean {
  return exchange.request.headers.has("cookie");
}
