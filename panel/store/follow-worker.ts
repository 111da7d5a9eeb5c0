import { batch, effect, type Signal } from "@preact/signals";
import { proxy } from "comlink";
import type { RemoteWorker } from "../../src/worker/connect.ts";
import type { Row, Update } from "../../src/worker/protocol.ts";
import { unlessEnded } from "../../src/worker/reject-at-end.ts";
import type { MarkedCause } from "../elements/cause-mark.ts";
import type { Page } from "./detail-state.ts";
import { pacedUpdates } from "./paced-updates.ts";
import type { Store } from "./store.ts";
import { noteFailure, whyFailed } from "./worker-failure.ts";

/** Keeps the store up to date with the Worker, and loads the request and the page that the user chooses. */
export function followWorker(service: RemoteWorker, store: Store): void {
  const rows = new Map<string, Row>();
  const bringsFirstRow = ({ changed }: Update) => rows.size === 0 && changed.length > 0;
  const paced = pacedUpdates((update) => apply(update, rows, store), bringsFirstRow);
  const watching = service.watch(proxy(paced));
  noteFailure(watching, "The list could not be loaded", store);
  // The Worker outlives this window and must not keep calling into it.
  window.addEventListener("pagehide", () => unlessEnded(watching.then((end) => end())));
  effect(() => {
    const listing = service.listEverything(store.scope.value === "seen");
    noteFailure(listing, "The list is not complete", store);
  });
  effect(() => {
    const row = store.selectedRow.value;
    const finding = store.selectedFinding.value;
    // Loads again when this changes.
    void store.settings.value.maskCredentials;
    store.detail.failure.value = null;
    if (row?.verdict == null) store.details.value = null;
    if (row?.verdict !== null) store.detail.allowed.value = null;
    if (row !== null) void (row.verdict ? showDetails(row, finding, service, store) : showAllowed(row, service, store));
  });
  followPages(service, store);
}

/** Ends all waiting for the Worker. */
export function workerEnded(store: Store): void {
  store.workerEnded.value = true;
  store.reading.value = null;
  store.tally.value = { ...store.tally.peek(), pending: 0 };
}

/** Loads the pages over the diagnosis. Choosing a request closes them. */
function followPages(service: RemoteWorker, store: Store): void {
  const { detail, selected, details } = store;
  effect(() => {
    const key = selected.value;
    detail.reset();
    if (detail.visit.peek()?.key !== key) detail.visit.value = null;
  });
  effect(() => {
    const page = detail.pages.value.at(-1);
    detail.pageFailure.value = null;
    if (page?.kind !== "cause") detail.cause.value = null;
    if (page !== undefined) void showPage(page, details.peek()?.key ?? null, service, store);
  });
}

async function showPage(page: Page, key: string | null, service: RemoteWorker, store: Store): Promise<void> {
  const { detail } = store;
  const request = { isWanted: () => detail.pages.peek().at(-1) === page, failure: detail.pageFailure, store };
  if (page.kind === "cause") {
    const cause = await loaded(service.causePage(page.id, key), request);
    if (cause !== undefined) detail.cause.value = cause;
  } else if (detail.causes.peek().length === 0) {
    const causes = await loaded(service.causes(), request);
    if (causes !== undefined) detail.causes.value = causes;
  }
}

interface Request {
  readonly isWanted: () => boolean;
  /** Receives the reason of a failure. */
  readonly failure: Signal<string | null>;
  readonly store: Store;
}

/** The result of a call; undefined where it is not wanted any more, or failed. Never throws. */
async function loaded<Value>(call: Promise<Value>, request: Request): Promise<Value | undefined> {
  const { isWanted, failure, store } = request;
  try {
    const value = await call;
    return isWanted() ? value : undefined;
  } catch (error) {
    if (isWanted()) failure.value = `This could not be loaded: ${whyFailed(error, store)}`;
    return undefined;
  }
}

/** Changes all signals at once, so that each view is drawn once. */
function apply({ changed, removed, ...rest }: Update, rows: Map<string, Row>, store: Store): void {
  for (const row of changed) rows.set(row.key, row);
  for (const key of removed) rows.delete(key);
  batch(() => {
    if (changed.length + removed.length > 0) store.rows.value = [...rows.values()];
    store.causes.value = rows.size === 0 ? [] : withNamed(store.causes.peek(), changed);
    store.tally.value = rest.tally;
    store.allowed.value = rest.allowed;
    store.pattern.value = rest.pattern;
    store.hosts.value = rest.hosts;
    store.sources.value = rest.sources;
    store.capture.value = rest.capture;
    store.failures.value = rest.failures;
  });
}

/** The causes, with those that only the rows name; the same list where there are none. */
function withNamed(causes: readonly MarkedCause[], rows: readonly Row[]): readonly MarkedCause[] {
  const known = new Set(causes.map(({ cause }) => cause));
  const named = new Map(rows.flatMap(({ verdict }) => (verdict === null ? [] : [[verdict.cause, verdict] as const])));
  const added = [...named.values()].filter(({ cause }) => !known.has(cause));
  return added.length === 0 ? causes : [...causes, ...added];
}

async function showDetails(row: Row, finding: string | null, service: RemoteWorker, store: Store): Promise<void> {
  const isWanted = () => store.selectedRow.peek() === row && store.selectedFinding.peek() === finding;
  const request = { isWanted, failure: store.detail.failure, store };
  const details = await loaded(service.details(row.key, finding), request);
  if (isWanted()) store.details.value = details ?? null;
}

async function showAllowed(row: Row, service: RemoteWorker, store: Store): Promise<void> {
  const request = { isWanted: () => store.selectedRow.peek() === row, failure: store.detail.failure, store };
  const allowed = await loaded(service.request(row.key), request);
  if (allowed !== undefined) store.detail.allowed.value = allowed;
}
