import { type CommandTexts, command } from "../../src/commands/command.ts";
import type { Case } from "../../src/diagnosis/case.ts";
import type { Advice } from "../../src/diagnosis/diagnosis.ts";
import { isApiHost } from "../../src/exchange/host.ts";
import { redactText, redactUrl } from "../../src/privacy/redaction.ts";
import { curlOf } from "../../src/probes/probe-request.ts";
import { signedCurl } from "../advice/owner-commands.ts";
import { isSafe, nonexistentPath, ownFirstSegment, type Probe, probes } from "./probes.ts";

/** A look at something other than the API, or a request that only a person may send. */
interface CommandCheck extends Pick<Probe, "says" | "results" | "applies"> {
  command(subject: Case): CommandTexts;
}

const { "random-path": randomPath, ...others } = probes;

/**
 * Harmless ways (GET, HEAD or OPTIONS, a path that leads nowhere, a look at names) to tell causes apart which answer
 * alike. Where the refused request could change something, no check repeats it: under one of the causes it would run. A rule says what each would get under its cause. Of checks that tell as much the
 * first is advised.
 */
export const checks = {
  "random-path": randomPath,
  "content-on-random-path": {
    says: "Send the same content, saved as request-body, to a path that cannot exist; not where one route catches all paths, since it would run.",
    results: randomPath.results,
    applies: hasBody,
    command: (subject: Case) =>
      command`curl -si -X ${subject.exchange.request.method} --data-binary @request-body -H ${contentType(subject)} ${nonexistentPath(subject, ownFirstSegment(subject))}`,
  },
  ...others,
  "signed-call": {
    says: "Send the same request signed with credentials that may call the API.",
    results: {
      accepted: "an answer of the API, or a denial that names `execute-api:Invoke`",
      refused: "the same refusal",
    },
    applies: isSafe,
    command: signedCurl,
  },
  "fresh-token": {
    says: "Repeat the request with a fresh token of the same caller.",
    results: probes["known-route"].results,
    applies: isSafe,
    command: (subject: Case) =>
      command`curl -si -H "Authorization: Bearer $FRESH_TOKEN" -X ${subject.exchange.request.method} ${redactUrl(subject.exchange.request.url)}`,
  },
  "caller-identity": {
    says: "Ask AWS whom the credentials belong to, with all three parts of them set.",
    results: { accepted: "an ARN", refused: "`InvalidClientTokenId`" },
    applies: ({ sigv4 }: Case) => sigv4 !== null,
    command: () => command`aws sts get-caller-identity`,
  },
  "client-certificate": {
    says: "See whether the TLS handshake asks for a client certificate.",
    results: {
      asked: "`Acceptable client certificate CA names`",
      "not asked": "`No client certificate CA names sent`",
    },
    applies: ({ exchange }: Case) => exchange.request.target.scheme === "https" && !isApiHost(exchange.host.kind),
    command: ({ exchange: { host } }: Case) =>
      command`openssl s_client -servername ${host.hostname} -connect ${`${host.hostname}:443`}`,
  },
  address: {
    says: "Look the name up from where the request was sent.",
    results: { private: "an address of a private network", public: "a public address" },
    applies: ({ exchange }: Case) => !exchange.serverAddress.known,
    command: ({ exchange: { host } }: Case) => command`dig +short ${host.hostname}`,
  },
} as const satisfies Record<string, Probe | CommandCheck>;

export type CheckId = keyof typeof checks;

type AnswerTo<Id extends CheckId> = keyof (typeof checks)[Id]["results"];

/** By check: what it would get under one cause; two where the cause leaves open which. */
export type ExpectedResults = {
  readonly [Id in CheckId]?: AnswerTo<Id> | readonly [AnswerTo<Id>, AnswerTo<Id>];
};

/** The checks that make sense for this case. */
export function applicableChecks(subject: Case): CheckId[] {
  return (Object.keys(checks) as CheckId[]).filter((id) => checkOf(id).applies?.(subject) ?? true);
}

/** The names of the answers that a check may get under a cause; empty where the cause says nothing of it. */
export function resultsUnder(ways: ExpectedResults | readonly ExpectedResults[], id: CheckId): readonly string[] {
  return waysOf(ways).flatMap((way) => resultsIn(way, id));
}

/** The ways in which a cause comes about; one for most. */
export function waysOf(would: ExpectedResults | readonly ExpectedResults[]): readonly ExpectedResults[] {
  return isList(would) ? would : [would];
}

/** The names of the answers that a check may get, one as likely as another. */
export function resultsIn(way: ExpectedResults, id: CheckId): readonly string[] {
  const answer: string | readonly string[] | undefined = way[id];
  if (answer === undefined) return [];
  return typeof answer === "string" ? [answer] : answer;
}

function isList(would: ExpectedResults | readonly ExpectedResults[]): would is readonly ExpectedResults[] {
  return Array.isArray(would);
}

/** All answers that a check may get: name and words. */
export function resultsOf(id: CheckId): readonly (readonly [name: string, words: string])[] {
  return Object.entries(checks[id].results);
}

/** The check as advice for this case. */
export function checkAdvice(id: CheckId, subject: Case): Advice {
  const check = checkOf(id);
  const shown = "request" in check ? curlOf(check.request(subject)) : check.command(subject);
  return { says: check.says, ...shown };
}

/** The check as a question that can be sent without anybody filling in a part; null where it is none for this case. */
export function probeOf(id: CheckId, subject: Case): Probe | null {
  const check = checkOf(id);
  if (!("request" in check)) return null;
  return (check.applies?.(subject) ?? true) && (check.isComplete?.(subject) ?? true) ? check : null;
}

function checkOf(id: CheckId): Probe | CommandCheck {
  return checks[id];
}

function hasBody(subject: Case): boolean {
  const { request } = subject.exchange;
  return !isSafe(subject) && (!request.bodySize.known || request.bodySize.value > 0);
}

function contentType({ exchange: { request } }: Case): string {
  return redactText(`content-type: ${request.headers.get("content-type") ?? "application/json"}`);
}
