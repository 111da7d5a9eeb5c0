import { activityWindow } from "../session/activity-window.ts";
import { Others } from "../session/others.ts";
import type { Selection } from "../session/selection.ts";
import type { RefusedRequest, Session } from "../session/session.ts";
import type { Api } from "./diagnosis.ts";

/** One refused request with the exchanges that it can be compared with. */
export interface OpenedCase extends RefusedRequest {
  readonly session: Session;
  /** The exchanges of the same host and activity window, this one included, in order of time. */
  readonly onHost: Selection;
  /** The others among them. */
  readonly siblings: Others;
}

/**
 * What knowledge derives from an opened case. The engine reads the API alone. Knowledge declares here what its clues
 * ask for besides (declaration merging).
 */
export interface CaseFacts {
  readonly api: Api;
}

/** One refused request with everything that a clue may ask about it. */
export type Case = OpenedCase & CaseFacts;

/** The part of knowledge that opening a case takes. */
export interface CaseKnowledge {
  factsOf(opened: OpenedCase): CaseFacts;
}

/** Puts together what is known about a refused request of this session. */
export function openCase({ exchange, blocks }: RefusedRequest, session: Session, knowledge: CaseKnowledge): Case {
  const onHost = activityWindow(exchange, session.onHost(exchange.host.hostname));
  const opened: OpenedCase = { exchange, blocks, session, onHost, siblings: new Others(onHost, exchange) };
  return { ...opened, ...knowledge.factsOf(opened) };
}
