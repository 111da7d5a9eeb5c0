import { proxy } from "comlink";
import type { HarEntry, Producer, ReceivedBody } from "../capture/entry.ts";
import { SharedTexts } from "../capture/har/shared-texts.ts";
import { type Case, openCase } from "../diagnosis/case.ts";
import { type CauseName, type CausePage, causeNames, causePage } from "../diagnosis/cause-page.ts";
import { type Explained, explain } from "../diagnosis/diagnose.ts";
import type { Knowledge } from "../diagnosis/knowledge.ts";
import { keyOf } from "../diagnosis/place.ts";
import type { Exchange } from "../exchange/exchange.ts";
import { descriptionOf, formats } from "../reports/formats.ts";
import { liveFile, Recording } from "../session/recording.ts";
import type { RefusedRequest } from "../session/session.ts";
import type { Settings } from "../session/settings.ts";
import type { Clock } from "./clock.ts";
import { detailsOf, refusedRequestOf } from "./details.ts";
import { Diagnoses } from "./diagnoses.ts";
import { exchangeView } from "./exchange-view.ts";
import { exported, refusedRequestsIn } from "./export.ts";
import { Investigations } from "./investigations.ts";
import type {
  Details,
  ExchangeView,
  Exported,
  ExportFormat,
  ExportOptions,
  ExportScope,
  InvestigationView,
  Reading,
  SendByPage,
  UnreadableFile,
  Update,
  WorkerApi,
} from "./protocol.ts";
import { Readings } from "./readings.ts";
import { Scheduler } from "./scheduler.ts";
import { wholeView } from "./whole-view.ts";

/** Responses what the panel and the collector ask of the Worker. What it keeps and when it works is decided elsewhere. */
export class DiagnosisService implements WorkerApi {
  readonly #knowledge: Knowledge;
  readonly #clock: Clock;
  readonly #recording = new Recording();
  /** What crosses from the page that collects are copies, each of its own; most of them are alike. */
  readonly #shared = new SharedTexts();
  readonly #readings: Readings;
  readonly #investigations: Investigations;
  readonly #diagnoses: Diagnoses;
  readonly #scheduler: Scheduler;

