import { type Signal, signal } from "@preact/signals";
import { shells } from "../../src/commands/shells.ts";
import { iacTools } from "../../src/diagnosis/iac.ts";
import { choice, flag, initialValues, readValues, setting, type ValuesOf } from "../../src/session/setting.ts";
import { type ColumnId, type ColumnWidths, columns, leastWidth } from "../list/columns.ts";
import { scopes } from "../list/entries.ts";

/** What the list is narrowed to. */
const narrowing = {
  filter: setting<string>({
    label: "Filter",
    initial: "",
    read: (stored) => (typeof stored === "string" ? stored : null),
  }),
  scope: choice("Which refusals", scopes, "refused"),
};

/** How the panel is arranged. */
const arrangement = {
  grouped: flag("Group by root cause", true),
  columnWidths: setting<ColumnWidths>({ label: "Widths", initial: {}, read: widthsFrom }),
  hiddenColumns: setting<readonly ColumnId[]>({
    label: "Columns, where there is room for them",
    initial: ["host"],
    read: (stored) => (Array.isArray(stored) ? hideable(stored) : null),
  }),
  /** Keys without Ctrl can be turned off (WCAG 2.2, 2.1.4). */
  characterKeys: flag("Let the keys `/` and `?` work in the whole panel", true),
  shell: choice("Commands for", shells, "bash"),
  declaringTool: choice("Declared with", iacTools, "cloudformation"),
};

/** Everything that the panel stores of its view. */
export const viewSettings = { ...narrowing, ...arrangement };

export type ViewValues = ValuesOf<typeof viewSettings>;

/** A signal for each. */
export type ViewSignals = { readonly [Name in keyof ViewValues]: Signal<ViewValues[Name]> };

/** The storage key of the view. */
export const viewKey = "view";

/** The view as far as `stored` holds any; what has another form than expected has its initial value. */
export function viewFrom(stored: unknown): ViewValues {
  return readValues(viewSettings, stored);
}

/** Signals with the initial values. */
export function createView(): ViewSignals {
  const signals = Object.entries(initialValues(viewSettings)).map(([name, value]) => [name, signal(value)]);
  return Object.fromEntries(signals);
}

/** The values of the signals; an effect that reads them runs again after each change. */
export function viewOf(signals: ViewSignals): ViewValues {
  return Object.fromEntries(names(viewSettings).map((name) => [name, signals[name].value])) as unknown as ViewValues;
}

/** Shows the view as it is stored. */
export function showView(signals: ViewSignals, values: ViewValues): void {
  for (const name of names(viewSettings)) assign(signals, name, values);
}

/** Arranges the panel as at first; what the list is narrowed to stays. */
export function resetArrangement(signals: ViewSignals): void {
  for (const name of names(arrangement)) assign(signals, name, initialValues(viewSettings));
}

function assign<Name extends keyof ViewValues>(signals: ViewSignals, name: Name, values: ViewValues): void {
  signals[name].value = values[name];
}

function names<Record extends object>(record: Record): readonly (keyof Record)[] {
  return Object.keys(record) as (keyof Record)[];
}

/** No screen is wider, in pixels. */
const mostWidth = 4000;

function widthsFrom(stored: unknown): ColumnWidths | null {
  if (typeof stored !== "object" || stored === null) return null;
  const held: Readonly<Record<string, unknown>> = { ...stored };
  return Object.fromEntries(columns.map(({ id }) => [id, held[id]]).filter(([, width]) => isWidth(width)));
}

function isWidth(width: unknown): boolean {
  return typeof width === "number" && width >= leastWidth && width <= mostWidth;
}

function hideable(stored: readonly unknown[]): readonly ColumnId[] {
  return columns.filter(({ id, stays }) => !stays && stored.includes(id)).map(({ id }) => id);
}
