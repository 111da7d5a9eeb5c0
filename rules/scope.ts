import type { Case } from "../src/diagnosis/case.ts";
import type { Scope } from "../src/diagnosis/explanation.ts";
import { cloudFrontLine } from "../src/exchange/cloudfront-page.ts";
import { valueOr } from "../src/exchange/known.ts";
import { placeholder } from "../src/privacy/placeholder.ts";
import { redactText, redactUrl } from "../src/privacy/redaction.ts";
import { apiKey, credential, firstSegment } from "../src/session/properties.ts";
import { verb } from "./advice/owner-commands.ts";
import { serviceOf } from "./advice/service-calls.ts";
import type { StepId } from "./steps.ts";

/** Parts that refused requests may have to share to have one root cause. Null if a case does not show it. */
const parts = {
  host: ({ api }: Case) => api.host,
  stage: ({ api }: Case) => api.stage,
  firstSegment: ({ exchange }: Case) => redactText(firstSegment(exchange)) || null,
  /** The shape of the path: `/orders/17` and `/orders/18` are the same route. */
  path: ({ exchange }: Case) => redactUrl(`/${exchange.request.target.segments.map(shapeOf).join("/")}`),
  verb,
  caller: callerOf,
  key: ({ exchange }: Case) => hidden(apiKey(exchange)),
  /** The service as signatures name it; null where the host does not tell. */
  service: (subject: Case) => (serviceOf(subject) === "SERVICE" ? null : serviceOf(subject)),
  /** What CloudFront's own page says. */
  line: ({ exchange }: Case) => redactText(cloudFrontLine(valueOr(exchange.response.body, "")) ?? "") || null,
  /** The program that sent the request. Two captures may come from two machines, so the file counts. */
  client: ({ exchange }: Case) =>
    redactText(`${exchange.file} ${exchange.request.headers.get("user-agent") ?? ""}`.trim()),
} as const satisfies Record<string, (subject: Case) => string | null>;

export type ScopePart = keyof typeof parts;

/** The reach of a cause by step, for rules that name none: it follows from what each step checks. */
const sharedAt: Readonly<Record<StepId, readonly ScopePart[]>> = {
  "in-front": ["host"],
  tls: ["host"],
  host: ["host"],
  stage: ["host", "stage"],
  waf: ["host", "stage"],
  route: ["host", "stage", "verb", "path"],
  "resource-policy": ["host", "stage"],
  authorizer: ["host", "stage", "caller"],
  "api-key": ["host", "stage", "key"],
  throttle: ["host", "stage"],
  integration: ["host", "stage", "verb", "path"],
  elsewhere: ["host"],
};

/** The reach of a cause as its rule states it. */
interface Reach {
  readonly shares?: readonly ScopePart[];
  readonly refusedAt: StepId;
}

/** The parts that another refused request with this cause must share with the case to have the same root cause. */
export function scopeOf({ shares, refusedAt }: Reach, subject: Case): Scope {
  const found = (shares ?? sharedAt[refusedAt]).map((part) => [part, parts[part](subject)] as const);
  return Object.fromEntries(found.flatMap(([part, value]) => (value === null ? [] : [[part, value]])));
}

/** Replaces a number, a UUID or another generated id, which may be any value of a path parameter. */
function shapeOf(segment: string): string {
  const isGenerated = segment.length >= 16 && /\d/.test(segment) && /^[\w~-]+$/.test(segment);
  return isGenerated || /^\d+$/.test(segment) ? "{id}" : segment;
}

/** The caller, as far as the request or its denial shows it. Sessions of one assumed role are one caller. */
function callerOf({ exchange, refusal, sigv4 }: Case): string | null {
  const message = valueOr(refusal, null)?.message ?? "";
  const principal = /^User: (arn:[^\s/]+(?:\/[^\s/]+)?)/.exec(message)?.[1];
  if (principal !== undefined) return redactText(principal);
  return hidden(sigv4?.accessKeyId ?? credential(exchange));
}

function hidden(secret: string | null): string | null {
  return secret === null ? null : placeholder(secret);
}
