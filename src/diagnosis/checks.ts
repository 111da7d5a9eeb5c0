import { isApiHost } from "../exchange/host.ts";
import { redactText, redactUrl } from "../exchange/redaction.ts";
import { reachedIntegration } from "../session/outcome.ts";
import { verb } from "../session/properties.ts";
import type { Case } from "./case.ts";
import { type CommandTexts, command } from "./command.ts";
import type { Advice } from "./diagnosis.ts";
import { signedCurl } from "./owner.ts";

interface Check {
  readonly says: string;
  /** All that may come back, by name, with the words by which people recognise it. */
  readonly answers: Readonly<Record<string, string>>;
  command(subject: Case): CommandTexts;
  /** False where the check would only repeat the request or cannot be done; it always applies where this is left out. */
  applies?(subject: Case): boolean;
}

const routed = {
  "no such route": "`Missing Authentication Token`, `Not Found` or the application's own answer",
  refused: "the same refusal",
};
const letThrough = { accepted: "another answer", refused: "the same refusal" };

/**
 * Harmless ways (GET, HEAD or OPTIONS, a path that leads nowhere, a look at names) to tell causes apart which answer
 * alike. Where the refused request could change something, no check repeats it: under one of the causes it would run. A rule says what each would get under its cause. Of checks that tell as much the
 * first is advised.
 */
export const checks = {
  "random-path": {
    says: "Ask for a path that cannot exist.",
    answers: routed,
    command: (subject: Case) => curl("GET", nowhere(subject)),
  },
  "content-on-random-path": {
    says: "Send the same content, saved as request-body, to a path that cannot exist; not where one route catches all paths, since it would run.",
    answers: routed,
    applies: hasBody,
    command: (subject: Case) =>
      command`curl -si -X ${subject.exchange.request.method} --data-binary @request-body -H ${contentType(subject)} ${nowhere(subject)}`,
  },
  "without-content": {
    says: "Send the same path without its body and query.",
    answers: letThrough,
    applies: ({ exchange: { request } }: Case) => request.method === "GET" && request.target.rawQuery !== "",
    command: (subject: Case) => curl("GET", subject.exchange.request.url.split("?")[0] ?? ""),
  },
  "get-instead": {
    says: "Send the same request as a GET: to a REST API HEAD is a method of its own.",
    answers: letThrough,
    applies: ({ exchange: { request } }: Case) => request.method === "HEAD",
    command: (subject: Case) => curl("GET", subject.exchange.request.url),
  },
  "without-first-segment": {
    says: "Leave out the first segment of the path.",
    answers: letThrough,
    applies: (subject: Case) => isSafe(subject) && subject.exchange.request.target.segments.length > 1,
    command: (subject: Case) =>
      curl(verbOf(subject), `${origin(subject)}/${subject.exchange.request.target.segments.slice(1).join("/")}`),
  },
  "known-route": {
    says: "Ask for a path of this API that is known to work, with the same credential.",
    answers: letThrough,
    command: (subject: Case) =>
      command`curl -si -H "Authorization: $AUTHORIZATION" ${redactUrl(`${origin(subject)}${workingPath(subject)}`)}`,
  },
  "without-authorization": {
    says: "Repeat the request without its Authorization header.",
    answers: letThrough,
    applies: isSafe,
    command: (subject: Case) => curl(verbOf(subject), subject.exchange.request.url),
  },
  "signed-call": {
    says: "Send the same request signed with credentials that may call the API.",
    answers: {
      accepted: "an answer of the API, or a denial that names `execute-api:Invoke`",
      refused: "the same refusal",
    },
    applies: isSafe,
    command: signedCurl,
  },
  "fresh-token": {
    says: "Repeat the request with a fresh token of the same caller.",
    answers: letThrough,
    applies: isSafe,
    command: (subject: Case) =>
      command`curl -si -H "Authorization: Bearer $FRESH_TOKEN" -X ${subject.exchange.request.method} ${redactUrl(subject.exchange.request.url)}`,
  },
  "caller-identity": {
    says: "Ask AWS whom the credentials belong to, with all three parts of them set.",
    answers: { accepted: "an ARN", refused: "`InvalidClientTokenId`" },
    applies: ({ sigv4 }: Case) => sigv4 !== null,
    command: () => command`aws sts get-caller-identity`,
  },
  "client-certificate": {
    says: "See whether the TLS handshake asks for a client certificate.",
    answers: {
      asked: "`Acceptable client certificate CA names`",
      "not asked": "`No client certificate CA names sent`",
    },
    applies: ({ exchange }: Case) => exchange.request.target.scheme === "https" && !isApiHost(exchange.host.kind),
    command: ({ exchange: { host } }: Case) =>
      command`openssl s_client -servername ${host.hostname} -connect ${`${host.hostname}:443`}`,
  },
  address: {
    says: "Look the name up from where the request was sent.",
    answers: { private: "an address of a private network", public: "a public address" },
    applies: ({ exchange }: Case) => !exchange.serverAddress.known,
    command: ({ exchange: { host } }: Case) => command`dig +short ${host.hostname}`,
  },
} as const satisfies Record<string, Check>;

