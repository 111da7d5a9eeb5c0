import type { Case } from "../src/diagnosis/case.ts";
import type { Rule } from "./rule.ts";

const kinds = { rest: "REST API", http: "HTTP API", websocket: "WebSocket API", unknown: "API" } as const;

/** "Refused by API Gateway · REST API a1b2c3d4e5 · eu-west-1", as far as the case shows kind, id and region. */
export function whoRefused({ refusedBy, who }: Rule, { api }: Case): string {
  if (refusedBy === "elsewhere") return `Refused by ${who}, not by API Gateway`;
  const name = [kinds[api.kind], api.id].filter(Boolean).join(" ");
  return [`Refused by ${who}`, name, api.region].filter(Boolean).join(" · ");
}

/** Where the response shows neither. */
export const openRefuser = "It is open who refused: API Gateway, something in front of it, or another server";

/** True for API Gateway itself and for servers behind it, whose responses it passes on. */
export function isOfApi({ refusedBy }: Rule): boolean {
  return refusedBy === "api-gateway" || refusedBy === "integration";
}
