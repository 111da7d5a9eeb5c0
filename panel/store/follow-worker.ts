import { batch, effect } from "@preact/signals";
import { proxy } from "comlink";
import type { RemoteWorker } from "../../src/worker/connect.ts";
import type { Row, Update } from "../../src/worker/protocol.ts";
import { unlessEnded } from "../../src/worker/reject-at-end.ts";
import type { MarkedCause } from "../elements/cause-mark.ts";
import type { DetailState } from "./detail-state.ts";
import { pacedUpdates } from "./paced-updates.ts";
import type { Store } from "./store.ts";

/** Keeps the store as the Worker has it, and asks for the details of what the user selects. */
export function followWorker(service: RemoteWorker, store: Store): void {
  const rows = new Map<string, Row>();
  const bringsFirstRow = ({ changed }: Update) => rows.size === 0 && changed.length > 0;
  const paced = pacedUpdates((update) => apply(update, rows, store), bringsFirstRow);
  const watching = service.watch(proxy(paced));
  // The Worker outlives this window and must not keep calling into it.
  window.addEventListener("pagehide", () => unlessEnded(watching.then((end) => end())));
  effect(() => {
    const row = store.selectedRow.value;
    const finding = store.selectedFinding.value;
    // What is shown of a request depends on it.
    void store.settings.value.maskCredentials;
    if (row?.verdict == null) store.details.value = null;
    else unlessEnded(showDetails(row, finding, service, store));
  });
  effect(() => {
    const row = store.selectedRow.value;
    if (row === null || row.verdict !== null) store.detail.passed.value = null;
    else unlessEnded(showPassed(row, service, store));
  });
  followPages(service, store);
}

/** Whatever waits for a reply of the Worker waits no longer. */
export function workerEnded(store: Store): void {
  store.workerEnded.value = true;
  store.reading.value = null;
  store.tally.value = { ...store.tally.peek(), pending: 0 };
}

/** Asks for what the pages over the diagnosis show. Whatever is chosen in the list comes before them. */
function followPages(service: RemoteWorker, { detail, selected, details }: Store): void {
  effect(() => {
    const key = selected.value;
    detail.reset();
    if (detail.visit.peek()?.key !== key) detail.visit.value = null;
  });
  effect(() => {
    const page = detail.pages.value.at(-1);
    if (page?.kind === "cause") unlessEnded(showCause(page.id, details.peek()?.key ?? null, service, detail));
    else detail.cause.value = null;
    if (page?.kind === "causes" && detail.causes.peek().length === 0) unlessEnded(listCauses(service, detail));
  });
}

async function showCause(id: string, key: string | null, service: RemoteWorker, detail: DetailState): Promise<void> {
  const cause = await service.causePage(id, key);
  const page = detail.pages.peek().at(-1);
  if (page?.kind === "cause" && page.id === id) detail.cause.value = cause;
}

async function listCauses(service: RemoteWorker, detail: DetailState): Promise<void> {
  detail.causes.value = await service.causes();
}

/** All at once, so that what shows several of these is drawn once. */
function apply({ changed, removed, ...rest }: Update, rows: Map<string, Row>, store: Store): void {
  for (const row of changed) rows.set(row.key, row);
  for (const key of removed) rows.delete(key);
  batch(() => {
    if (changed.length + removed.length > 0) store.rows.value = [...rows.values()];
    store.causes.value = rows.size === 0 ? [] : withNamed(store.causes.peek(), changed);
    store.tally.value = rest.tally;
    store.passed.value = rest.passed;
    store.pattern.value = rest.pattern;
    store.hosts.value = rest.hosts;
    store.sources.value = rest.sources;
    store.capture.value = rest.capture;
    store.failures.value = rest.failures;
  });
}

/** The causes and those that rows name besides; the same list where they name none. */
function withNamed(causes: readonly MarkedCause[], rows: readonly Row[]): readonly MarkedCause[] {
  const known = new Set(causes.map(({ cause }) => cause));
  const named = new Map(rows.flatMap(({ verdict }) => (verdict === null ? [] : [[verdict.cause, verdict] as const])));
  const added = [...named.values()].filter(({ cause }) => !known.has(cause));
  return added.length === 0 ? causes : [...causes, ...added];
}

async function showDetails(row: Row, finding: string | null, service: RemoteWorker, store: Store): Promise<void> {
  const details = await service.details(row.key, finding);
  if (store.selectedRow.peek() === row && store.selectedFinding.peek() === finding) store.details.value = details;
}

async function showPassed(row: Row, service: RemoteWorker, store: Store): Promise<void> {
  const passed = await service.request(row.key);
  if (store.selectedRow.peek() === row) store.detail.passed.value = passed;
}
