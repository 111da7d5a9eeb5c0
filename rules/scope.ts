import type { Case } from "../src/diagnosis/case.ts";
import type { Scope } from "../src/diagnosis/explanation.ts";
import { valueOr } from "../src/exchange/known.ts";
import { placeholder } from "../src/privacy/placeholder.ts";
import { redactText, redactUrl } from "../src/privacy/redaction.ts";
import { apiKey, credential, firstSegment } from "../src/session/properties.ts";
import { verb } from "./advice/owner-commands.ts";
import type { StepId } from "./steps.ts";

/** What two refusals of one cause may have to share to have the same root. Null where a case shows none of it. */
const parts = {
  host: ({ api }: Case) => api.host,
  stage: ({ api }: Case) => api.stage,
  firstSegment: ({ exchange }: Case) => redactText(firstSegment(exchange)) || null,
  /** The shape of the path: `/orders/17` and `/orders/18` are the same route. */
  path: ({ exchange }: Case) => redactUrl(`/${exchange.request.target.segments.map(shapeOf).join("/")}`),
  verb,
  caller: callerOf,
  key: ({ exchange }: Case) => hidden(apiKey(exchange)),
  /** The program that sent it: two captures may be of two machines, so the file counts. */
  client: ({ exchange }: Case) =>
    redactText(`${exchange.file} ${exchange.request.headers.get("user-agent") ?? ""}`.trim()),
} as const satisfies Record<string, (subject: Case) => string | null>;

export type ScopePart = keyof typeof parts;

/** How far a cause reaches where its rule says nothing else: it follows from what each step looks at. */
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

/** How far a rule says that its cause reaches. */
interface Reach {
  readonly shares?: readonly ScopePart[];
  readonly refusedAt: StepId;
}

/** What another refusal with this cause must share with the case to be the same root. */
export function scopeOf({ shares, refusedAt }: Reach, subject: Case): Scope {
  const found = (shares ?? sharedAt[refusedAt]).map((part) => [part, parts[part](subject)] as const);
  return Object.fromEntries(found.flatMap(([part, value]) => (value === null ? [] : [[part, value]])));
}

/** A number, a UUID or another generated id stands for any value of a path parameter. */
function shapeOf(segment: string): string {
  const isGenerated = segment.length >= 16 && /\d/.test(segment) && /^[\w~-]+$/.test(segment);
  return isGenerated || /^\d+$/.test(segment) ? "{id}" : segment;
}

/** Who calls, as far as the request or its denial shows it. The session of an assumed role is not another caller. */
function callerOf({ exchange, refusal, sigv4 }: Case): string | null {
  const message = valueOr(refusal, null)?.message ?? "";
  const principal = /^User: (arn:[^\s/]+(?:\/[^\s/]+)?)/.exec(message)?.[1];
  if (principal !== undefined) return redactText(principal);
  return hidden(sigv4?.accessKeyId ?? credential(exchange));
}

function hidden(secret: string | null): string | null {
  return secret === null ? null : placeholder(secret);
}
