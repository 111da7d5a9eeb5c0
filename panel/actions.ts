import type { Settings } from "../src/session/settings.ts";

/** What the user can set going. `main.tsx` fulfils it; components know only these. */
export interface Actions {
  openFiles(files: Iterable<File>): void;
  openText(text: string): void;
  pause(): void;
  resume(): void;
  clear(): void;
  changeSettings(settings: Settings): void;
  /** Reloads the inspected page; null where there is none. */
  readonly reload: (() => void) | null;
  /** Shows requests in the Network panel; null where the browser has no way to. */
  readonly revealInNetwork: ((filter: string) => void) | null;
}
