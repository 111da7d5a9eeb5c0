import { factsOf } from "../../rules/case-facts.ts";
import type { ExampleExchange } from "../../rules/example.ts";
import { type Case, openCase } from "../../src/diagnosis/case.ts";
import type { Request } from "../../src/exchange/exchange.ts";
import { openSession } from "../../src/session/open-session.ts";
import type { Recorded } from "../../src/session/recording.ts";
import { recordingOf } from "./recording.ts";

/** The case of the last of these exchanges, which must be a refusal; throws where it is none. */
export function caseOf(...exchanges: readonly ExampleExchange[]): Case {
  return caseIn(recordingOf({ title: "", exchanges }));
}

/** The same in a file that Chromium exported without credentials; the exchanges themselves must show none. */
export function exportedCaseOf(...exchanges: readonly ExampleExchange[]): Case {
  const producer = { name: "WebInspector", version: "537.36", live: false } as const;
  return caseIn(recordingOf({ title: "", exchanges }).map((each) => ({ ...each, file: "export.har", producer })));
}

/** The case of one entry of a recording, by its index; the last one where none is named. */
export function caseIn(recorded: readonly Recorded[], asked = recorded.length - 1): Case {
  const session = openSession(recorded, []);
  const subject = session.refusedRequests.find(({ exchange }) => exchange.entry === asked);
  if (subject === undefined) throw new Error("the last exchange is no refusal");
  return openCase(subject, session, { factsOf });
}

/** The case with a request that the capture shows otherwise. */
export function withRequest(subject: Case, changes: Partial<Request>): Case {
  const {
    id,
    file,
    entry,
    kind,
    startedAt,
    ttfb,
    host,
    response,
    serverAddress,
    servedBy,
    webSocketMessages,
    request,
  } = subject.exchange;
  const { method, url, target, headers, headersShown, headersLeftOut, authorization, body, bodyDigest, bodySize } =
    request;
  const shown = {
    method,
    url,
    target,
    headers,
    headersShown,
    headersLeftOut,
    authorization,
    body,
    bodyDigest,
    bodySize,
    ...changes,
  };
  const rest = { id, file, entry, kind, startedAt, ttfb, host, response, serverAddress, servedBy, webSocketMessages };
  return { ...subject, exchange: { ...rest, request: shown } };
}
