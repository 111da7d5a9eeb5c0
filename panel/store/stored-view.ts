import { type Shell, shells } from "../../src/commands/shells.ts";
import { type IacTool, iacTools } from "../../src/diagnosis/iac.ts";
import { type ColumnId, type ColumnWidths, columns, leastWidth } from "../list/columns.ts";
import { type Scope, scopes } from "../list/entries.ts";

/** How the panel was arranged the last time, as it is stored. */
export interface StoredView {
  readonly filter: string;
  readonly scope: Scope;
  readonly grouped: boolean;
  readonly columnWidths: ColumnWidths;
  readonly hiddenColumns: readonly ColumnId[];
  /** Whether keys without Ctrl work in the whole panel (WCAG 2.2, 2.1.4: they can be turned off). */
  readonly characterKeys: boolean;
  /** The shell that commands are shown for. */
  readonly shell: Shell;
  /** The tool that declarations are shown for. */
  readonly declaringTool: IacTool;
}

export const defaultView: StoredView = {
  filter: "",
  scope: "refused",
  grouped: true,
  columnWidths: {},
  hiddenColumns: ["host"],
  characterKeys: true,
  shell: "bash",
  declaringTool: "cloudformation",
};

/** The storage key of the view. */
export const storedViewKey = "view";

/** The view as far as `stored` holds any; what has another form than expected is replaced by the default. */
export function storedViewFrom(stored: unknown): StoredView {
  const { filter, scope, grouped, columnWidths, hiddenColumns, characterKeys, shell, declaringTool } = fieldsOf(stored);
  return {
    filter: typeof filter === "string" ? filter : defaultView.filter,
    scope: scopes.find((each) => each === scope) ?? defaultView.scope,
    grouped: typeof grouped === "boolean" ? grouped : defaultView.grouped,
    columnWidths: widthsFrom(fieldsOf(columnWidths)),
    hiddenColumns: Array.isArray(hiddenColumns) ? hideable(hiddenColumns) : defaultView.hiddenColumns,
    characterKeys: typeof characterKeys === "boolean" ? characterKeys : defaultView.characterKeys,
    shell: shells.find((each) => each === shell) ?? defaultView.shell,
    declaringTool: iacTools.find((each) => each === declaringTool) ?? defaultView.declaringTool,
  };
}

/** No screen is wider, in pixels. */
const mostWidth = 4000;

function widthsFrom(stored: Readonly<Record<string, unknown>>): ColumnWidths {
  const widths = columns.map(({ id }) => [id, stored[id]] as const);
  return Object.fromEntries(widths.filter(([, width]) => isWidth(width)));
}

function isWidth(width: unknown): boolean {
  return typeof width === "number" && width >= leastWidth && width <= mostWidth;
}

function hideable(stored: readonly unknown[]): readonly ColumnId[] {
  return columns.filter(({ id, stays }) => !stays && stored.includes(id)).map(({ id }) => id);
}

function fieldsOf(stored: unknown): Readonly<Record<string, unknown>> {
  return typeof stored === "object" && stored !== null ? { ...stored } : {};
}
