import { verdictOn } from "../diagnosis/diagnose.ts";
import type { RuleFailure } from "../diagnosis/diagnosed-session.ts";
import type { Knowledge } from "../diagnosis/knowledge.ts";
import { keyOf } from "../diagnosis/place.ts";
import type { Exchange } from "../exchange/exchange.ts";
import type { Recording } from "../session/recording.ts";
import type { RefusedRequest } from "../session/session.ts";
import type { Sessions } from "../session/sessions.ts";
import { defaultSettings, type Settings } from "../session/settings.ts";
import { Backlog } from "./backlog.ts";
import { histogramOf } from "./histogram.ts";
import type { Investigations } from "./investigations.ts";
import { KeptSessions } from "./kept-sessions.ts";
import type { Histogram, SessionPattern, Tally } from "./protocol.ts";
import type { Readings } from "./readings.ts";
import { rowOf, rowsOf } from "./row.ts";
import { RowTable } from "./row-table.ts";
import type { Work } from "./scheduler.ts";
import { sessionPattern } from "./session-pattern.ts";
import type { TimeSlice } from "./time-slice.ts";

/** What the diagnoses are made of. */
export interface DiagnosesSource {
  readonly knowledge: Knowledge;
  readonly recording: Recording;
  readonly readings: Readings;
  readonly investigations: Investigations;
}

/** The diagnoses of everything refused in a recording, and the rows that show them. */
export class Diagnoses implements Work {
  readonly rows = new RowTable();
  settings: Settings = defaultSettings;
  listsEverything = false;
  hasNewRows = false;
  readonly #source: DiagnosesSource;
  readonly #kept: KeptSessions;
  readonly #backlog = new Backlog();
  readonly #failures = new Map<string, RuleFailure>();
  /** Keys of the requests whose body came since the sessions were opened. */
  readonly #completed = new Set<string>();
  #allowed: Histogram = histogramOf([], () => true);
  #pattern: SessionPattern | null = null;

  constructor(source: DiagnosesSource) {
    this.#source = source;
    this.#kept = new KeptSessions(source.recording);
  }

  get sessions(): Sessions {
    return this.#kept.now;
  }

  get canReopen(): boolean {
    return this.#kept.isOutdated && (this.#kept.isLiveOutdated || this.#source.readings.mayBeShown);
  }

  get fresh(): number {
    return this.#backlog.fresh;
  }

  get stale(): number {
    return this.#backlog.stale;
  }

  get isReading(): boolean {
    return this.#source.readings.areUnderWay;
  }

  /** @param file what changed; null for the settings, or for everything */
  outdate(file: string | null): void {
    this.#kept.outdate(file);
  }

  /** The body of this request came: it is diagnosed again at once. */
  completed(key: string): void {
    this.#completed.add(key);
  }

  clearFailures(): void {
    this.#failures.clear();
  }

  reopen(): void {
    this.#kept.reopen(this.settings);
    this.#backlog.update(this.sessions, this.#completed, this.#source.readings);
    this.#completed.clear();
    const refused = new Set(this.sessions.refusedRequests.flatMap(({ exchange, blocks }) => [exchange, ...blocks]));
    this.#allowed = histogramOf(this.sessions.exchanges, (each) => !refused.has(each));
    this.#pattern = sessionPattern(this.sessions, refused);
    this.#listRequests(refused);
  }

  diagnoseFresh(slice: TimeSlice): void {
    this.#diagnoseUntilOver(slice, () => this.#backlog.nextFresh());
  }

  diagnoseStale(slice: TimeSlice): void {
    this.#diagnoseUntilOver(slice, () => this.#backlog.nextStale());
  }

  /** Diagnoses again what may have changed: details are of now, and the list must not show an older diagnosis. */
  renew(key: string): boolean {
    const stale = this.#backlog.takeStale(key);
    if (stale !== undefined) this.diagnose(stale);
    return stale !== undefined;
  }

  diagnose(subject: RefusedRequest): void {
    const { knowledge, readings, investigations } = this.#source;
    readings.shown(subject.exchange);
    const session = this.sessions.of(subject.exchange);
    const results = investigations.resultsAbout(subject.exchange);
    const { verdict, failures } = verdictOn(subject, session, knowledge, results);
    for (const failure of failures) this.#failures.set(failure.rule, failure);
    const host = session.hostClassOf(subject.exchange.host.hostname);
    if (verdict === null || host === undefined) return;
    for (const row of rowsOf(subject, verdict, host)) this.rows.put(row);
    this.hasNewRows = true;
  }

  publish(): void {
    this.hasNewRows = false;
    const { sources, paused, heldBack, pageLoadSeen, evicted } = this.#source.recording;
    this.rows.publish({
      tally: this.#tally(),
      allowed: this.#allowed,
      pattern: this.#pattern,
      hosts: this.sessions.hosts,
      sources,
      capture: { paused, heldBack, pageLoadSeen, evicted },
      failures: [...this.#failures.values()],
    });
  }

  #tally(): Tally {
    const { hosts, exchanges, refusedRequests } = this.sessions;
    return {
      requests: exchanges.length,
      refused: refusedRequests.length,
      toApiGateway: hosts.reduce((sum, { isApiGateway, requests }) => sum + (isApiGateway ? requests : 0), 0),
      pending: this.#backlog.pending,
    };
  }

  #diagnoseUntilOver(slice: TimeSlice, next: () => RefusedRequest | undefined): void {
    while (!slice.isOver) {
      const subject = next();
      if (subject === undefined) return;
      this.diagnose(subject);
    }
  }

  /** Rows of refused requests come with their diagnoses. Here the others are listed, and rows go whose requests went. */
  #listRequests(refused: ReadonlySet<Exchange>): void {
    const listed = this.listsEverything ? this.sessions.exchanges : [...refused];
    const keys = new Set(listed.map(keyOf));
    for (const key of this.rows.keys()) if (!keys.has(key)) this.rows.remove(key);
    for (const exchange of listed) {
      const host = this.sessions.of(exchange).hostClassOf(exchange.host.hostname);
      if (!refused.has(exchange) && host !== undefined) this.rows.put(rowOf(exchange, host));
    }
  }
}
