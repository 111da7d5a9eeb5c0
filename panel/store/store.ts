import { computed, type ReadonlySignal, type Signal, signal } from "@preact/signals";
import type { Limits } from "../../src/browser/ports.ts";
import type { RuleFailure } from "../../src/diagnosis/diagnosed-session.ts";
import type { Source } from "../../src/session/recording.ts";
import type { HostClass } from "../../src/session/session.ts";
import { defaultSettings, type Settings } from "../../src/session/settings.ts";
import type {
  Capture,
  Details,
  ExportScope,
  Histogram,
  Reading,
  Row,
  SessionPattern,
  Tally,
  UnreadableFile,
} from "../../src/worker/protocol.ts";
import { type CauseMarks, type MarkedCause, marksFor } from "../elements/cause-mark.ts";
import { type Filter, parseFilter } from "../filter/filter.ts";
import { type Entry, entriesOf, inScope } from "../list/entries.ts";
import { flatLines, groupedLines, type Line, type Sorting } from "../list/lines.ts";
import { beganIn, type TimeRange } from "../timeline/time-range.ts";
import { createDetailState, type DetailState } from "./detail-state.ts";
import { createView, type ViewSignals } from "./view-settings.ts";

/** Where the panel runs. A plain tab and a web page watch nothing: they read files. */
export interface Surroundings {
  /** Whether DevTools have the tab too, which a web page cannot know. */
  readonly installed: boolean;
  readonly watching: boolean;
  readonly limits: Limits;
}

/**
 * Everything that views read, the stored settings of the view included. Views write only what the user chooses to see;
 * actions do the rest.
 */
export interface Store extends ViewSignals {
  readonly surroundings: Surroundings;
  /** All rows, in order of arrival. */
  readonly rows: Signal<readonly Row[]>;
  readonly tally: Signal<Tally>;
  readonly allowed: Signal<Histogram>;
  readonly pattern: Signal<SessionPattern | null>;
  readonly hosts: Signal<readonly HostClass[]>;
  readonly sources: Signal<readonly Source[]>;
  readonly capture: Signal<Capture>;
  /** One failure of each rule that threw. */
  readonly failures: Signal<readonly RuleFailure[]>;
  readonly settings: Signal<Settings>;
  readonly storageRefused: Signal<boolean>;
  /** Whether the Worker has ended, so that nothing is diagnosed any more. */
  readonly workerEnded: Signal<boolean>;
  /** Says which action failed last, and why; null where none did. */
  readonly failure: Signal<string | null>;
  readonly refusedFiles: Signal<readonly UnreadableFile[]>;
  /** Files whose problems the user dismissed. */
  readonly dismissed: Signal<ReadonlySet<string>>;
  /** The file that is being read. */
  readonly reading: Signal<Reading | null>;
  readonly dropping: Signal<boolean>;
  /** The dialog that is open; at most one is. */
  readonly dialog: Signal<"settings" | "help" | "export" | null>;
  /** The scope that the export dialog begins with. */
  readonly exportScope: Signal<ExportScope>;
  readonly parsedFilter: ReadonlySignal<Filter>;
  /** The part of the session that was brushed. */
  readonly range: Signal<TimeRange | null>;
  /** The rows in the scope, without filter and range. */
  readonly rowsInScope: ReadonlySignal<readonly Row[]>;
  readonly sorting: Signal<Sorting | null>;
  /** The causes that were named since the list was last empty, in that order. */
  readonly causes: Signal<readonly MarkedCause[]>;
  /** Their marks, which tell them apart. */
  readonly marks: ReadonlySignal<CauseMarks>;
  /** All refused requests, however the list is narrowed. */
  readonly refused: ReadonlySignal<readonly Row[]>;
  /** The lines of the list, in order. */
  readonly lines: ReadonlySignal<readonly Line[]>;
  /** Key of the chosen line. */
  readonly selected: Signal<string | null>;
  /** Index of the chosen line; −1 where none is chosen, or it is not shown. */
  readonly selectedIndex: ReadonlySignal<number>;
  /** The request whose diagnosis is shown: the chosen one, or the first of the chosen root cause. */
  readonly selectedRow: ReadonlySignal<Row | null>;
  /** The chosen root cause, where its head is chosen rather than one of its requests. */
  readonly selectedFinding: ReadonlySignal<string | null>;
  /** All about the selected row, once it is loaded. */
  readonly details: Signal<Details | null>;
  /** The rest of the detail side. */
  readonly detail: DetailState;
  /** Folds the requests of a root cause away, or shows them again. */
  fold(key: string): void;
}

