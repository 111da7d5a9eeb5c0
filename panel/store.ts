import { computed, type ReadonlySignal, type Signal, signal } from "@preact/signals";
import type { Examination } from "../src/diagnosis/examination.ts";
import type { Source } from "../src/session/recording.ts";
import { defaultSettings, type Settings } from "../src/session/settings.ts";
import { type Finding, findingsOf, keyOf, narrowed, type Row, rowsOf, type Scope } from "./rows.ts";

/** What the toolbar shows of the recording. */
export interface Capture {
  readonly paused: boolean;
  readonly heldBack: number;
}

/** A file that could not be used at all, with the one sentence that says why. */
export interface RefusedFile {
  readonly name: string;
  readonly says: string;
}

/** Where the panel runs. A plain tab watches nothing: it reads files. */
export interface Surroundings {
  readonly watching: boolean;
  readonly browserName: "chromium" | "firefox";
}

/** Everything the components read. They write only what the user chooses to see; the rest is the actions' work. */
export interface Store {
  readonly surroundings: Surroundings;
  readonly examination: Signal<Examination | null>;
  readonly sources: Signal<readonly Source[]>;
  readonly capture: Signal<Capture>;
  readonly settings: Signal<Settings>;
  readonly storageRefused: Signal<boolean>;
  readonly refusedFiles: Signal<readonly RefusedFile[]>;
  /** Files whose problems the user has seen enough of. */
  readonly dismissed: Signal<ReadonlySet<string>>;
  /** The file that is being read. */
  readonly reading: Signal<string | null>;
  readonly dropping: Signal<boolean>;
  readonly settingsOpen: Signal<boolean>;
  /** Key of the selected row. */
  readonly selected: Signal<string | null>;
  readonly filter: Signal<string>;
  readonly scope: Signal<Scope>;
  readonly findings: ReadonlySignal<readonly Finding[]>;
  readonly rows: ReadonlySignal<readonly Row[]>;
  /** The finding of the selected row, shown by the filter or not. */
  readonly shown: ReadonlySignal<Finding | null>;
}

/** An empty store. */
export function createStore(surroundings: Surroundings): Store {
  const examination = signal<Examination | null>(null);
  const selected = signal<string | null>(null);
  const filter = signal("");
  const scope = signal<Scope>("all");
  const findings = computed(() => (examination.value === null ? [] : findingsOf(examination.value)));
  const byRow = computed(() => new Map(findings.value.flatMap(rowKeys)));
  return {
    surroundings,
    examination,
    sources: signal([]),
    capture: signal({ paused: false, heldBack: 0 }),
    settings: signal(defaultSettings),
    storageRefused: signal(false),
    refusedFiles: signal([]),
    dismissed: signal(new Set()),
    reading: signal(null),
    dropping: signal(false),
    settingsOpen: signal(false),
    selected,
    filter,
    scope,
    findings,
    rows: computed(() => rowsOf(narrowed(findings.value, scope.value, filter.value))),
    shown: computed(() => byRow.value.get(selected.value ?? "") ?? null),
  };
}

function rowKeys(finding: Finding): (readonly [string, Finding])[] {
  const blocked = finding.subject.blocks.map((exchange) => [keyOf(exchange), finding] as const);
  return [...blocked, [finding.key, finding]];
}
