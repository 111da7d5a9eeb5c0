import { computed, type ReadonlySignal, type Signal, signal } from "@preact/signals";
import type { Capture, Details, Reading, RefusedFile, Row, Tally } from "../src/examiner/messages.ts";
import type { Source } from "../src/session/recording.ts";
import type { HostStanding } from "../src/session/session.ts";
import { defaultSettings, type Settings } from "../src/session/settings.ts";
import { linesOf, narrowed, type Refusal, refusalsOf, type Scope } from "./rows.ts";

/** Where the panel runs. A plain tab watches nothing: it reads files. */
export interface Surroundings {
  readonly watching: boolean;
  readonly browserName: "chromium" | "firefox";
}

/** Everything the components read. They write only what the user chooses to see; the rest is the actions' work. */
export interface Store {
  readonly surroundings: Surroundings;
  /** Every row there is, in order of arrival. */
  readonly all: Signal<readonly Row[]>;
  readonly tally: Signal<Tally>;
  readonly hosts: Signal<readonly HostStanding[]>;
  readonly sources: Signal<readonly Source[]>;
  readonly capture: Signal<Capture>;
  readonly settings: Signal<Settings>;
  readonly storageRefused: Signal<boolean>;
  readonly refusedFiles: Signal<readonly RefusedFile[]>;
  /** Files whose problems the user has seen enough of. */
  readonly dismissed: Signal<ReadonlySet<string>>;
  /** The file that is being read. */
  readonly reading: Signal<Reading | null>;
  readonly dropping: Signal<boolean>;
  readonly settingsOpen: Signal<boolean>;
  /** Key of the selected row. */
  readonly selected: Signal<string | null>;
  readonly filter: Signal<string>;
  readonly scope: Signal<Scope>;
  readonly refusals: ReadonlySignal<readonly Refusal[]>;
  readonly lines: ReadonlySignal<readonly Row[]>;
  /** The selected row, let through by the filter or not. */
  readonly selectedRow: ReadonlySignal<Row | null>;
  /** All about the selected row, once the examiner has answered. */
  readonly details: Signal<Details | null>;
}

/** An empty store. */
export function createStore(surroundings: Surroundings): Store {
  const all = signal<readonly Row[]>([]);
  const selected = signal<string | null>(null);
  const filter = signal("");
  const scope = signal<Scope>("all");
  const refusals = computed(() => refusalsOf(all.value));
  return {
    surroundings,
    all,
    tally: signal({ requests: 0, toApiGateway: 0, pending: 0 }),
    hosts: signal([]),
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
    refusals,
    lines: computed(() => linesOf(narrowed(refusals.value, scope.value, filter.value))),
    selectedRow: computed(() => all.value.find(({ key }) => key === selected.value) ?? null),
    details: signal(null),
  };
}