/** An empty store. */
export function createStore(surroundings: Surroundings): Store {
  const rows = signal<readonly Row[]>([]);
  const view = createView();
  const causes = signal<readonly MarkedCause[]>([]);
  return {
    surroundings,
    rows,
    tally: signal({ requests: 0, refused: 0, toApiGateway: 0, pending: 0 }),
    allowed: signal({ edges: [], silences: [], counts: [] }),
    pattern: signal(null),
    hosts: signal([]),
    sources: signal([]),
    capture: signal({ paused: false, heldBack: 0, pageLoadSeen: true, evicted: { allowed: 0, refused: 0 } }),
    failures: signal([]),
    settings: signal(defaultSettings),
    storageRefused: signal(false),
    workerEnded: signal(false),
    failure: signal(null),
    refusedFiles: signal([]),
    dismissed: signal(new Set()),
    reading: signal(null),
    dropping: signal(false),
    dialog: signal(null),
    exportScope: signal({ kind: "all" }),
    causes,
    marks: computed(() => marksFor(causes.value)),
    refused: computed(() => rows.value.filter(({ verdict, stoppedBy }) => verdict !== null && stoppedBy === null)),
    details: signal(null),
    detail: createDetailState(),
    ...view,
    ...listOf(rows, view),
  };
}

/** The list: its narrowing, its order and its selection. */
function listOf(rows: ReadonlySignal<readonly Row[]>, { filter, scope, grouped }: ViewSignals) {
  const range = signal<TimeRange | null>(null);
  const sorting = signal<Sorting | null>(null);
  const selected = signal<string | null>(null);
  const closed = signal<ReadonlySet<string>>(new Set());
  const parsedFilter = computed(() => parseFilter(filter.value));
  const entries = computed(() => entriesOf(rows.value).filter((entry) => inScope(entry, scope.value)));
  const rowsInScope = computed(() => entries.value.flatMap(({ row, stopped }) => [row, ...stopped]));
  const shown = computed(() => narrowed(entries.value, parsedFilter.value, range.value));
  const lines = computed(() =>
    grouped.value ? groupedLines(shown.value, sorting.value, closed.value) : flatLines(shown.value, sorting.value),
  );
  const selectedIndex = computed(() => lines.value.findIndex(({ key }) => key === selected.value));
  const selectedRow = computed(() => rowOf(lines.value, selectedIndex.value, rows.value, selected.value));
  const selectedFinding = computed(() => {
    const line = lines.value[selectedIndex.value];
    return line?.kind === "finding" ? line.finding.verdict.finding : null;
  });
  const fold = (key: string) => {
    const folded = new Set(closed.value);
    if (!folded.delete(key)) folded.add(key);
    closed.value = folded;
  };
  const narrowing = { parsedFilter, range, rowsInScope };
  return { ...narrowing, sorting, selected, lines, selectedIndex, selectedRow, selectedFinding, fold };
}

function rowOf(lines: readonly Line[], index: number, rows: readonly Row[], key: string | null): Row | null {
  const line = lines[index];
  if (line?.kind === "finding")
    return rows.find(({ verdict }) => verdict?.finding === line.finding.verdict.finding) ?? null;
  return line?.row ?? rows.find((row) => row.key === key) ?? null;
}

function narrowed(entries: readonly Entry[], filter: Filter, range: TimeRange | null): readonly Entry[] {
  return entries.filter((entry) => filter.admits(entry) && (range === null || beganIn(entry, range)));
}
