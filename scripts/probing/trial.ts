import type { ExampleExchange } from "../../rules/example.ts";
import { knowledge } from "../../rules/knowledge.ts";
import type { Confidence } from "../../src/diagnosis/diagnosis.ts";
import type { Exchange } from "../../src/exchange/exchange.ts";
import {
  availableProbes,
  causesOf,
  type Investigation,
  investigate,
  nextProbe,
  type PreparedProbe,
  verdictOf,
  withResponse,
} from "../../src/probes/investigation.ts";
import { openSession } from "../../src/session/open-session.ts";
import { recordingOf } from "../../testing/examples/recording.ts";
import { LocalGateway } from "./local-gateway.ts";
import type { Situation } from "./situation.ts";

/** What became of one situation. */
export interface Trial {
  readonly situation: Situation;
  readonly start: Investigation;
  readonly end: Investigation;
  /** What each question of the ladder would get; by its name. */
  readonly answers: ReadonlyMap<string, Exchange>;
  readonly questions: readonly PreparedProbe[];
  /** Equal for situations that neither the capture nor any question of the ladder can tell apart. */
  readonly look: string;
}

/** Lets the page make its requests, and asks until nothing is worth asking. Null where the last one is not refused. */
export function tryOut(situation: Situation): Trial | null {
  const gateway = new LocalGateway(situation);
  const captured = [...situation.before, situation.refused].map((request) => gateway.page(request));
  const start = askingAbout(captured);
  if (start === null) return null;
  const all = availableProbes(start, { credentials: true });
  const answers = new Map(all.map(({ check, request }) => [check as string, seen(gateway.check(request))]));
  const look = JSON.stringify([captured, [...answers.values()].map(exampleOf)].map(withoutIds));
  return { situation, start, end: finished(start, answers), answers, questions: all, look };
}

/** True where the true cause is first, and likely or certain. */
export function isSettled(asking: Investigation, { cause }: Situation): boolean {
  const verdict = verdictOf(asking);
  return verdict !== null && verdict.cause.id === cause && verdict.confidence !== "ambiguous";
}

/** True where another cause than the true one is called that. */
export function isWrongly(confidence: Confidence, asking: Investigation, { cause }: Situation): boolean {
  const verdict = verdictOf(asking);
  return verdict !== null && verdict.confidence === confidence && verdict.cause.id !== cause;
}

function finished(start: Investigation, answers: ReadonlyMap<string, Exchange>): Investigation {
  const question = nextProbe(start, { credentials: true });
  const answer = question === null ? undefined : answers.get(question.check);
  return question === null || answer === undefined ? start : finished(withResponse(start, question, answer), answers);
}

function askingAbout(captured: readonly ExampleExchange[]): Investigation | null {
  const session = openSession(recordingOf({ title: "", exchanges: captured }), []);
  const subject = session.refusedRequests.find(({ exchange }) => exchange.entry === captured.length - 1);
  if (subject === undefined) return null;
  const asking = investigate(subject, session, knowledge);
  return causesOf(asking).length === 0 ? null : asking;
}

function seen(exchange: ExampleExchange): Exchange {
  const [only] = openSession(recordingOf({ title: "", exchanges: [exchange] }), []).exchanges;
  if (only === undefined) throw new Error("an example is an exchange");
  return only;
}

function exampleOf({ request, response }: Exchange): unknown {
  const { status, headers, body } = response;
  return [request.method, request.url, status, headers.all, body];
}

/** What is different in every response, and shows nothing. */
function withoutIds(part: unknown): string {
  return JSON.stringify(part).replace(/(?:[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}|[\w/+-]{14}=|Root=[^"]*)/g, "");
}
