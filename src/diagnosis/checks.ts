import { redactUrl } from "../exchange/redaction.ts";
import type { Case } from "./case.ts";
import { command } from "./command.ts";
import type { Advice } from "./diagnosis.ts";
import { signedCurl } from "./owner.ts";

interface Check {
  readonly says: string;
  command(subject: Case): string;
  /** False where the check would only repeat the request; it always applies where this is left out. */
  applies?(subject: Case): boolean;
}

/**
 * Harmless requests (GET or OPTIONS, nothing changes by them) that tell causes apart which answer alike.
 * A rule says what its cause would answer to each.
 */
export const checks = {
  "random-path": {
    says: "Ask for a path that cannot exist. A stage that is reachable answers that there is no such route; a plain Forbidden means that the refusal happens above routing.",
    command: (subject: Case) => curl(`${origin(subject)}${firstSegment(subject)}/no-such-path-403`),
  },
  "without-content": {
    says: "Send the same path without its body and query. If that is no longer refused, their content was.",
    applies: ({ exchange: { request } }: Case) =>
      request.target.rawQuery !== "" || !request.bodySize.known || request.bodySize.value > 0,
    command: (subject: Case) => curl(subject.exchange.request.url.split("?")[0] ?? ""),
  },
  "without-first-segment": {
    says: "Leave out the first segment of the path. If that is answered, the segment repeats the stage that the domain already maps to.",
    applies: ({ exchange: { request } }: Case) => request.target.segments.length > 1,
    command: (subject: Case) =>
      curl(`${origin(subject)}/${subject.exchange.request.target.segments.slice(1).join("/")}`),
  },
  "known-route": {
    says: "Ask for a path of this API that is known to work, with the same headers. If it works, the route is what is wrong; if it is refused too, the caller is.",
    command: (subject: Case) => curl(`${origin(subject)}${firstSegment(subject)}/a-path-that-works`),
  },
  "without-authorization": {
    says: "Repeat the request without its Authorization header.",
    command: (subject: Case) => curl(subject.exchange.request.url),
  },
  "signed-call": {
    says: "Send the same request signed with credentials that may call the API. A route that does not exist refuses it all the same.",
    command: signedCurl,
  },
  "fresh-token": {
    says: "Repeat the request with a fresh token, and again after the authorizer's cache time (300 seconds unless it was changed).",
    command: (subject: Case) =>
      command`curl -si -H "Authorization: Bearer $FRESH_TOKEN" -X ${subject.exchange.request.method} ${redactUrl(subject.exchange.request.url)}`,
  },
} as const satisfies Record<string, Check>;

export type CheckId = keyof typeof checks;

/** The checks that make sense for this case. */
export function applicableChecks(subject: Case): CheckId[] {
  return (Object.keys(checks) as CheckId[]).filter((id) => (checks[id] as Check).applies?.(subject) ?? true);
}

/** The check as advice for this case. */
export function checkAdvice(id: CheckId, subject: Case): Advice {
  return { says: checks[id].says, command: checks[id].command(subject) };
}

function curl(url: string): string {
  return command`curl -si ${redactUrl(url)}`;
}

function origin({ exchange }: Case): string {
  const { scheme, hostname } = exchange.request.target;
  return `${scheme.replace(/^ws/, "http")}://${hostname}`;
}

function firstSegment({ exchange }: Case): string {
  const [first = ""] = exchange.request.target.segments;
  return first === "" ? "" : `/${first}`;
}