export type CheckId = keyof typeof checks;

type AnswerTo<Id extends CheckId> = keyof (typeof checks)[Id]["answers"];

/** By check: what it would get under one cause; several where the cause leaves open which. */
export type WouldAnswer = {
  readonly [Id in CheckId]?: AnswerTo<Id> | readonly [AnswerTo<Id>, AnswerTo<Id>];
};

/** The checks that make sense for this case. */
export function applicableChecks(subject: Case): CheckId[] {
  return (Object.keys(checks) as CheckId[]).filter((id) => (checks[id] as Check).applies?.(subject) ?? true);
}

/** The names of the answers that a check may get under a cause; empty where the cause says nothing of it. */
export function answersUnder(would: WouldAnswer, id: CheckId): readonly string[] {
  const answer: string | readonly string[] | undefined = would[id];
  if (answer === undefined) return [];
  return typeof answer === "string" ? [answer] : answer;
}

/** All answers that a check may get: name and words. */
export function answersTo(id: CheckId): readonly (readonly [name: string, words: string])[] {
  return Object.entries(checks[id].answers);
}

/** The check as advice for this case. */
export function checkAdvice(id: CheckId, subject: Case): Advice {
  return { says: checks[id].says, ...checks[id].command(subject) };
}

/** A request without headers. */
function curl(method: string, url: string): CommandTexts {
  if (method === "GET") return command`curl -si ${redactUrl(url)}`;
  return method === "HEAD" ? command`curl -sI ${redactUrl(url)}` : command`curl -si -X ${method} ${redactUrl(url)}`;
}

function verbOf({ exchange }: Case): string {
  return exchange.request.method;
}

/** RFC 9110, 9.2.1; TRACE is answered by no API. */
function isSafe({ exchange: { request } }: Case): boolean {
  return ["GET", "HEAD", "OPTIONS"].includes(request.method);
}

function hasBody(subject: Case): boolean {
  const { request } = subject.exchange;
  return !isSafe(subject) && (!request.bodySize.known || request.bodySize.value > 0);
}

function contentType({ exchange: { request } }: Case): string {
  return redactText(`content-type: ${request.headers.get("content-type") ?? "application/json"}`);
}

function origin({ exchange }: Case): string {
  const { scheme, hostname } = exchange.request.target;
  return `${scheme.replace(/^ws/, "http")}://${hostname}`;
}

function nowhere(subject: Case): string {
  return redactUrl(`${origin(subject)}${firstSegment(subject)}/no-such-path-403`);
}

function firstSegment({ exchange }: Case): string {
  const [first = ""] = exchange.request.target.segments;
  return first === "" ? "" : `/${first}`;
}

/** A path that the capture shows to work; a placeholder in capitals where it shows none. */
function workingPath(subject: Case): string {
  const found = subject.siblings.that(reachedIntegration).with(verb, "GET").first();
  return found?.request.target.path ?? `${firstSegment(subject)}/PATH_THAT_WORKS`;
}
