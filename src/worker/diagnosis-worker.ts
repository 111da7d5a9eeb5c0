import { proxy } from "comlink";
import { plainCase } from "../../rules/plain-case.ts";
import type { HarEntry, Producer } from "../capture/entry.ts";
import { SharedTexts } from "../capture/har/shared-texts.ts";
import { openCase } from "../diagnosis/case.ts";
import { type CauseName, type CausePage, causeNames, causePage } from "../diagnosis/cause-page.ts";
import { type Explained, explain, verdictOn } from "../diagnosis/diagnose.ts";
import type { RuleFailure } from "../diagnosis/examination.ts";
import type { Rule } from "../diagnosis/rule.ts";
import type { Exchange } from "../exchange/exchange.ts";
import { toEvict } from "../session/eviction.ts";
import { liveFile, type ReceivedBody, Recording } from "../session/recording.ts";
import type { RefusedRequest } from "../session/session.ts";
import { openSessions, type Sessions } from "../session/sessions.ts";
import { defaultSettings, type Settings } from "../session/settings.ts";
import { Backlog } from "./backlog.ts";
import type { Clock } from "./clock.ts";
import { detailsOf, subjectOf } from "./details.ts";
import { keyOf } from "./exchange-key.ts";
import { exchangeView } from "./exchange-view.ts";
import { exported, subjectsIn } from "./export.ts";
import { histogramOf } from "./histogram.ts";
import { Investigations } from "./investigations.ts";
import type {
  Details,
  ExchangeView,
  Exported,
  ExportOptions,
  ExportScope,
  Histogram,
  InvestigationView,
  Reading,
  SendByPage,
  SessionPattern,
  UnreadableFile,
  Update,
  WorkerApi,
} from "./protocol.ts";
import { Readings } from "./readings.ts";
import { rowOf, rowsOf } from "./row.ts";
import { RowTable } from "./row-table.ts";
import { sessionPattern } from "./session-pattern.ts";
import { wholeView } from "./whole-view.ts";

/** Milliseconds of work between two chances to answer a question. */
const slice = 12;

/** While many diagnoses are made, watchers are told of them this often, in milliseconds; to show them costs time, too. */
const toldEvery = 100;

/** Work that can wait rests this many times as long as it took, for the rest needs time too: the sessions' opening … */
const restFactor = 4;

/** … unless that took less than these milliseconds: a body often comes right behind its request, and is waited for. */
const brief = 3;

/** Diagnoses that may have become others are looked at when nothing arrived for this long, in milliseconds … */
const quiet = 200;

/** … or where requests never cease this long after all were looked at, with rests between. */
const patience = 2000;

/**
 * Keeps the recording and the diagnoses of everything refused in it, and tells those who watch what changed. Works in
 * short slices, new refusals first.
 */
export class DiagnosisWorker implements WorkerApi {
  readonly #rules: readonly Rule[];
  readonly #clock: Clock;
  readonly #recording = new Recording();
  /** What crosses from the page that collects are copies, each of its own; most of them are alike. */
  readonly #shared = new SharedTexts();
  readonly #readings = new Readings(this.#recording, () => this.#readingEnded());
  readonly #inquiries: Investigations;
  readonly #backlog = new Backlog();
  readonly #rows = new RowTable();
  #sessions: Sessions = openSessions([], defaultSettings);
  #settings = defaultSettings;
  #passed: Histogram = histogramOf([], () => true);
  #course: SessionPattern | null = null;
  #listsEverything = false;
  readonly #failures = new Map<string, RuleFailure>();
  /** Keys of the requests whose body came since the sessions were opened. */
  readonly #completed = new Set<string>();
  #isOutdated = false;
  /** What changed since the sessions were opened is more than files that are being read. */
  #isUrgent = false;
  #isScheduled = false;
  /** When the sessions may be opened anew. */
  #notBefore = 0;
  #lastArrival = 0;
  #nextLookBack = patience;
  #lastTold = Number.NEGATIVE_INFINITY;
  #hasNewRows = false;

  constructor(rules: readonly Rule[], clock: Clock) {
    this.#rules = rules;
    this.#clock = clock;
    this.#inquiries = new Investigations(rules, clock);
    this.#recording.subscribe((file) => this.#changed(file));
  }

