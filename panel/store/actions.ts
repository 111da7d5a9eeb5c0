import type { Settings } from "../../src/session/settings.ts";
import type {
  Exported,
  ExportFormat,
  ExportOptions,
  ExportScope,
  InvestigationView,
} from "../../src/worker/protocol.ts";
import type { ColumnId } from "../list/columns.ts";

/** What the user can set going. `main.tsx` fulfils it; components know only these. */
export interface Actions {
  openFiles(files: Iterable<File>): void;
  openText(text: string): void;
  /** Adds a recording made for those who have none yet. */
  showExample(): void;
  stopReading(): void;
  /** The formats that the panel offers, in the order of a list; the first is the default. */
  exportFormats(): Promise<readonly ExportFormat[]>;
  /** Makes a file of what was found; nothing leaves the panel by that. */
  export(scope: ExportScope, options: ExportOptions): Promise<Exported>;
  pause(): void;
  resume(): void;
  clear(): void;
  changeSettings(settings: Settings): void;
  /** Takes all settings back, the list's columns included. */
  resetSettings(): void;
  /** Makes a column of the list as wide as this, in pixels, for now and the next time. */
  resizeColumn(column: ColumnId, width: number): void;
  /** Ends every narrowing of the list: everything refused is in it again. */
  showAllRefused(): void;
  /** What was asked about a refused request, and what may be; null where there is no such refusal. */
  investigation(key: string): Promise<InvestigationView | null>;
  /** Lets the inspected page make the next request about a refusal; null where there is no page. */
  readonly probe: ((key: string, credentials: boolean) => Promise<InvestigationView | null>) | null;
  /** Reloads the inspected page; null where there is none. */
  readonly reload: (() => void) | null;
  /** Shows requests in the Network panel; null where the browser has no way to. */
  readonly revealInNetwork: ((filter: string) => void) | null;
}
