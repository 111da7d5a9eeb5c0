import type { Settings } from "../../src/session/settings.ts";
import type {
  Exported,
  ExportFormat,
  ExportOptions,
  ExportScope,
  InvestigationView,
} from "../../src/worker/protocol.ts";
import type { ColumnId } from "../list/columns.ts";

/** Everything that the user can start. Views know only these; `createActions` implements them. */
export interface Actions {
  openFiles(files: Iterable<File>): void;
  openText(text: string): void;
  /** Opens a made-up recording. */
  showExample(): void;
  stopReading(): void;
  /** The formats that the panel offers, in the order of a list; the first is the default. */
  exportFormats(): Promise<readonly ExportFormat[]>;
  /** Writes a file of diagnoses; nothing leaves the panel by that. */
  export(scope: ExportScope, options: ExportOptions): Promise<Exported>;
  pause(): void;
  resume(): void;
  clear(): void;
  changeSettings(settings: Settings): void;
  /** Resets all settings, the list's columns included. */
  resetSettings(): void;
  /** Sets and stores the width of a column, in pixels. */
  resizeColumn(column: ColumnId, width: number): void;
  /** Shows all refused requests: removes filter, range and scope. */
  showAllRefused(): void;
  /** The probes of a refused request, sent and possible; null where there is no such request. */
  investigation(key: string): Promise<InvestigationView | null>;
  /** Lets the inspected page send the next probe; null where there is no page. */
  readonly probe: ((key: string, credentials: boolean) => Promise<InvestigationView | null>) | null;
  /** Reloads the inspected page; null where there is none. */
  readonly reload: (() => void) | null;
  /** Shows requests in the Network panel; null where the browser has no way to. */
  readonly revealInNetwork: ((filter: string) => void) | null;
}