  constructor(knowledge: Knowledge, clock: Clock) {
    this.#knowledge = knowledge;
    this.#clock = clock;
    this.#readings = new Readings(this.#recording, clock, () => this.#readingEnded());
    this.#investigations = new Investigations(knowledge, clock);
    this.#diagnoses = new Diagnoses({
      knowledge,
      recording: this.#recording,
      readings: this.#readings,
      investigations: this.#investigations,
    });
    this.#scheduler = new Scheduler(clock, this.#diagnoses);
    this.#recording.subscribe((file) => this.#changed(file));
  }

  addLive(index: number, entry: HarEntry, producer: Producer): void {
    const recorded = { file: liveFile, entry: index, producer, har: entry, bodyLost: null };
    if (!this.#investigations.takes(recorded)) this.#recording.addLive(index, this.#shared.share(entry), producer);
  }

  setBody(index: number, body: ReceivedBody): void {
    if (this.#investigations.takesBody(index, body)) return;
    this.#diagnoses.completed(keyOf({ file: liveFile, entry: index }));
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
    this.#readings.files.clear();
    this.#diagnoses.clearFailures();
    this.#investigations.clear();
    this.#recording.clear();
  }

  setSettings(settings: Settings): void {
    this.#diagnoses.settings = settings;
    this.#recording.keepAfterNavigation = settings.keepAfterNavigation;
    this.#changed(null);
  }

  listEverything(everything: boolean): void {
    this.#diagnoses.listsEverything = everything;
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
    const end = this.#diagnoses.rows.watch(watch);
    this.#scheduler.publish();
    // A function crosses to another thread only as one that is called from there.
    return proxy(end);
  }

  details(key: string, finding: string | null): Details | null {
    const { sessions, rows, settings } = this.#diagnoses;
    const subject = refusedRequestOf(key, sessions);
    if (subject === undefined) return null;
    if (this.#diagnoses.renew(key)) this.#scheduler.publish();
    const alike = finding === null ? null : rows.keysOf(finding);
    const explainOne = (each: RefusedRequest) => this.#explained(each);
    return detailsOf(subject, sessions, {
      alike,
      masks: settings.maskCredentials,
      knowledge: this.#knowledge,
      explain: explainOne,
    });
  }

  async request(key: string): Promise<ExchangeView | null> {
    const { sessions, settings } = this.#diagnoses;
    const found = sessions.exchanges.find((each) => keyOf(each) === key);
    if (found === undefined) return null;
    const masks = settings.maskCredentials;
    const view = exchangeView(found, masks);
    const recorded = this.#recording.recorded.find(
      ({ file, entry: index }) => file === found.file && index === found.entry,
    );
    return recorded === undefined ? view : wholeView(view, recorded, this.#readings.files, masks);
  }

  investigation(key: string): InvestigationView | null {
    const subject = this.#refusedRequest(key);
    return subject === undefined ? null : this.#investigations.about(subject, this.#sessionOf(subject));
  }

  async probe(key: string, credentials: boolean, send: SendByPage): Promise<InvestigationView | null> {
    const subject = this.#refusedRequest(key);
    if (subject === undefined) return null;
    const failure = await this.#investigations.probe(subject, this.#sessionOf(subject), credentials, send);
    return this.#afterProbe(key, failure);
  }

  causes(): readonly CauseName[] {
    return causeNames(this.#knowledge);
  }

  causePage(id: string, key: string | null): CausePage | null {
    const rule = this.#knowledge.rules.find((each) => each.id === id);
    if (rule === undefined) return null;
    const subject = key === null ? undefined : this.#refusedRequest(key);
    const opened = subject === undefined ? this.#knowledge.plainCase() : this.#caseOf(subject);
    return causePage(rule, this.#knowledge, opened);
  }

  exportFormats(): readonly ExportFormat[] {
    return formats.filter(({ inPanel }) => inPanel).map(descriptionOf);
  }

  export(scope: ExportScope, options: ExportOptions): Promise<Exported> {
    const { recorded, sources } = this.#recording;
    const { sessions, rows, settings } = this.#diagnoses;
    return exported(refusedRequestsIn(scope, sessions, rows), options, {
      sessions,
      recorded,
      sources,
      files: this.#readings.files,
      knowledge: this.#knowledge,
      apiHosts: settings.apiHosts,
      clock: this.#clock,
      probesAbout: (exchange: Exchange) => this.#investigations.resultsAbout(exchange)?.made ?? [],
    });
  }

  /** The refused request may be gone by now. */
  #afterProbe(key: string, failure: string | null): InvestigationView | null {
    const subject = this.#refusedRequest(key);
    if (subject === undefined) return null;
    this.#diagnoses.diagnose(subject);
    this.#scheduler.publish();
    return this.#investigations.about(subject, this.#sessionOf(subject), failure);
  }

  #explained(subject: RefusedRequest): Explained {
    const results = this.#investigations.resultsAbout(subject.exchange);
    return explain(subject, this.#sessionOf(subject), this.#knowledge, results);
  }

  #refusedRequest(key: string): RefusedRequest | undefined {
    return refusedRequestOf(key, this.#diagnoses.sessions);
  }

  #caseOf(subject: RefusedRequest): Case {
    return openCase(subject, this.#sessionOf(subject), this.#knowledge);
  }

  #sessionOf({ exchange }: RefusedRequest) {
    return this.#diagnoses.sessions.of(exchange);
  }

  #readingEnded(): void {
    this.#scheduler.endRest();
    this.#changed(null);
  }

  #changed(file: string | null): void {
    this.#diagnoses.outdate(file);
    if (file === liveFile) this.#scheduler.arrived();
    this.#scheduler.wake();
  }
}
