import type { Case } from "../../src/diagnosis/case.ts";
import { isApiHost } from "../../src/exchange/host.ts";
import { redactUrl } from "../../src/privacy/redaction.ts";

export { apiId, domain, mappingKey, stage, verb } from "../advice/owner-commands.ts";
export { pageOrigin } from "../advice/pages.ts";

/** The path below the stage, without leading slash; a placeholder if a mapping may have removed a part of it. */
export function resourcePath({ exchange, api }: Case): string {
  const { host, request } = exchange;
  if (!isApiHost(host.kind) || api.stage === null) return "RESOURCE_PATH";
  return redactUrl(`/${request.target.segments.slice(1).join("/")}`).slice(1);
}
