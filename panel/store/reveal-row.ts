import type { Line } from "../list/lines.ts";
import type { Store } from "./store.ts";

/**
 * Chooses a request that evidence points to, and makes the list show it: without filter and range, in a wide enough
 * scope, and unfolded. The Worker lists allowed requests a moment after the scope asks for them.
 */
export function revealRow(key: string, store: Store): void {
  const from = store.selected.peek();
  if (from !== null) store.detail.visit.value = { key, from };
  if (!isListed(key, store.lines.peek())) widen(key, store);
  store.selected.value = key;
}

function isListed(key: string, lines: readonly Line[]): boolean {
  return lines.some((line) => line.key === key);
}

function widen(key: string, store: Store): void {
  const verdict = store.rows.peek().find((row) => row.key === key)?.verdict ?? null;
  store.filter.value = "";
  store.range.value = null;
  if (verdict === null) {
    store.scope.value = "seen";
    return;
  }
  if (!verdict.apiGateway && store.scope.peek() === "api-gateway") store.scope.value = "refused";
  const head = store.lines.peek().find((line) => line.kind === "finding" && isOf(line, verdict.finding));
  if (head !== undefined && !isListed(key, store.lines.peek())) store.fold(head.key);
}

function isOf(line: Line & { readonly kind: "finding" }, finding: string): boolean {
  return line.finding.verdict.finding === finding;
}