  addLive(index: number, entry: HarEntry, producer: Producer): void {
    const recorded = { file: liveFile, index, producer, entry, bodyLost: null };
    if (!this.#inquiries.takes(recorded)) this.#recording.addLive(index, this.#shared.share(entry), producer);
  }

  setBody(index: number, body: ReceivedBody): void {
    if (this.#inquiries.takesBody(index, body)) return;
    this.#completed.add(keyOf({ file: liveFile, entry: index }));
    this.#recording.setBody(index, body);
  }

  navigated(url: string): void {
    this.#recording.navigated(url);
  }

  pause(): void {
    this.#recording.pause();
  }

  resume(): void {
    this.#recording.resume();
  }

  clear(): void {
    this.#readings.stop();
    this.#failures.clear();
    this.#readings.files.clear();
    this.#inquiries.clear();
    this.#recording.clear();
  }

  setSettings(settings: Settings): void {
    this.#settings = settings;
    this.#recording.keepAfterNavigation = settings.keepAfterNavigation;
    this.#changed(null);
  }

  listEverything(everything: boolean): void {
    this.#listsEverything = everything;
    this.#changed(null);
  }

  readFiles(files: readonly File[], progress: (reading: Reading) => void): Promise<readonly UnreadableFile[]> {
    return this.#readings.readFiles(files, progress);
  }

  stopReading(): void {
    this.#readings.stop();
  }

  readText(text: string): Promise<readonly UnreadableFile[]> {
    return this.#readings.readText(text);
  }

  watch(watch: (update: Update) => void): () => void {
    const end = this.#rows.watch(watch);
    this.#tell();
    // A function crosses to another thread only as one that is called from there.
    return proxy(end);
  }

  details(key: string, finding: string | null): Details | null {
    const subject = subjectOf(key, this.#sessions);
    if (subject === undefined) return null;
    this.#renew(key);
    const alike = finding === null ? null : this.#rows.keysOf(finding);
    const { maskCredentials: masks } = this.#settings;
    return detailsOf(subject, this.#sessions, { alike, masks, explain: (each) => this.#explained(each) });
  }

  #explained(subject: RefusedRequest): Explained {
    const { exchange } = subject;
    return explain(subject, this.#sessions.of(exchange), this.#rules, this.#inquiries.answersAbout(exchange));
  }

  /** Details are of now; the list must not show an older diagnosis beside them. */
  #renew(key: string): void {
    const stale = this.#backlog.takeStale(key);
    if (stale === undefined) return;
    this.#diagnoseOne(stale);
    this.#tell();
  }

  async request(key: string): Promise<ExchangeView | null> {
    const found = this.#sessions.exchanges.find((each) => keyOf(each) === key);
    if (found === undefined) return null;
    const masks = this.#settings.maskCredentials;
    const view = exchangeView(found, masks);
    const recorded = this.#recording.recorded.find(({ file, index }) => file === found.file && index === found.entry);
    return recorded === undefined ? view : wholeView(view, recorded, this.#readings.files, masks);
  }

  inquiry(key: string): InvestigationView | null {
    const subject = subjectOf(key, this.#sessions);
    return subject === undefined ? null : this.#inquiries.about(subject, this.#sessions.of(subject.exchange));
  }

  async ask(key: string, credentials: boolean, send: SendByPage): Promise<InvestigationView | null> {
    const subject = subjectOf(key, this.#sessions);
    if (subject === undefined) return null;
    const failure = await this.#inquiries.ask(subject, this.#sessions.of(subject.exchange), credentials, send);
    return this.#learnt(key, failure);
  }

  /** What is known now about a refused request, which may be gone by now. */
  #learnt(key: string, failure: string | null): InvestigationView | null {
    const subject = subjectOf(key, this.#sessions);
    if (subject === undefined) return null;
    this.#diagnoseOne(subject);
    this.#tell();
    return this.#inquiries.about(subject, this.#sessions.of(subject.exchange), failure);
  }

  causes(): readonly CauseName[] {
    return causeNames(this.#rules);
  }

  causePage(id: string, key: string | null): CausePage | null {
    const rule = this.#rules.find((each) => each.id === id);
    if (rule === undefined) return null;
    const subject = key === null ? undefined : subjectOf(key, this.#sessions);
    const opened = subject === undefined ? plainCase() : openCase(subject, this.#sessions.of(subject.exchange));
    return causePage(rule, this.#rules, opened);
  }

  export(scope: ExportScope, options: ExportOptions): Promise<Exported> {
    const { recorded, sources } = this.#recording;
    const { apiHosts } = this.#settings;
    const { files } = this.#readings;
    const madeAbout = (exchange: Exchange) => this.#inquiries.answersAbout(exchange)?.made ?? [];
    const source = { sessions: this.#sessions, recorded, files, sources, rules: this.#rules, apiHosts, madeAbout };
    return exported(subjectsIn(scope, this.#sessions, this.#rows), options, source);
  }

  #readingEnded(): void {
    this.#notBefore = 0;
    this.#changed(null);
  }

  #changed(file: string | null): void {
    const now = this.#clock.now();
    this.#isOutdated = true;
    this.#isUrgent ||= file === null || file === liveFile;
    if (file === liveFile) this.#lastArrival = now;
    if (this.#mayReopen()) this.#schedule(Math.max(0, this.#notBefore - now));
  }

  #schedule(milliseconds: number): void {
    if (this.#isScheduled) return;
    this.#isScheduled = true;
    this.#clock.later(() => {
      this.#isScheduled = false;
      this.#work();
    }, milliseconds);
  }

  #work(): void {
    if (this.#mayReopen() && this.#clock.now() >= this.#notBefore) this.#reopen();
    const end = this.#clock.now() + slice;
    this.#diagnose(() => this.#backlog.nextFresh(), end);
    if (this.#isTimeToLookBack()) this.#lookBack(end);
    if (this.#isTimeToTell()) this.#tell();
    if (this.#backlog.fresh > 0) this.#schedule(0);
    else if (this.#mayReopen()) this.#schedule(Math.max(0, this.#notBefore - this.#clock.now()));
    else if (this.#backlog.stale > 0) this.#schedule(this.#isTimeToLookBack() ? 0 : quiet);
  }

  /** While files are read, rows are told at once, and mere counts now and then. */
  #isTimeToTell(): boolean {
    if (this.#clock.now() - this.#lastTold >= toldEvery) return true;
    return this.#backlog.fresh === 0 && (this.#hasNewRows || !this.#readings.areUnderWay);
  }

  #mayReopen(): boolean {
    return this.#isOutdated && (this.#isUrgent || this.#readings.mayBeShown);
  }

  #reopen(): void {
    const start = this.#clock.now();
    if (!this.#readings.areUnderWay) this.#lastTold = Number.NEGATIVE_INFINITY;
    this.#openSessions();
    this.#letGoOfSurplus();
    this.#backlog.update(this.#sessions, this.#completed, this.#readings);
    this.#completed.clear();
    const refused = new Set(this.#sessions.refusedRequests.flatMap(({ exchange, blocks }) => [exchange, ...blocks]));
    this.#passed = histogramOf(this.#sessions.exchanges, (each) => !refused.has(each));
    this.#course = sessionPattern(this.#sessions, refused);
    this.#listRequests(refused);
    const end = this.#clock.now();
    this.#notBefore = end - start < brief ? end : end + restFactor * (end - start);
  }

  #openSessions(): void {
    this.#isOutdated = false;
    this.#isUrgent = false;
    this.#sessions = openSessions(this.#recording.recorded, this.#settings, this.#sessions);
  }

  /** Which requests are refused, the sessions know; so they are opened with all that arrived, and again with what is kept. */
  #letGoOfSurplus(): void {
    const surplus = toEvict(this.#sessions);
    if (surplus === null) return;
    this.#recording.letGoOf(surplus.passed.map(indexOf), surplus.refused.map(indexOf));
    this.#openSessions();
  }

  /** Rows of refused requests come with their diagnoses; here go those of the others, and those that are gone. */
  #listRequests(refused: ReadonlySet<Exchange>): void {
    const listed = this.#listsEverything ? this.#sessions.exchanges : [...refused];
    const keys = new Set(listed.map(keyOf));
    for (const key of this.#rows.keys()) if (!keys.has(key)) this.#rows.remove(key);
    for (const exchange of listed) {
      const standing = this.#sessions.of(exchange).hostClassOf(exchange.host.hostname);
      if (!refused.has(exchange) && standing !== undefined) this.#rows.put(rowOf(exchange, standing));
    }
  }

  #diagnose(next: () => RefusedRequest | undefined, end: number): void {
    while (this.#clock.now() < end) {
      const subject = next();
      if (subject === undefined) return;
      this.#diagnoseOne(subject);
    }
  }

  #diagnoseOne(subject: RefusedRequest): void {
    this.#readings.shown(subject.exchange);
    const session = this.#sessions.of(subject.exchange);
    const answers = this.#inquiries.answersAbout(subject.exchange);
    const { verdict, failures } = verdictOn(subject, session, this.#rules, answers);
    for (const failure of failures) this.#failures.set(failure.rule, failure);
    const standing = session.hostClassOf(subject.exchange.host.hostname);
    if (verdict === null || standing === undefined) return;
    for (const row of rowsOf(subject, verdict, standing)) this.#rows.put(row);
    this.#hasNewRows = true;
  }

  #isTimeToLookBack(): boolean {
    const now = this.#clock.now();
    return this.#backlog.fresh === 0 && (now - this.#lastArrival >= quiet || now >= this.#nextLookBack);
  }

  #lookBack(end: number): void {
    const start = this.#clock.now();
    this.#diagnose(() => this.#backlog.nextStale(), end);
    const now = this.#clock.now();
    this.#nextLookBack = now + (this.#backlog.stale === 0 ? patience : restFactor * (now - start));
  }

  #tell(): void {
    this.#lastTold = this.#clock.now();
    this.#hasNewRows = false;
    const { hosts, exchanges, refusedRequests: subjects } = this.#sessions;
    this.#rows.tell({
      tally: {
        requests: exchanges.length,
        refused: subjects.length,
        toApiGateway: hosts.reduce((sum, { isApiGateway: taken, requests }) => sum + (taken ? requests : 0), 0),
        pending: this.#backlog.pending,
      },
      passed: this.#passed,
      course: this.#course,
      hosts,
      sources: this.#recording.sources,
      capture: {
        paused: this.#recording.paused,
        heldBack: this.#recording.heldBack,
        pageLoadSeen: this.#recording.pageLoadSeen,
        letGo: this.#recording.letGo,
      },
      failures: [...this.#failures.values()],
    });
  }
}

function indexOf({ entry }: Exchange): number {
  return entry;
}
