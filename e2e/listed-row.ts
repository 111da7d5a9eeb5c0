import { expect } from "playwright/test";
import type { Row } from "../testing/gateway/index.ts";

/** What the list shows of one refused request. */
export interface Listed {
  readonly cause: string | null;
  readonly text: string;
}

/** The demo page with the panel beside it, in whichever browser. */
export interface Watched {
  /** Whether DevTools tell of a request that its preflight stopped. Firefox 153 does not. */
  readonly tellsStoppedRequests: boolean;
  /** What fetch rejects with, from the browser's own source. */
  readonly fetchFailure: string;
  /** Lets the demo page make a row's requests; gives what the page saw. */
  cause(rowId: string): Promise<string>;
  /** What the list shows for one address, its query left out since signatures and secrets stand there. */
  listed(url: string): Promise<readonly Listed[]>;
}

/** Makes a row's requests and expects that the list names its cause. */
export async function expectDiagnosis(row: Row, watched: Watched): Promise<void> {
  const { url } = await row.request();
  const fitting = [row.cause, ...(row.accept ?? [])];
  const saw = await watched.cause(row.id);
  if (row.hiddenByCors && !url.startsWith("wss:")) expect(saw).toContain(watched.fetchFailure);

  await expect(async () => {
    const listed = await watched.listed(url);
    const causes = listed.map(({ cause }) => cause);
    expect(
      causes.some((cause) => fitting.includes(cause ?? "")),
      `the list says ${causes.join(", ")}`,
    ).toBe(true);
    if (!row.preflight) return;
    const stopped = listed.filter(({ text }) => text.includes("stopped by its preflight"));
    expect(stopped).toHaveLength(watched.tellsStoppedRequests ? 1 : 0);
  }).toPass({ timeout: 8000 });
}
