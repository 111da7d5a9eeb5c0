import type { Confidence } from "../src/diagnosis/diagnosis.ts";
import type { Examination } from "../src/diagnosis/examination.ts";
import type { Explanation } from "../src/diagnosis/explanation.ts";
import type { Exchange } from "../src/exchange/exchange.ts";
import { valueOr } from "../src/exchange/known.ts";
import { redactUrl } from "../src/exchange/redaction.ts";
import type { HostStanding, Subject } from "../src/session/session.ts";
import { hostMark } from "./wording.ts";

/** A refused request with its explanation. */
export interface Finding {
  readonly key: string;
  readonly explanation: Explanation;
  readonly subject: Subject;
  /** What the host was taken for; null where the session does not list it. */
  readonly standing: HostStanding | null;
}

/** One line of the list. All fields are plain values, so that two lines compare cheaply. */
export interface Row {
  readonly key: string;
  /** Key of the finding that explains this line; for a blocked request that of the preflight that stopped it. */
  readonly finding: string;
  readonly blocked: boolean;
  readonly status: number;
  readonly method: string;
  readonly url: string;
  readonly stage: string | null;
  readonly host: string;
  readonly hostMark: string;
  readonly hostLabel: string;
  readonly cause: string;
  readonly title: string;
  readonly confidence: Confidence;
  readonly probability: number;
  readonly apiGateway: boolean;
  /** Milliseconds since the epoch; null where the capture does not say. */
  readonly startedAt: number | null;
}

/** What the list is narrowed to. */
export type Scope = "api-gateway" | "all";

/** The refused requests of an examination, each with its explanation. */
export function findingsOf(examination: Examination): readonly Finding[] {
  const subjects = new Map(examination.session.subjects.map((subject) => [keyOf(subject.exchange), subject]));
  const standings = new Map(examination.session.hosts.map((standing) => [standing.host, standing]));
  return examination.explanations.flatMap((explanation) => {
    const key = keyOf(explanation.diagnosis);
    const subject = subjects.get(key);
    if (subject === undefined) return [];
    return [{ key, explanation, subject, standing: standings.get(subject.exchange.host.hostname) ?? null }];
  });
}

/** The lines of the list: each finding, then the requests that it stopped. */
export function rowsOf(findings: readonly Finding[]): readonly Row[] {
  return findings.flatMap((finding) => [
    rowOf(finding),
    ...finding.subject.blocks.map((each) => blockedRow(finding, each)),
  ]);
}

/** The findings that a scope and a filter text let through. */
export function narrowed(findings: readonly Finding[], scope: Scope, filter: string): readonly Finding[] {
  const wanted = filter.trim().toLowerCase();
  return findings.filter((finding) => inScope(finding, scope) && (wanted === "" || mentions(finding, wanted)));
}

/** The key of an exchange or of its diagnosis: the same for both, and stable while a recording grows. */
export function keyOf({ file, entry }: { readonly file: string; readonly entry: number }): string {
  return `${entry} ${file}`;
}

function inScope({ explanation }: Finding, scope: Scope): boolean {
  return scope === "all" || explanation.diagnosis.apiGateway;
}

function mentions({ explanation, subject }: Finding, wanted: string): boolean {
  const { method, url, cause, status } = explanation.diagnosis;
  const texts = [method, url, cause, String(status), explanation.title];
  const blocked = subject.blocks.map(({ request }) => request.method);
  return [...texts, ...blocked].some((text) => text.toLowerCase().includes(wanted));
}

function rowOf({ key, explanation, subject, standing }: Finding): Row {
  const { diagnosis, title } = explanation;
  const { status, method, url, cause, confidence, probability, apiGateway, api } = diagnosis;
  const { host, startedAt } = subject.exchange;
  return {
    key,
    finding: key,
    blocked: false,
    status,
    method,
    url,
    stage: api.stage,
    host: host.hostname,
    hostMark: hostMark(host.kind, standing?.taken ?? false),
    hostLabel: standing?.label ?? "",
    cause,
    title,
    confidence,
    probability,
    apiGateway,
    startedAt: valueOr(startedAt, null),
  };
}

function blockedRow(finding: Finding, exchange: Exchange): Row {
  return {
    ...rowOf(finding),
    key: keyOf(exchange),
    blocked: true,
    status: exchange.response.status,
    method: exchange.request.method,
    url: redactUrl(exchange.request.url),
    startedAt: valueOr(exchange.startedAt, null),
  };
}
