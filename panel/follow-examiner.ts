import { batch, effect } from "@preact/signals";
import { proxy } from "comlink";
import type { RemoteWorker } from "../src/worker/connect.ts";
import type { Row, Update } from "../src/worker/protocol.ts";
import type { MarkedCause } from "./cause-mark.ts";
import type { DetailState } from "./detail-state.ts";
import { pacedUpdates } from "./paced-updates.ts";
import type { Store } from "./store.ts";

/** Keeps the store as the examiner has it, and asks for the details of what the user selects. */
export function followExaminer(examiner: RemoteWorker, store: Store): void {
  const rows = new Map<string, Row>();
  const bringsFirstRow = ({ changed }: Update) => rows.size === 0 && changed.length > 0;
  const paced = pacedUpdates((update) => apply(update, rows, store), bringsFirstRow);
  const watching = examiner.watch(proxy(paced));
  // The examiner outlives this window and must not keep calling into it.
  window.addEventListener("pagehide", () => void watching.then((end) => end()));
  effect(() => {
    const row = store.selectedRow.value;
    const finding = store.selectedFinding.value;
    // What is shown of a request depends on it.
    void store.settings.value.maskCredentials;
    if (row?.verdict == null) store.details.value = null;
    else void showDetails(row, finding, examiner, store);
  });
  effect(() => {
    const row = store.selectedRow.value;
    if (row === null || row.verdict !== null) store.detail.passed.value = null;
    else void showPassed(row, examiner, store);
  });
  followPages(examiner, store);
}

/** Whatever waits for an answer of the examiner waits no longer. */
export function examinerEnded(store: Store): void {
  store.examinerEnded.value = true;
  store.reading.value = null;
  store.tally.value = { ...store.tally.peek(), pending: 0 };
}

/** Asks for what the pages over the diagnosis show. Whatever is chosen in the list comes before them. */
function followPages(examiner: RemoteWorker, { detail, selected, details }: Store): void {
  effect(() => {
    const key = selected.value;
    detail.reset();
    if (detail.visit.peek()?.key !== key) detail.visit.value = null;
  });
  effect(() => {
    const page = detail.pages.value.at(-1);
    if (page?.kind === "cause") void showCause(page.id, details.peek()?.key ?? null, examiner, detail);
    else detail.cause.value = null;
    if (page?.kind === "causes" && detail.causes.peek().length === 0) void listCauses(examiner, detail);
  });
}

async function showCause(id: string, key: string | null, examiner: RemoteWorker, detail: DetailState): Promise<void> {
  const cause = await examiner.causePage(id, key);
  const page = detail.pages.peek().at(-1);
  if (page?.kind === "cause" && page.id === id) detail.cause.value = cause;
}

async function listCauses(examiner: RemoteWorker, detail: DetailState): Promise<void> {
  detail.causes.value = await examiner.causes();
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
    store.course.value = rest.course;
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

async function showDetails(row: Row, finding: string | null, examiner: RemoteWorker, store: Store): Promise<void> {
  const details = await examiner.details(row.key, finding);
  if (store.selectedRow.peek() === row && store.selectedFinding.peek() === finding) store.details.value = details;
}

async function showPassed(row: Row, examiner: RemoteWorker, store: Store): Promise<void> {
  const passed = await examiner.request(row.key);
  if (store.selectedRow.peek() === row) store.detail.passed.value = passed;
}
