import { effect } from "@preact/signals";
import { proxy } from "comlink";
import type { RemoteExaminer } from "../src/examiner/connect.ts";
import type { Row, Update } from "../src/examiner/messages.ts";
import type { Store } from "./store.ts";

/** Keeps the store as the examiner has it, and asks for the details of what the user selects. */
export function followExaminer(examiner: RemoteExaminer, store: Store): void {
  const rows = new Map<string, Row>();
  const watching = examiner.watch(proxy((update: Update) => apply(update, rows, store)));
  // The examiner outlives this window and must not keep calling into it.
  window.addEventListener("pagehide", () => void watching.then((end) => end()));
  effect(() => {
    const row = store.selectedRow.value;
    // What is shown of a request depends on it.
    void store.settings.value.maskCredentials;
    if (row === null || row.verdict === null) store.details.value = null;
    else void showDetails(row, examiner, store);
  });
}

function apply({ changed, removed, ...rest }: Update, rows: Map<string, Row>, store: Store): void {
  for (const row of changed) rows.set(row.key, row);
  for (const key of removed) rows.delete(key);
  if (changed.length + removed.length > 0) store.rows.value = [...rows.values()];
  store.tally.value = rest.tally;
  store.passed.value = rest.passed;
  store.hosts.value = rest.hosts;
  store.sources.value = rest.sources;
  store.capture.value = rest.capture;
  store.failures.value = rest.failures;
}

async function showDetails(row: Row, examiner: RemoteExaminer, store: Store): Promise<void> {
  const details = await examiner.details(row.key);
  if (store.selectedRow.peek() === row) store.details.value = details;
}
