import type { Case } from "../../src/diagnosis/case.ts";
import { isApiHost } from "../../src/exchange/host.ts";
import { redactUrl } from "../../src/privacy/redaction.ts";

export { apiId, domain, mappingKey, stage, verb } from "../advice/owner-commands.ts";

/** The origin of the page that sent the request; a placeholder if the request does not show it. */
export function pageOrigin({ exchange, blocks }: Case): string {
  const origins = [exchange, ...blocks].map(({ request }) => request.headers.get("origin"));
  return origins.find((origin) => origin !== undefined && isOrigin(origin)) ?? "ORIGIN_OF_THE_PAGE";
}

/** True for a serialized origin of RFC 6454, 6.1, which cannot contain a quote. */
function isOrigin(text: string): boolean {
  return /^https?:\/\/[\w.-]+(?::\d+)?$/.test(text);
}

/** The path below the stage, without leading slash; a placeholder if a mapping may have removed a part of it. */
export function resourcePath({ exchange, api }: Case): string {
  const { host, request } = exchange;
  if (!isApiHost(host.kind) || api.stage === null) return "RESOURCE_PATH";
  return redactUrl(`/${request.target.segments.slice(1).join("/")}`).slice(1);
}
