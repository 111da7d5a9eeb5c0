import { command } from "../../src/commands/command.ts";
import type { Case } from "../../src/diagnosis/case.ts";
import { isApiHost } from "../../src/exchange/host.ts";
import { redactText, redactUrl } from "../../src/privacy/redaction.ts";
import type { Check } from "../../src/probes/check.ts";
import { signedCurl } from "../advice/signed-call.ts";
import { isSafe, nonexistentPath, ownFirstSegment, probes } from "./probes.ts";

const { "random-path": randomPath, ...others } = probes;

/**
 * Harmless ways to tell causes apart: a GET, HEAD or OPTIONS, a path that leads nowhere, a DNS lookup. No check repeats
 * a request that could change something, since it would run under one of the causes. Each rule names the results that
 * its cause gives. Of equally telling checks the first is advised.
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
    says: "Send the same request signed with credentials that may call the API; without `x-amz-security-token` where they are long-lived.",
    results: {
      accepted: "a response of the API, or a denial that names `execute-api:Invoke`",
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
} as const satisfies Record<string, Check>;

type CheckId = keyof typeof checks;

type ResultOf<Id extends CheckId> = keyof (typeof checks)[Id]["results"];

/** By check: its result under one cause; two results if the cause allows both. */
export type ExpectedResults = {
  readonly [Id in CheckId]?: ResultOf<Id> | readonly [ResultOf<Id>, ResultOf<Id>];
};

function hasBody(subject: Case): boolean {
  const { request } = subject.exchange;
  return !isSafe(subject) && (!request.bodySize.known || request.bodySize.value > 0);
}

function contentType({ exchange: { request } }: Case): string {
  return redactText(`content-type: ${request.headers.get("content-type") ?? "application/json"}`);
}
